package org.wangge.server.patrol;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.people.Datum;
import org.wangge.people.Device;
import org.wangge.server.http.Arrival;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Parameters;
import org.wangge.server.http.QrCode;
import org.wangge.server.people.DeviceDesk;

/** The phones that send the caller's own positions, over HTTP. */
public final class OwnPhoneHttp {
  private static final String JSON = "application/json";
  private static final int LONGEST_BYTES = 2_000;

  private final DeviceDesk desk;
  private final PhoneMemory memory;

  OwnPhoneHttp(DeviceDesk desk, PhoneMemory memory) {
    this.desk = desk;
    this.memory = memory;
  }

  /** {@code GET /api/account/phones}. */
  public void list(Context ctx) {
    Parameters.of(ctx);
    List<Map<String, @Nullable Object>> phones =
        desk.ownPhones(Callers.of(ctx)).stream().map(this::phone).toList();
    Json.write(ctx, JSON, Map.of("phones", phones));
  }

  /** {@code POST /api/account/phones}: what sets its app up is in this answer and never again. */
  public void add(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BYTES), "name", "datum");
    DeviceDesk.AddedPhone added =
        desk.addOwnPhone(
            Callers.of(ctx),
            body.getText("name"),
            body.word("datum", Datum.class).orElse(Datum.WGS84));
    Map<String, @Nullable Object> json = phone(added.device());
    json.put("secret", added.secret());
    json.put("apps", apps(new PhoneSetup(base(ctx), added.device().id(), added.secret())));
    ctx.status(201);
    ctx.header("Cache-Control", "no-store");
    Json.write(ctx, JSON, json);
  }

  /** {@code DELETE /api/account/phones/{phone}}. */
  public void revoke(Context ctx) {
    String id = ctx.pathParam("phone");
    desk.revokeOwnPhone(Callers.of(ctx), id);
    memory.forget(List.of(id));
    ctx.status(204);
  }

  private Map<String, @Nullable Object> phone(Device device) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", device.id());
    json.put("name", device.name());
    json.put("datum", device.datum().word());
    json.put("addedAt", device.addedAt().toString());
    json.put("lastSeenAt", device.lastSeen().map(Instant::toString).orElse(null));
    json.put("heard", memory.find(device.id()).map(OwnPhoneHttp::heard).orElse(null));
    return json;
  }

  private static Map<String, Object> heard(PhoneMemory.Heard heard) {
    PhoneOutcome outcome = heard.outcome();
    return Map.of(
        "at", heard.at().toString(),
        "accepted", outcome.accepted(),
        "duplicates", outcome.duplicates(),
        "refused", outcome.refused().stream().distinct().toList(),
        "flagged", outcome.flagged().stream().distinct().toList());
  }

  private static Map<String, Object> apps(PhoneSetup setup) {
    return Map.of(
        "traccar", app(setup.traccarUrl(), setup.traccarLink()),
        "owntracks", app(setup.ownTracksUrl(), setup.ownTracksLink()));
  }

  private static Map<String, Object> app(String url, String link) {
    String picture = Base64.getEncoder().encodeToString(QrCode.svg(link));
    return Map.of("url", url, "link", link, "qr", "data:image/svg+xml;base64," + picture);
  }

  private static String base(Context ctx) {
    Arrival arrival = Arrival.of(ctx);
    return (arrival.isSecure() ? "https://" : "http://") + arrival.host();
  }
}
