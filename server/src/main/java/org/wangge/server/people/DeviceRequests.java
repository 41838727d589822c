package org.wangge.server.people;

import io.javalin.http.Context;
import java.util.Map;
import org.wangge.access.AreaScope;
import org.wangge.people.Datum;
import org.wangge.people.DeviceKind;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;

/** Reads what is asked of devices. */
final class DeviceRequests {
  private static final int LONGEST_BYTES = 4_000;

  private DeviceRequests() {}

  /** A phone that is to be let in. */
  record Phone(String name, String staffCode, Datum datum) {}

  static Phone phone(Context ctx) {
    JsonBody body =
        JsonBody.of(Json.read(ctx, LONGEST_BYTES), "kind", "name", "staffCode", "datum");
    if (!body.getText("kind").equals(DeviceKind.PHONE.word())) {
      throw new Malformed(
          "kind",
          "word-unknown",
          Map.of("name", "kind", "given", body.getText("kind"), "known", "phone"));
    }
    return new Phone(
        body.getText("name"),
        body.getText("staffCode"),
        body.word("datum", Datum.class).orElse(Datum.WGS84));
  }

  /** A wall that is to be let in. */
  record Approval(String code, String name, AreaScope scope) {}

  static Approval approval(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BYTES), "code", "name", "areas");
    return new Approval(
        body.getText("code"),
        body.getText("name"),
        body.has("areas")
            ? AreaScope.of(TokenRequests.texts(body, "areas"))
            : AreaScope.unlimited());
  }
}
