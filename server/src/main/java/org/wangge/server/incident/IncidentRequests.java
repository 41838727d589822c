package org.wangge.server.incident;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import org.wangge.incident.IncidentQuery;
import org.wangge.incident.Step;
import org.wangge.server.http.Parameters;

/** Reads requests about incidents, strictly. */
final class IncidentRequests {
  private static final int MOST = 5_000;
  private static final List<String> STATES = Arrays.stream(Step.values()).map(Step::word).toList();

  private IncidentRequests() {}

  /**
   * A list of incidents.
   *
   * @param query which; asks for one more than the page holds
   * @param pageSize how many the page holds
   */
  record ListRequest(IncidentQuery query, int pageSize) {}

  static ListRequest list(Context ctx) {
    Parameters parameters =
        Parameters.of(ctx, "grid", "state", "bbox", "from", "to", "limit", "cursor");
    int pageSize = parameters.integer("limit", 1_000, 1, MOST);
    return new ListRequest(
        new IncidentQuery(
            parameters.text("grid").orElse(null),
            parameters.word("state", Step::find, STATES).orElse(null),
            parameters.box("bbox").orElse(null),
            parameters.instant("from").orElse(null),
            parameters.instant("to").orElse(null),
            parameters.text("cursor").orElse(""),
            pageSize + 1),
        pageSize);
  }
}
