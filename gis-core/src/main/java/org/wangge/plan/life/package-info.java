/**
 * What becomes of plans as a whole: handed in, approved, published now or at an instant, brought
 * onto newer areas, copied, taken back.
 */
@NullMarked
package org.wangge.plan.life;

import org.jspecify.annotations.NullMarked;
