package org.wangge.patrol;

import java.time.Instant;
import org.wangge.geo.LatticePoint;

/**
 * Where a device was at an instant.
 *
 * @param location as the device measured it
 * @param at when
 */
public record Fix(LatticePoint location, Instant at) {}
