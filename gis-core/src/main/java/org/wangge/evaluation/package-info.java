/** Evaluation (考核评价): what reporters and supervisors say of incidents that were closed. */
@NullMarked
package org.wangge.evaluation;

import org.jspecify.annotations.NullMarked;
