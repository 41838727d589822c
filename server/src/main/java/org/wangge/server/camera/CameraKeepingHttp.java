package org.wangge.server.camera;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraChange;
import org.wangge.camera.CameraEntry;
import org.wangge.camera.CameraKeeper;
import org.wangge.camera.CameraKey;
import org.wangge.camera.CameraRegister;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Parameters;

/** Keeps the register of cameras over HTTP. */
public final class CameraKeepingHttp {
  private static final int LONGEST_BODY = 100_000;

  private final CameraRegister register;
  private final CameraKeeper keeper;
  private final Clock clock;

  CameraKeepingHttp(CameraRegister register, CameraKeeper keeper, Clock clock) {
    this.register = register;
    this.keeper = keeper;
    this.clock = clock;
  }

  /** {@code POST /api/cameras}. */
  public void add(Context ctx) {
    JsonNode body = Json.read(ctx, LONGEST_BODY);
    Camera camera = CameraBodies.camera(body);
    keeper.add(Callers.of(ctx), List.of(camera), CameraBodies.from(body));
    ctx.status(201);
    ctx.header("Location", "/api/cameras/" + camera.id());
    answer(ctx, camera.id());
  }

  /** {@code PATCH /api/cameras/{id}}. */
  public void change(Context ctx) {
    String id = Parameters.of(ctx).part("id");
    JsonNode body = Json.read(ctx, LONGEST_BODY);
    CameraChange change = CameraBodies.change(body);
    CameraKey key = new CameraKey(id, ETags.getIfMatch(ctx));
    keeper.change(Callers.of(ctx), List.of(key), change, CameraBodies.from(body));
    answer(ctx, id);
  }

  /** As it is known now, though it may be taken down. */
  private void answer(Context ctx, String id) {
    CameraEntry entry = register.get(Callers.of(ctx), id);
    ETags.set(ctx, entry.revision());
    Json.write(ctx, FeaturePage.TYPE, CameraJson.feature(entry));
  }

  /** {@code POST /api/cameras/changes}. */
  public void changeMany(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "cameras", "change");
    List<CameraKey> keys = CameraBodies.keys(body);
    CameraChange change = CameraBodies.change(body.node("change"));
    keeper.change(Callers.of(ctx), keys, change, CameraBodies.from(body.node("change")));
    answerMany(ctx, keys);
  }

  /** {@code POST /api/cameras/ends}. */
  public void end(Context ctx) {
    JsonNode node = Json.read(ctx, LONGEST_BODY);
    List<CameraKey> keys = CameraBodies.keys(JsonBody.of(node, "cameras", "from"));
    keeper.end(Callers.of(ctx), keys, CameraBodies.from(node));
    answerMany(ctx, keys);
  }

  /** {@code POST /api/cameras/take-backs}. */
  public void takeBack(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "cameras");
    List<CameraKey> keys = CameraBodies.keys(body);
    keeper.takeBack(Callers.of(ctx), keys);
    answerMany(ctx, keys);
  }

  /** The keys as they are to be given for the next change. */
  private static void answerMany(Context ctx, List<CameraKey> keys) {
    List<Map<String, Object>> cameras =
        keys.stream()
            .map(key -> Map.<String, Object>of("id", key.id(), "revision", key.revision() + 1))
            .toList();
    Json.write(ctx, "application/json", Map.of("cameras", cameras));
  }

  /** {@code POST /api/cameras/preview}: what a camera would see that need not be there. */
  public void preview(Context ctx) {
    Camera camera = CameraBodies.camera(Json.read(ctx, LONGEST_BODY));
    Json.write(
        ctx, FeaturePage.TYPE, CameraJson.coverage(register.preview(Callers.of(ctx), camera)));
  }

  /** {@code POST /api/imports/cameras}: a file as the body. */
  public void importFile(Context ctx) {
    CameraFileOptions options = CameraRequests.file(ctx);
    CameraFile file = CameraFile.read(Json.bytes(ctx, CameraFile.LONGEST_BYTES), options);
    Caller caller = Callers.of(ctx);
    Map<String, Object> report = new LinkedHashMap<>(file.report(options));
    CameraKeeper.Taken taken =
        keeper.take(caller, file.cameras(), options.from(), options.onlyTry());
    report.put("added", taken.added());
    report.put("changed", taken.changed());
    report.put("unchanged", taken.unchanged());
    report.put("asOf", clock.instant().toString());
    Json.write(ctx, "application/json", report);
  }
}
