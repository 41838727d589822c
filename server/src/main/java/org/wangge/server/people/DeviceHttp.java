package org.wangge.server.people;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.people.Device;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;
import org.wangge.server.http.RateLimit;
import org.wangge.server.http.SafeCookie;

/** Devices over HTTP. */
public final class DeviceHttp {
  private static final int PAIRINGS_A_MINUTE = 10;

  /** Browsers keep a cookie no longer; a wall that was off for a year is paired again. */
  private static final int COOKIE_SECONDS = (int) Duration.ofDays(400).toSeconds();

  private final DeviceDesk desk;
  private final RateLimit pairings = new RateLimit(PAIRINGS_A_MINUTE);

  DeviceHttp(DeviceDesk desk) {
    this.desk = desk;
  }

  /** {@code GET /api/devices}. */
  public void list(Context ctx) {
    Parameters.of(ctx);
    Json.write(
        ctx,
        "application/json",
        Map.of("devices", desk.list(Callers.of(ctx)).stream().map(DeviceJson::device).toList()));
  }

  /** {@code POST /api/devices}: a phone; the answer holds what its app shows, once and for all. */
  public void addPhone(Context ctx) {
    DeviceRequests.Phone wanted = DeviceRequests.phone(ctx);
    DeviceDesk.AddedPhone added =
        desk.addPhone(Callers.of(ctx), wanted.name(), wanted.staffCode(), wanted.datum());
    Map<String, @Nullable Object> json = DeviceJson.device(added.device());
    json.put("secret", added.secret());
    created(ctx, added.device(), json);
  }

  /** {@code DELETE /api/devices/{id}}. */
  public void revoke(Context ctx) {
    desk.revoke(Callers.of(ctx), ctx.pathParam("id"));
    ctx.status(204);
  }

  /**
   * {@code POST /api/devices/pairings}: a screen asks to be let in. Wants JSON, which a form of
   * another site cannot send: it would make a wall forget who it is.
   */
  public void begin(Context ctx) {
    if (!String.valueOf(ctx.contentType()).startsWith("application/json")) {
      throw new HttpResponseException(415, "", Map.of());
    }
    pairings.count(ctx);
    DeviceDesk.Begun begun = desk.begin(Callers.of(ctx));
    SafeCookie.set(ctx, Callers.WALL_COOKIE, begun.secret(), COOKIE_SECONDS);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("code", begun.code());
    answer.put("validForSeconds", begun.validFor().toSeconds());
    ctx.status(201);
    ctx.header("Cache-Control", "no-store");
    Json.write(ctx, "application/json", answer);
  }

  /** {@code GET /api/devices/pairings}: how the screen stands that asks. */
  public void poll(Context ctx) {
    Parameters.of(ctx);
    String secret = SafeCookie.read(ctx, Callers.WALL_COOKIE).orElse("");
    DeviceDesk.State state = desk.poll(Callers.of(ctx), secret);
    ctx.header("Cache-Control", "no-store");
    Json.write(ctx, "application/json", Map.of("state", state.name().toLowerCase(Locale.ROOT)));
  }

  /** {@code POST /api/devices/pairings/approvals}: lets the screen in that shows a code. */
  public void approve(Context ctx) {
    DeviceRequests.Approval wanted = DeviceRequests.approval(ctx);
    Device wall = desk.approve(Callers.of(ctx), wanted.code(), wanted.name(), wanted.scope());
    created(ctx, wall, DeviceJson.device(wall));
  }

  private static void created(Context ctx, Device device, Map<String, @Nullable Object> json) {
    ctx.status(201);
    ctx.header("Location", "/api/devices/" + device.id());
    ctx.header("Cache-Control", "no-store");
    Json.write(ctx, "application/json", json);
  }
}
