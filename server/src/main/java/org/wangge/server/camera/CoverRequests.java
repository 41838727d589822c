package org.wangge.server.camera;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.camera.cover.Counted;
import org.wangge.server.http.Parameters;

/** Reads requests about coverage, strictly. */
final class CoverRequests {
  private static final Duration USUAL_PERIOD = Duration.ofDays(30);
  private static final int USUAL_CELLS = 5_000;
  private static final int MOST_CELLS = 20_000;
  private static final int USUAL_PROPOSALS = 10;
  private static final int MOST_PROPOSALS = 50;

  private CoverRequests() {}

  /** Code of the area; null for all. */
  static @Nullable String area(Context ctx) {
    return Parameters.of(ctx, "area").text("area").orElse(null);
  }

  /** A grid, and whose sight counts. */
  record SpotsRequest(String gridCode, Counted by) {}

  static SpotsRequest spots(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "by");
    return new SpotsRequest(
        parameters.part("grid"), parameters.word("by", Counted.class).orElse(Counted.ALL));
  }

  /**
   * Squares of an area.
   *
   * @param areaOrNull its code; null for all
   * @param from begin of the period
   * @param to end of the period
   * @param limit at most so many squares
   */
  record UnseenRequest(@Nullable String areaOrNull, Instant from, Instant to, int limit) {}

  static UnseenRequest unseen(Context ctx, Instant now) {
    Parameters parameters = Parameters.of(ctx, "area", "from", "to", "limit");
    Instant to = parameters.instant("to").orElse(now);
    return new UnseenRequest(
        parameters.text("area").orElse(null),
        parameters.instant("from").orElseGet(() -> to.minus(USUAL_PERIOD)),
        to,
        parameters.integer("limit", USUAL_CELLS, 1, MOST_CELLS));
  }

  /** An area, null for all, and how many proposals. */
  record ProposalsRequest(@Nullable String areaOrNull, int count) {}

  static ProposalsRequest proposals(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "area", "count");
    return new ProposalsRequest(
        parameters.text("area").orElse(null),
        parameters.integer("count", USUAL_PROPOSALS, 1, MOST_PROPOSALS));
  }
}
