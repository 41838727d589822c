package org.wangge.server.incident;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.wangge.incident.Category;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentRegister;
import org.wangge.server.http.Callers;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;

/** Incidents over HTTP. */
public final class IncidentHttp {
  private final IncidentRegister register;
  private final Clock clock;

  IncidentHttp(IncidentRegister register, Clock clock) {
    this.register = register;
    this.clock = clock;
  }

  /** {@code GET /api/incidents}. */
  public void list(Context ctx) {
    IncidentRequests.ListRequest request = IncidentRequests.list(ctx);
    List<Incident> found = register.list(Callers.of(ctx), request.query());
    Json.write(
        ctx,
        FeaturePage.TYPE,
        FeaturePage.of(
            found,
            request.pageSize(),
            incident -> IncidentJson.feature(incident, clock.instant()),
            Incident::id,
            clock.instant()));
  }

  /** {@code GET /api/incidents/{id}}. */
  public void get(Context ctx) {
    String id = Parameters.of(ctx).part("id");
    Incident incident = register.get(Callers.of(ctx), id);
    Json.write(ctx, FeaturePage.TYPE, IncidentJson.feature(incident, clock.instant()));
  }

  /** {@code GET /api/incidents/categories}. */
  public void categories(Context ctx) {
    Parameters.of(ctx);
    List<Category> all = register.categories(Callers.of(ctx));
    Json.write(
        ctx,
        "application/json",
        Map.of("categories", all.stream().map(IncidentJson::category).toList()));
  }
}
