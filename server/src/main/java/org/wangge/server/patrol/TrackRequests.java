package org.wangge.server.patrol;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wangge.fault.Invalid;
import org.wangge.patrol.PastPosition;
import org.wangge.patrol.TrackQuery;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** Reads requests about tracks, strictly. */
final class TrackRequests {
  static final int MOST_OF_A_FILE = 2_000;

  private static final int MOST = 500;
  private static final int MOST_PEOPLE = 50;
  private static final Duration LONGEST = Duration.ofDays(31);

  private TrackRequests() {}

  /**
   * A list of tracks.
   *
   * @param query which; asks for one more than the page holds
   * @param pageSize how many the page holds
   */
  record ListRequest(TrackQuery query, int pageSize) {}

  static ListRequest list(Context ctx) {
    Parameters parameters =
        Parameters.of(ctx, "grid", "bbox", "from", "to", "staff", "limit", "cursor");
    int pageSize = parameters.integer("limit", 100, 1, MOST);
    return new ListRequest(
        new TrackQuery(
            parameters.text("grid").orElse(null),
            parameters.box("bbox").orElse(null),
            parameters.instant("from").orElse(null),
            parameters.instant("to").orElse(null),
            people(parameters),
            parameters.text("cursor").orElse(""),
            pageSize + 1),
        pageSize);
  }

  /** Everything that was walked in a time, for a file or for who it was. */
  static TrackQuery span(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "grid", "from", "to", "staff");
    Instant from = required(parameters, "from");
    Instant to = required(parameters, "to");
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new Invalid(
          "to",
          "track-span",
          Map.of("from", from.toString(), "to", to.toString(), "most", LONGEST.toDays()));
    }
    return new TrackQuery(
        parameters.text("grid").orElse(null),
        null,
        from,
        to,
        people(parameters),
        "",
        MOST_OF_A_FILE + 1);
  }

  /** The instant that is asked for. */
  static Instant at(Context ctx) {
    return required(Parameters.of(ctx, "at"), "at");
  }

  /** What was walked shortly before an instant. */
  static TrackQuery about(Instant at) {
    return new TrackQuery(
        null,
        null,
        at.minus(PastPosition.SILENCE),
        at.plusMillis(1),
        Set.of(),
        "",
        MOST_OF_A_FILE + 1);
  }

  private static Instant required(Parameters parameters, String name) {
    return parameters
        .instant(name)
        .orElseThrow(() -> new Malformed(name, "parameter-missing", Map.of("name", name)));
  }

  private static Set<String> people(Parameters parameters) {
    Set<String> codes =
        parameters
            .text("staff")
            .map(text -> Set.copyOf(List.of(text.split(",", -1))))
            .orElse(Set.of());
    if (codes.size() > MOST_PEOPLE) {
      throw new Invalid(
          "staff", "track-people-many", Map.of("given", codes.size(), "most", MOST_PEOPLE));
    }
    return codes;
  }
}
