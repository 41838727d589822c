/**
 * Plans as they are kept: the plan, its edits as a tree, its states and steps, its events, and the
 * store.
 */
@NullMarked
package org.wangge.plan.record;

import org.jspecify.annotations.NullMarked;
