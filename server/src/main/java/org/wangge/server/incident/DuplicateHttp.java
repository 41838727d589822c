package org.wangge.server.incident;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentRegister;
import org.wangge.incident.duplicate.Alike;
import org.wangge.incident.duplicate.DuplicateRegister;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;
import org.wangge.server.http.RateLimit;

/** What is likely the same, and is made one, over HTTP. */
public final class DuplicateHttp {
  private static final int A_MINUTE = 60;

  private final DuplicateRegister register;
  private final IncidentRegister incidents;
  private final Clock clock;
  private final RateLimit limit = new RateLimit(A_MINUTE);

  DuplicateHttp(DuplicateRegister register, IncidentRegister incidents, Clock clock) {
    this.register = register;
    this.incidents = incidents;
    this.clock = clock;
  }

  /** {@code GET /api/reports/similar?lon&lat&category[&crs]}. */
  public void around(Context ctx) {
    Caller caller = Callers.of(ctx);
    if (caller.isAnonymous()) {
      limit.count(ctx);
    }
    DuplicateRequests.Around asked = DuplicateRequests.around(ctx);
    List<Alike> found = register.around(caller, asked.place(), asked.category(), clock.instant());
    Json.write(
        ctx,
        "application/json",
        Map.of("similar", found.stream().map(DuplicateHttp::toStrangers).toList()));
  }

  private static Map<String, @Nullable Object> toStrangers(Alike alike) {
    Incident incident = alike.incident();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("number", incident.number());
    json.put("category", incident.category());
    json.put("distanceMeters", alike.meters());
    json.put("since", incident.reportedAt().toString());
    json.put("state", incident.step().word());
    return json;
  }

  /** {@code GET /api/incidents/{id}/similar}. */
  public void likes(Context ctx) {
    DuplicateRegister.Likes likes = register.likes(Callers.of(ctx), DuplicateRequests.id(ctx));
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("similar", likes.likely().stream().map(DuplicateHttp::toStaff).toList());
    json.put("into", likes.into().orElse(null));
    json.put("merged", likes.merged());
    Json.write(ctx, "application/json", json);
  }

  private static Map<String, @Nullable Object> toStaff(Alike alike) {
    Map<String, @Nullable Object> json = toStrangers(alike);
    json.put("id", alike.incident().id());
    json.put("version", alike.incident().version());
    json.put("score", alike.score());
    return json;
  }

  /** {@code POST /api/incidents/{id}/merge} with {@code {into}} and {@code If-Match}. */
  public void merge(Context ctx) {
    String id = DuplicateRequests.id(ctx);
    int version = ETags.getIfMatch(ctx);
    write(ctx, register.merge(Callers.of(ctx), id, version, DuplicateRequests.into(ctx)));
  }

  /** {@code POST /api/incidents/{id}/unmerge}, with {@code If-Match}. */
  public void unmerge(Context ctx) {
    String id = DuplicateRequests.id(ctx);
    write(ctx, register.unmerge(Callers.of(ctx), id, ETags.getIfMatch(ctx)));
  }

  private void write(Context ctx, Incident incident) {
    ETags.set(ctx, incident.version());
    Json.write(
        ctx,
        FeaturePage.TYPE,
        IncidentJson.feature(
            incident,
            incidents.actionsFor(Callers.of(ctx), clock.instant()).apply(incident),
            clock.instant()));
  }
}
