package org.wangge.place;

import org.wangge.geo.Validity;

/**
 * A place and the time it stands. What is built anew, moved or renamed ends, and another place
 * begins under an id of its own.
 *
 * @param place what
 * @param validity from when to when
 */
public record StandingPlace(Place place, Validity validity) {}
