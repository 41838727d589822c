package org.wangge.patrol;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticeBox;

/**
 * Which tracks to list. Whatever is null does not narrow.
 *
 * @param area code of an area of the tree: tracks that passed through it
 * @param box only tracks whose box touches this
 * @param from not over by this instant
 * @param to begun before this instant
 * @param staffCodes only tracks of these people; empty for everybody's
 * @param afterId only ids after this one, for paging; empty for the first page
 * @param limit at most this many
 */
public record TrackQuery(
    @Nullable String area,
    @Nullable LatticeBox box,
    @Nullable Instant from,
    @Nullable Instant to,
    Set<String> staffCodes,
    String afterId,
    int limit) {

  public TrackQuery {
    staffCodes = Set.copyOf(staffCodes);
  }

  TrackQuery withLimit(int other) {
    return new TrackQuery(area, box, from, to, staffCodes, afterId, other);
  }

  /**
   * Whether a track is one of those asked for, whatever the limit.
   *
   * @param gridCodes grids it passed through
   */
  boolean asksFor(Track track, Collection<String> gridCodes) {
    return track.id().compareTo(afterId) > 0
        && (staffCodes.isEmpty() || staffCodes.contains(track.staffCode()))
        && (from == null || track.to().isAfter(from))
        && (to == null || track.from().isBefore(to))
        && (box == null || box.intersects(track.box()))
        && (area == null || gridCodes.stream().anyMatch(code -> code.startsWith(area)));
  }
}
