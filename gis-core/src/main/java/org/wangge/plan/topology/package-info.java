/**
 * The faces of a plan, of every level and overlay, on one set of edges; and the base they start
 * from, put right where its areas do not fit together.
 */
@NullMarked
package org.wangge.plan.topology;

import org.jspecify.annotations.NullMarked;
