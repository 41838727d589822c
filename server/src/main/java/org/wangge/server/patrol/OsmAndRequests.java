package org.wangge.server.patrol;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.patrol.PhoneReading;
import org.wangge.server.http.FormBody;
import org.wangge.server.http.Json;
import org.wangge.server.http.Malformed;

/**
 * Reads what OsmAnd and Traccar Client send (https://www.traccar.org/osmand/): parameters in the
 * address or in a form, or since Traccar Client 9 JSON, one place or many. Names that mean nothing
 * here are passed over, as each app has some of its own.
 */
final class OsmAndRequests {
  /** Some 10,000 places: what a phone without network has kept of a week. */
  static final int LONGEST_BYTES = 4_000_000;

  private static final Set<String> INVALID = Set.of("false", "0");

  private final Map<String, String> form;
  private final Optional<JsonNode> json;
  private final Instant now;

  private OsmAndRequests(Map<String, String> form, Optional<JsonNode> json, Instant now) {
    this.form = form;
    this.json = json;
    this.now = now;
  }

  /**
   * Takes a request apart.
   *
   * @param now when a place without a time is taken to have been
   */
  static OsmAndRequests of(Context ctx, Instant now) {
    byte[] body = Json.bytes(ctx, LONGEST_BYTES);
    Map<String, String> form = new HashMap<>();
    ctx.queryParamMap().forEach((name, values) -> form.putIfAbsent(name, values.get(0)));
    if (isJson(body)) {
      return new OsmAndRequests(form, Optional.of(Json.parse(body)), now);
    }
    FormBody.parse(new String(body, StandardCharsets.UTF_8)).forEach(form::putIfAbsent);
    return new OsmAndRequests(form, Optional.empty(), now);
  }

  /** By what it is: apps do not always say what they send. */
  private static boolean isJson(byte[] body) {
    for (byte one : body) {
      if (one > ' ') {
        return one == '{' || one == '[';
      }
    }
    return false;
  }

  /** What the phone shows; empty where it shows nothing. */
  String token() {
    return text("id")
        .or(() -> text("deviceid"))
        .or(() -> json.map(body -> body.path("device_id").asText()))
        .orElse("");
  }

  private Optional<String> text(String name) {
    return Optional.ofNullable(form.get(name)).map(String::strip).filter(said -> !said.isEmpty());
  }

  /**
   * What it says.
   *
   * @throws Malformed where it is no message of this protocol, or a single place cannot be read
   */
  PhoneMessage message() {
    return json.map(this::ofJson).orElseGet(this::ofForm);
  }

  private PhoneMessage ofForm() {
    Optional<String> pair = text("location");
    if (pair.isEmpty() && text("lat").isEmpty() && text("lon").isEmpty()) {
      // Of radio masts and networks nearby alone: a place would have to be asked of others.
      return PhoneMessage.dropped("no-place");
    }
    if (text("valid").filter(INVALID::contains).isPresent()) {
      return PhoneMessage.dropped("not-valid");
    }
    String[] parts = pair.map(both -> both.split(",", -1)).orElseGet(() -> new String[0]);
    if (pair.isPresent() && parts.length != 2) {
      throw new Malformed("location", "point-unreadable", Map.of("name", "location"));
    }
    return PhoneMessage.of(
        new PhoneReading(
            PhoneMembers.coordinate("lon", pair.isPresent() ? parts[1] : text("lon").orElse("")),
            PhoneMembers.coordinate("lat", pair.isPresent() ? parts[0] : text("lat").orElse("")),
            text("timestamp").map(said -> PhoneMembers.time("timestamp", said)).orElse(now),
            PhoneReading.ofKnots(PhoneMembers.number(text("speed").orElse(""))),
            PhoneMembers.number(text("accuracy").orElse("")),
            text("mock").filter("true"::equals).isPresent()));
  }

  private PhoneMessage ofJson(JsonNode body) {
    JsonNode location = body.path("location");
    if (location.isObject()) {
      return PhoneMessage.of(reading(location));
    }
    if (!location.isArray()) {
      throw new Malformed("location", "member-missing", Map.of("name", "location"));
    }
    List<PhoneReading> readings = new ArrayList<>();
    List<String> dropped = new ArrayList<>();
    for (JsonNode one : location) {
      try {
        readings.add(reading(one));
      } catch (Malformed e) {
        // The others of the batch would wait for it for ever.
        dropped.add(e.code());
      }
    }
    return new PhoneMessage(readings, dropped);
  }

  private PhoneReading reading(JsonNode location) {
    JsonNode coords = location.path("coords");
    String at = location.path("timestamp").asText();
    return new PhoneReading(
        PhoneMembers.coordinate(coords, "longitude"),
        PhoneMembers.coordinate(coords, "latitude"),
        at.isEmpty() ? now : PhoneMembers.time("timestamp", at),
        PhoneReading.ofMetersPerSecond(PhoneMembers.number(coords, "speed")),
        PhoneMembers.number(coords, "accuracy"),
        location.path("mock").asBoolean(false));
  }
}
