package org.wangge.server.patrol;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.patrol.PhoneReading;
import org.wangge.people.TokenText;
import org.wangge.server.http.Json;
import org.wangge.server.http.Malformed;

/**
 * Reads what OwnTracks sends in HTTP mode (https://owntracks.org/booklet/tech/http/ and
 * .../tech/json/). Of all it can say only {@code location} is of use here.
 */
final class OwnTracksRequests {
  /** What says nothing of a place. */
  static final String NOT_A_LOCATION = "not-a-location";

  private static final int LONGEST_BYTES = 400_000;
  private static final String BASIC = "Basic ";

  private OwnTracksRequests() {}

  /**
   * What the phone shows: the password of HTTP Basic, whoever it names; else what it calls itself.
   */
  static String token(Context ctx) {
    return Stream.of(
            password(ctx.header("Authorization")),
            Optional.ofNullable(ctx.header("X-Limit-D")),
            Optional.ofNullable(ctx.header("X-Limit-U")))
        .flatMap(Optional::stream)
        .filter(TokenText.DEVICE::isOne)
        .findFirst()
        .orElse("");
  }

  private static Optional<String> password(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return Optional.empty();
    }
    try {
      byte[] pair = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
      String both = new String(pair, StandardCharsets.UTF_8);
      return Optional.of(both.substring(both.indexOf(':') + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * What it says. Friends that were taken away come as messages without a body.
   *
   * @throws Malformed where it is no message of this protocol, or its place cannot be read
   */
  static PhoneMessage message(Context ctx) {
    return message(Json.bytes(ctx, LONGEST_BYTES));
  }

  /** The same of what was sent another way. */
  static PhoneMessage message(byte[] body) {
    if (body.length == 0) {
      return new PhoneMessage(List.of(), List.of());
    }
    JsonNode said = Json.parse(body);
    if (!said.isArray()) {
      return message(said);
    }
    List<PhoneReading> readings = new ArrayList<>();
    List<String> dropped = new ArrayList<>();
    for (JsonNode one : said) {
      try {
        PhoneMessage part = message(one);
        readings.addAll(part.readings());
        dropped.addAll(part.dropped());
      } catch (Malformed e) {
        dropped.add(e.code());
      }
    }
    return new PhoneMessage(readings, dropped);
  }

  private static PhoneMessage message(JsonNode said) {
    String type = said.path("_type").asText();
    if (type.isEmpty()) {
      throw new Malformed("_type", "member-missing", Map.of("name", "_type"));
    }
    if (type.equals("encrypted")) {
      return PhoneMessage.dropped("encrypted");
    }
    return type.equals("location")
        ? PhoneMessage.of(reading(said))
        : PhoneMessage.dropped(NOT_A_LOCATION);
  }

  private static PhoneReading reading(JsonNode said) {
    return new PhoneReading(
        PhoneMembers.coordinate(said, "lon"),
        PhoneMembers.coordinate(said, "lat"),
        PhoneMembers.time("tst", said.path("tst").asText()),
        PhoneReading.ofKilometersPerHour(PhoneMembers.number(said, "vel")),
        PhoneMembers.number(said, "acc"),
        false);
  }
}
