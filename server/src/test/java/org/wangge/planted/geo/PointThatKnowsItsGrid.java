package org.wangge.planted.geo;

import org.wangge.planted.grid.GridFile;

/** Points against the direction, and closes a cycle. */
public record PointThatKnowsItsGrid(GridFile grid) {}
