package org.wangge.server.incident;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.incident.Channel;
import org.wangge.incident.PastReports;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** What was reported elsewhere before, taken in as history, over HTTP. */
public final class PastHttp {
  private static final int MOST = 1_000;
  private static final int LONGEST_BODY = 1_000_000;

  private final PastReports reports;

  PastHttp(PastReports reports) {
    this.reports = reports;
  }

  /** {@code POST /api/reports/history}. */
  public void take(Context ctx) {
    Parameters.of(ctx);
    JsonNode given = JsonBody.of(Json.read(ctx, LONGEST_BODY), "reports").getArray("reports");
    if (given.size() > MOST) {
      throw new Malformed(
          "reports", "too-many-points", Map.of("given", given.size(), "most", MOST));
    }
    List<PastReports.Past> all = new ArrayList<>();
    for (JsonNode one : given) {
      all.add(past(one, "reports[" + all.size() + "]"));
    }
    PastReports.Outcome outcome = reports.take(Callers.of(ctx), all);
    Json.write(
        ctx,
        "application/json",
        Map.of(
            "taken", outcome.taken(),
            "known", outcome.known(),
            "placeless", outcome.placeless(),
            "refused",
                outcome.refused().stream()
                    .map(one -> Map.of("index", one.index(), "code", one.code()))
                    .toList()));
  }

  private static PastReports.Past past(JsonNode node, String place) {
    JsonBody body =
        JsonBody.within(
            place,
            node,
            "key",
            "category",
            "channel",
            "lon",
            "lat",
            "crs",
            "reportedAt",
            "acceptedAt",
            "filedAt",
            "closedAt");
    return new PastReports.Past(
        text(body, place, "key"),
        text(body, place, "category"),
        body.text("channel").flatMap(Channel::find).orElse(Channel.RESIDENT_PAGE),
        IncidentRequests.place(body),
        Parameters.instant(place + ".reportedAt", text(body, place, "reportedAt")),
        instant(body, place, "acceptedAt"),
        instant(body, place, "filedAt"),
        instant(body, place, "closedAt"));
  }

  private static @Nullable Instant instant(JsonBody body, String place, String name) {
    return body.text(name).map(text -> Parameters.instant(place + "." + name, text)).orElse(null);
  }

  private static String text(JsonBody body, String place, String name) {
    String text =
        body.text(name)
            .orElseThrow(
                () -> new Malformed(place + "." + name, "member-missing", Map.of("name", name)));
    if (text.length() > 80) {
      throw new Malformed(place + "." + name, "text-too-long", Map.of("name", name, "longest", 80));
    }
    return text;
  }
}
