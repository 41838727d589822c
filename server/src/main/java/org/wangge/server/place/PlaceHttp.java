package org.wangge.server.place;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.wangge.place.PlaceRegister;
import org.wangge.place.StandingPlace;
import org.wangge.server.http.Callers;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;

/** Places over HTTP. */
public final class PlaceHttp {
  private final PlaceRegister register;
  private final Clock clock;

  PlaceHttp(PlaceRegister register, Clock clock) {
    this.register = register;
    this.clock = clock;
  }

  /** {@code GET /api/places/{kind}}. */
  public void list(Context ctx) {
    Instant now = clock.instant();
    PlaceRequests.ListRequest request = PlaceRequests.list(ctx, now);
    List<StandingPlace> found = register.list(Callers.of(ctx), request.query());
    Json.write(
        ctx,
        FeaturePage.TYPE,
        FeaturePage.of(
            found, request.pageSize(), PlaceJson::feature, one -> one.place().id(), now));
  }

  /** {@code GET /api/places/{kind}/{id}}. */
  public void get(Context ctx) {
    Parameters parameters = Parameters.of(ctx);
    StandingPlace found =
        register.get(Callers.of(ctx), PlaceRequests.kind(parameters), parameters.part("id"));
    Json.write(ctx, FeaturePage.TYPE, PlaceJson.feature(found));
  }
}
