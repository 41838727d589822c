package org.wangge.server.camera;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraRegister;
import org.wangge.camera.Coverage;
import org.wangge.camera.Covering;
import org.wangge.geo.LatticePoint;
import org.wangge.server.http.Callers;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;

/** Cameras over HTTP. */
public final class CameraHttp {
  private final CameraRegister register;
  private final Clock clock;

  CameraHttp(CameraRegister register, Clock clock) {
    this.register = register;
    this.clock = clock;
  }

  /** {@code GET /api/cameras}. */
  public void list(Context ctx) {
    CameraRequests.ListRequest request = CameraRequests.list(ctx);
    if (request.near() != null) {
      near(ctx, request, request.near());
      return;
    }
    List<Camera> found = register.list(Callers.of(ctx), request.query());
    Json.write(
        ctx,
        FeaturePage.TYPE,
        FeaturePage.of(
            found, request.pageSize(), CameraJson::feature, Camera::id, clock.instant()));
  }

  private void near(Context ctx, CameraRequests.ListRequest request, LatticePoint place) {
    List<CameraRegister.Nearby> found =
        register.near(
            Callers.of(ctx), request.query(), place, request.withinMeters(), request.pageSize());
    Json.write(ctx, FeaturePage.TYPE, CameraJson.near(found, clock.instant()));
  }

  /** {@code GET /api/cameras/{id}}. */
  public void get(Context ctx) {
    String id = Parameters.of(ctx).part("id");
    Camera camera = register.get(Callers.of(ctx), id);
    Json.write(ctx, FeaturePage.TYPE, CameraJson.feature(camera));
  }

  /** {@code GET /api/cameras/covering}. */
  public void covering(Context ctx) {
    LatticePoint place = CameraRequests.covering(ctx);
    List<Covering> found = register.covering(Callers.of(ctx), place);
    Json.write(ctx, FeaturePage.TYPE, CameraJson.covering(found, clock.instant()));
  }

  /** {@code GET /api/cameras/{id}/coverage}. */
  public void coverage(Context ctx) {
    String id = Parameters.of(ctx).part("id");
    Coverage coverage = register.coverage(Callers.of(ctx), id);
    Json.write(ctx, FeaturePage.TYPE, CameraJson.coverage(coverage));
  }
}
