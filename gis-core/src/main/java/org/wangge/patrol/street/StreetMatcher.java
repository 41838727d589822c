package org.wangge.patrol.street;

import java.util.Collection;
import org.wangge.patrol.Track;
import org.wangge.place.StreetEdge;

/** Finds the streets that somebody probably went along. Implementations are thread-safe. */
public interface StreetMatcher {

  /**
   * The most probable way of a track.
   *
   * @param streets those about the track; none gives a way beside all streets
   */
  StreetWay match(Track track, Collection<StreetEdge> streets);
}
