package org.wangge.server.people;

import io.javalin.http.Context;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.people.PersonalField;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** Reads requests about people, strictly. What is given is never said back: it is personal. */
final class PersonRequests {
  private static final int MOST = 1_000;
  private static final int LONGEST_BYTES = 10_000;
  private static final int LONGEST_UNIT = 100;

  private PersonRequests() {}

  /**
   * A list of people.
   *
   * @param area only who is in charge of it or of something below; null for all
   * @param text what to look for; null for all
   * @param after code to go on after
   * @param pageSize how many the page holds
   */
  record ListRequest(@Nullable String area, @Nullable String text, String after, int pageSize) {}

  static ListRequest list(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "area", "q", "limit", "cursor");
    return new ListRequest(
        parameters.text("area").orElse(null),
        parameters.text("q").map(String::strip).orElse(null),
        parameters.text("cursor").orElse(""),
        parameters.integer("limit", 100, 1, MOST));
  }

  /** Somebody new. */
  record New(String code, String unit, Map<PersonalField, String> fields) {}

  static New added(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BYTES), PersonJson.members("code", "unit"));
    return new New(body.getText("code"), unit(body).orElse(""), fields(body));
  }

  /**
   * What changes of somebody.
   *
   * @param unit null where it stays
   * @param fields those that change
   */
  record Change(@Nullable String unit, Map<PersonalField, String> fields) {}

  static Change change(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BYTES), PersonJson.members("unit"));
    return new Change(unit(body).orElse(null), fields(body));
  }

  private static Optional<String> unit(JsonBody body) {
    return body.has("unit")
        ? Optional.of(limited("unit", body.text("unit").orElse(""), LONGEST_UNIT))
        : Optional.empty();
  }

  private static Map<PersonalField, String> fields(JsonBody body) {
    Map<PersonalField, String> fields = new EnumMap<>(PersonalField.class);
    for (PersonalField field : PersonalField.ofPersons()) {
      if (body.has(field.member())) {
        String value = body.text(field.member()).orElse("").strip();
        fields.put(field, limited(field.member(), value, longest(field)));
      }
    }
    return fields;
  }

  private static int longest(PersonalField field) {
    return switch (field) {
      case NAME, REPORTER_NAME -> 60;
      case HOME_ADDRESS -> 200;
      case HOME_GRID -> 40;
      case DUTY_PHONE, PRIVATE_PHONE, REPORTER_PHONE, ID_NUMBER -> 30;
    };
  }

  private static String limited(String name, String text, int longest) {
    if (text.length() > longest) {
      throw new Malformed(name, "text-too-long", Map.of("name", name, "longest", longest));
    }
    return text;
  }
}
