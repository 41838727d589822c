package org.wangge.server.patrol;

import io.javalin.http.Context;
import org.wangge.patrol.TrackQuery;
import org.wangge.server.http.Parameters;

/** Reads requests about tracks, strictly. */
final class TrackRequests {
  private static final int MOST = 500;

  private TrackRequests() {}

  /**
   * A list of tracks.
   *
   * @param query which; asks for one more than the page holds
   * @param pageSize how many the page holds
   */
  record ListRequest(TrackQuery query, int pageSize) {}

  static ListRequest list(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "grid", "bbox", "from", "to", "limit", "cursor");
    int pageSize = parameters.integer("limit", 100, 1, MOST);
    return new ListRequest(
        new TrackQuery(
            parameters.text("grid").orElse(null),
            parameters.box("bbox").orElse(null),
            parameters.instant("from").orElse(null),
            parameters.instant("to").orElse(null),
            parameters.text("cursor").orElse(""),
            pageSize + 1),
        pageSize);
  }
}
