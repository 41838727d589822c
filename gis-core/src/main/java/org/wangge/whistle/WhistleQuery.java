package org.wangge.whistle;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.incident.Handler;

/**
 * Which whistles somebody asks for; what is null does not narrow.
 *
 * @param areaOrNull code of an area of the tree that they lie in
 * @param open only those that last
 * @param incidentOrNull id of their incident
 * @param called only those to which one of these was called; empty for whomever
 * @param before only those older than this one, by id; for paging
 * @param limit at most so many
 */
public record WhistleQuery(
    @Nullable String areaOrNull,
    boolean open,
    @Nullable String incidentOrNull,
    List<Handler> called,
    long before,
    int limit) {
  /** As many as lasting ones can be. */
  public static final int MOST = 1_000;

  public WhistleQuery {
    called = List.copyOf(called);
  }

  /** All that last. */
  public static WhistleQuery lasting() {
    return new WhistleQuery(null, true, null, List.of(), Long.MAX_VALUE, MOST);
  }

  /** All of an incident. */
  public static WhistleQuery of(String incident) {
    return new WhistleQuery(null, false, incident, List.of(), Long.MAX_VALUE, MOST);
  }
}
