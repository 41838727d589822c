package org.wangge.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticeBox;

/**
 * Which incidents to list. Whatever is null does not narrow.
 *
 * @param area code of an area of the tree: it and all below it
 * @param step only those in this step
 * @param open only those that wait for someone, when true
 * @param key only the one reported under this key
 * @param box only those in this box
 * @param from reported at this instant or later
 * @param to reported before this instant
 * @param afterId only ids after this one, for paging; empty for the first page
 * @param limit at most this many
 */
public record IncidentQuery(
    @Nullable String area,
    @Nullable Step step,
    boolean open,
    @Nullable String key,
    @Nullable LatticeBox box,
    @Nullable Instant from,
    @Nullable Instant to,
    String afterId,
    int limit) {

  /**
   * Open ones of an area or in a box.
   *
   * @param limit at most this many
   */
  static IncidentQuery open(@Nullable String area, @Nullable LatticeBox box, int limit) {
    return new IncidentQuery(area, null, true, null, box, null, null, "", limit);
  }

  /** The same after an id, for the next page. */
  IncidentQuery after(String id) {
    return new IncidentQuery(area, step, open, key, box, from, to, id, limit);
  }

  /** The same in a box, from the first. */
  IncidentQuery within(LatticeBox here, int most) {
    return new IncidentQuery(area, step, open, key, here, from, to, "", most);
  }
}
