package org.wangge.server.camera;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.CoordinateSystem;

/**
 * What to do with a file of cameras, and what to take for granted where it does not say.
 *
 * @param onlyTry whether only to tell what would happen
 * @param skipsBad whether records that cannot be taken are left out; else nothing is taken
 * @param system of its coordinates
 * @param centre 8 digits that numbers are made from where a record has none; empty to refuse these
 * @param mountHeightMeters where a record does not say
 * @param angleDegrees where a record does not say
 * @param rangeMeters where a record does not say
 * @param from since when they stand so; null for now
 */
record CameraFileOptions(
    boolean onlyTry,
    boolean skipsBad,
    CoordinateSystem system,
    String centre,
    int mountHeightMeters,
    int angleDegrees,
    int rangeMeters,
    @Nullable Instant from) {}
