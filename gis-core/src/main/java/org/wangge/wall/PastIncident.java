package org.wangge.wall;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.Priority;
import org.wangge.incident.Step;

/**
 * An incident as it stood at an instant that is over. It tells no free text and nobody's name.
 *
 * @param id of the incident
 * @param number what people call it
 * @param category code of its category
 * @param priority how urgent it is
 * @param step the step it was in then
 * @param location where it is
 * @param gridOrNull code of the grid it is in by today's borders; null outside every grid
 * @param reportedAt when the first report came in
 * @param overdue whether what is its limit today was over then
 */
public record PastIncident(
    String id,
    String number,
    String category,
    Priority priority,
    Step step,
    LatticePoint location,
    @Nullable String gridOrNull,
    Instant reportedAt,
    boolean overdue) {}
