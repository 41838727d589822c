/** Coordinates, coordinate systems, the lattice and validity in time. */
@NullMarked
package org.wangge.geo;

import org.jspecify.annotations.NullMarked;
