package org.wangge.server.camera;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.camera.cover.Count;
import org.wangge.camera.cover.CoverRegister;
import org.wangge.server.http.Callers;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;

/** What cameras see of grids, over HTTP. What takes longer is answered with how far it has come. */
public final class CoverHttp {
  private static final String JSON = "application/json";
  private static final int ACCEPTED = 202;
  private static final String AGAIN_SECONDS = "1";

  private final CoverRegister register;
  private final Clock clock;

  CoverHttp(CoverRegister register, Clock clock) {
    this.register = register;
    this.clock = clock;
  }

  /** {@code GET /api/cameras/cover?area}. */
  public void list(Context ctx) {
    String area = CoverRequests.area(ctx);
    Caller caller = Callers.of(ctx);
    answer(ctx, JSON, register.figures(caller, area), CoverJson::figures);
  }

  /** {@code GET /api/cameras/cover/{grid}?by}. */
  public void spots(Context ctx) {
    CoverRequests.SpotsRequest request = CoverRequests.spots(ctx);
    Caller caller = Callers.of(ctx);
    AreaScope scope = caller.with(Right.READ_CAMERAS).scope();
    answer(
        ctx,
        FeaturePage.TYPE,
        register.spots(caller, request.gridCode(), request.by()),
        found -> CoverJson.spots(found, scope));
  }

  /** {@code GET /api/cameras/unseen?area&from&to&limit}. */
  public void unseen(Context ctx) {
    CoverRequests.UnseenRequest request = CoverRequests.unseen(ctx, clock.instant());
    answer(
        ctx,
        FeaturePage.TYPE,
        register.unseen(Callers.of(ctx), request.areaOrNull(), request.from(), request.to()),
        found -> CoverJson.unseen(found, request));
  }

  /** {@code GET /api/cameras/proposals?area&count}. */
  public void proposals(Context ctx) {
    CoverRequests.ProposalsRequest request = CoverRequests.proposals(ctx);
    answer(
        ctx,
        FeaturePage.TYPE,
        register.proposals(Callers.of(ctx), request.areaOrNull(), request.count()),
        CoverJson::proposals);
  }

  private static <T> void answer(
      Context ctx, String type, Count<T> count, Function<T, Map<String, Object>> json) {
    if (count.result().isPresent()) {
      Json.write(ctx, type, json.apply(count.result().get()));
      return;
    }
    ctx.status(ACCEPTED);
    ctx.header("Retry-After", AGAIN_SECONDS);
    Json.write(ctx, JSON, Map.of("done", count.done(), "of", count.of()));
  }
}
