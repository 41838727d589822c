/** Redrawing the areas: plans, the edits they are made of, and what they do to every outline. */
@NullMarked
package org.wangge.plan;

import org.jspecify.annotations.NullMarked;
