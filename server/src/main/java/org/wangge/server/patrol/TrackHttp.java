package org.wangge.server.patrol;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import org.wangge.patrol.Track;
import org.wangge.patrol.TrackRegister;
import org.wangge.server.http.Callers;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;

/** Tracks over HTTP. */
public final class TrackHttp {
  private final TrackRegister register;
  private final Clock clock;

  TrackHttp(TrackRegister register, Clock clock) {
    this.register = register;
    this.clock = clock;
  }

  /** {@code GET /api/tracks}. */
  public void list(Context ctx) {
    TrackRequests.ListRequest request = TrackRequests.list(ctx);
    List<Track> found = register.list(Callers.of(ctx), request.query());
    Json.write(
        ctx,
        FeaturePage.TYPE,
        FeaturePage.of(found, request.pageSize(), TrackJson::feature, Track::id, clock.instant()));
  }
}
