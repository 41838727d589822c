/**
 * Draws plans from what is kept of them: edits done again from the base, what they come to, and
 * putting that into force.
 */
@NullMarked
package org.wangge.plan.drawing;

import org.jspecify.annotations.NullMarked;
