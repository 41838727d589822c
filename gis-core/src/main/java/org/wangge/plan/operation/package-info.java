/**
 * What one edit of a plan may do, a class each: pure functions from topology to topology; and what
 * completes them by the streets and buildings on the ground.
 */
@NullMarked
package org.wangge.plan.operation;

import org.jspecify.annotations.NullMarked;
