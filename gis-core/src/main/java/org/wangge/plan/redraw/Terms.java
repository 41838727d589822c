package org.wangge.plan.redraw;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.wangge.geo.LatticeBox;
import org.wangge.grid.Area;
import org.wangge.grid.CodeScheme;
import org.wangge.place.Building;

/**
 * What areas of a plan are made with, besides its faces.
 *
 * @param buildings tells those in a box
 * @param scheme tells the scheme that the code of an area follows
 * @param lastNumber knows the codes that were ever given
 * @param ground what is known of outlines
 * @param effective when the areas are to be in force
 * @param reason why, as the areas will tell it
 */
public record Terms(
    Function<LatticeBox, List<Building>> buildings,
    Function<Area, CodeScheme> scheme,
    Numbering.LastNumber lastNumber,
    KnownGround ground,
    Instant effective,
    String reason) {}
