/**
 * A planar partition on the lattice: nodes, edges with a face on either side, faces, and the lines
 * and pieces made of them. Pure geometry that knows nothing of areas or plans.
 */
@NullMarked
package org.wangge.plan.planar;

import org.jspecify.annotations.NullMarked;
