package org.wangge.server.place;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Map;
import org.wangge.fault.NotFound;
import org.wangge.place.PlaceKind;
import org.wangge.place.PlaceQuery;
import org.wangge.server.http.Parameters;

/** Reads requests about places, strictly. */
final class PlaceRequests {
  private static final int MOST = 10_000;

  private PlaceRequests() {}

  /**
   * A list of places.
   *
   * @param query which; asks for one more than the page holds
   * @param pageSize how many the page holds
   */
  record ListRequest(PlaceQuery query, int pageSize) {}

  static ListRequest list(Context ctx, Instant now) {
    Parameters parameters =
        Parameters.of(ctx, "bbox", "estate", "building", "at", "limit", "cursor");
    int pageSize = parameters.integer("limit", 1_000, 1, MOST);
    return new ListRequest(
        new PlaceQuery(
            kind(parameters),
            parameters.instant("at").orElse(now),
            parameters.box("bbox").orElse(null),
            parameters.text("estate").orElse(null),
            parameters.text("building").orElse(null),
            parameters.text("cursor").orElse(""),
            pageSize + 1),
        pageSize);
  }

  static PlaceKind kind(Parameters parameters) {
    String word = parameters.part("kind");
    return PlaceKind.find(word)
        .orElseThrow(() -> new NotFound("place-kind-unknown", Map.of("kind", word)));
  }
}
