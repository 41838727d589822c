package org.wangge.server.camera;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.wangge.access.Caller;
import org.wangge.camera.CameraEntry;
import org.wangge.camera.CameraFinder;
import org.wangge.camera.CameraHistory;
import org.wangge.camera.CameraQuery;
import org.wangge.camera.CameraRegister;
import org.wangge.camera.Coverage;
import org.wangge.camera.Covering;
import org.wangge.fault.Invalid;
import org.wangge.geo.AsOf;
import org.wangge.geo.LatticePoint;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Csv;
import org.wangge.server.http.ETags;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;

/** Reads the register of cameras over HTTP, and who sees what. */
public final class CameraHttp {
  /** Outlines take some milliseconds each; of so many a map can show them. */
  private static final int MOST_OUTLINES = 300;

  private final CameraRegister register;
  private final CameraFinder finder;
  private final Clock clock;

  CameraHttp(CameraRegister register, CameraFinder finder, Clock clock) {
    this.register = register;
    this.finder = finder;
    this.clock = clock;
  }

  /** {@code GET /api/cameras}. */
  public void list(Context ctx) {
    CameraRequests.ListRequest request = CameraRequests.list(ctx, clock.instant());
    if (request.near() != null) {
      near(ctx, request, request.near());
      return;
    }
    List<CameraEntry> found = register.list(Callers.of(ctx), request.query());
    Json.write(
        ctx,
        FeaturePage.TYPE,
        FeaturePage.of(
            found,
            request.pageSize(),
            CameraJson::feature,
            one -> one.camera().id(),
            clock.instant()));
  }

  private void near(Context ctx, CameraRequests.ListRequest request, LatticePoint place) {
    List<CameraRegister.Nearby> found =
        register.near(
            Callers.of(ctx), request.query(), place, request.withinMeters(), request.pageSize());
    Json.write(ctx, FeaturePage.TYPE, CameraJson.near(found, clock.instant()));
  }

  /** {@code GET /api/cameras/register.csv}. */
  public void csv(Context ctx) {
    CameraRequests.SheetRequest request = CameraRequests.sheet(ctx, clock.instant());
    List<CameraEntry> found = register.list(Callers.of(ctx), request.query());
    StringBuilder text = new StringBuilder(Csv.BYTE_ORDER_MARK);
    text.append(Csv.line(CameraSheet.head(request.language())));
    found.forEach(one -> text.append(Csv.line(CameraSheet.cells(one))));
    ctx.header("Content-Disposition", "attachment; filename=\"cameras.csv\"");
    ctx.header("Cache-Control", "no-store");
    ctx.contentType("text/csv; charset=utf-8").result(text.toString());
  }

  /** {@code GET /api/cameras/{id}}. */
  public void get(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "at", "known");
    String id = parameters.part("id");
    AsOf asOf = CameraRequests.asOf(parameters, clock.instant());
    Caller caller = Callers.of(ctx);
    CameraEntry entry = asOf == null ? register.get(caller, id) : register.get(caller, id, asOf);
    ETags.set(ctx, entry.revision());
    Json.write(ctx, FeaturePage.TYPE, CameraJson.feature(entry));
  }

  /** {@code GET /api/cameras/{id}/next}: those that come next along the streets. */
  public void next(Context ctx) {
    String id = Parameters.of(ctx).part("id");
    Json.write(
        ctx,
        FeaturePage.TYPE,
        CameraJson.next(register.next(Callers.of(ctx), id), clock.instant()));
  }

  /** {@code GET /api/cameras/{id}/history}. */
  public void history(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "known");
    CameraHistory history =
        register.history(
            Callers.of(ctx), parameters.part("id"), parameters.instant("known").orElse(null));
    ETags.set(ctx, history.revision());
    Json.write(ctx, FeaturePage.TYPE, CameraJson.history(history, clock.instant()));
  }

  /** {@code GET /api/cameras/covering}. */
  public void covering(Context ctx) {
    CameraRequests.Question question = CameraRequests.covering(ctx);
    Json.write(ctx, FeaturePage.TYPE, CameraJson.covering(answer(ctx, question), clock.instant()));
  }

  private List<Covering> answer(Context ctx, CameraRequests.Question question) {
    Caller caller = Callers.of(ctx);
    Geometry shape = question.shape();
    if (shape != null) {
      return finder.covering(caller, shape, question.during());
    }
    return question.during() == null
        ? finder.covering(caller, question.place(), question.turned())
        : finder.covering(caller, question.place(), question.during());
  }

  /** {@code GET /api/cameras/coverage}: of all in a box. */
  public void outlines(Context ctx) {
    CameraQuery query = CameraRequests.outlines(ctx, clock.instant());
    Caller caller = Callers.of(ctx);
    List<CameraEntry> found = register.list(caller, query);
    if (found.size() > MOST_OUTLINES) {
      throw new Invalid(
          "bbox", "cameras-too-many", Map.of("count", found.size(), "most", MOST_OUTLINES));
    }
    List<Coverage> all = register.coverages(caller, found, query.asOf());
    Json.write(ctx, FeaturePage.TYPE, CameraJson.outlines(all, clock.instant()));
  }

  /** {@code GET /api/cameras/{id}/coverage}. */
  public void coverage(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "at", "known");
    Coverage coverage =
        register.coverage(
            Callers.of(ctx),
            parameters.part("id"),
            CameraRequests.asOf(parameters, clock.instant()));
    Json.write(ctx, FeaturePage.TYPE, CameraJson.coverage(coverage));
  }
}
