/**
 * A planar partition on the lattice: nodes, edges with a face on either side, faces. Pure geometry
 * that knows nothing of areas or plans.
 */
@NullMarked
package org.wangge.plan.topology;

import org.jspecify.annotations.NullMarked;
