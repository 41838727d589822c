/** Tests of evaluation. */
@NullMarked
package org.wangge.evaluation;

import org.jspecify.annotations.NullMarked;
