package org.wangge.planted.grid;

import java.nio.file.Path;
import org.wangge.planted.geo.PointThatKnowsItsGrid;

/** A rule of the core that reads files. */
public record GridFile(Path file, PointThatKnowsItsGrid corner) {}
