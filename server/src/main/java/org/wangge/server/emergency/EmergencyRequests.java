package org.wangge.server.emergency;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.emergency.Emergency;
import org.wangge.emergency.EmergencyContact;
import org.wangge.emergency.EmergencyTask;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Language;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** Reads requests about emergencies, strictly. */
final class EmergencyRequests {
  private static final int LONGEST_BODY = 20_000;
  private static final int LONGEST_CODE = 40;
  private static final int LONGEST_CATEGORY = 60;
  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final List<String> LANGUAGES = List.of("zh", "en");

  private EmergencyRequests() {}

  static long id(Context ctx) {
    return Parameters.id(ctx, "id", "emergency-unknown", "emergency");
  }

  /**
   * What a list is asked for.
   *
   * @param lasting only those that last
   * @param before only those of a smaller id
   * @param pageSize how many
   */
  record ListRequest(boolean lasting, long before, int pageSize) {}

  static ListRequest list(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "lasting", "before", "limit");
    return new ListRequest(
        parameters.flag("lasting"),
        parameters.integer("before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE),
        parameters.integer("limit", USUAL, 1, MOST));
  }

  /** What is to be declared. */
  static Emergency.Plan plan(Context ctx) {
    Parameters.of(ctx);
    JsonBody body =
        JsonBody.of(
            Json.read(ctx, LONGEST_BODY),
            "title",
            "areas",
            "householdsPerPerson",
            "contact",
            "task",
            "urgentCategories");
    return new Emergency.Plan(
        line(body, "title"),
        areas(body),
        body.getInteger("householdsPerPerson"),
        contact(body.getObject("contact", "name", "phone")),
        task(body),
        urgentCategories(body),
        false);
  }

  private static List<String> areas(JsonBody body) {
    return codes(body, "areas", LONGEST_CODE);
  }

  /** None where nothing is said of them. */
  private static List<String> urgentCategories(JsonBody body) {
    return body.node("urgentCategories").isMissingNode()
        ? List.of()
        : codes(body, "urgentCategories", LONGEST_CATEGORY);
  }

  private static List<String> codes(JsonBody body, String name, int longest) {
    List<String> codes = new ArrayList<>();
    for (JsonNode code : body.getArray(name)) {
      if (!code.isTextual() || code.textValue().length() > longest) {
        throw new Malformed(name + "[" + codes.size() + "]", "text-wanted", Map.of("name", name));
      }
      codes.add(code.textValue());
    }
    return codes;
  }

  private static @Nullable EmergencyTask task(JsonBody body) {
    if (body.node("task").isMissingNode() || body.node("task").isNull()) {
      return null;
    }
    JsonBody task = body.getObject("task", "text", "yesIsHazard", "until");
    return new EmergencyTask(
        line(task, "text"),
        flag(task, "yesIsHazard"),
        Parameters.instant("task.until", task.getText("until")));
  }

  private static EmergencyContact contact(JsonBody contact) {
    return new EmergencyContact(line(contact, "name"), line(contact, "phone"));
  }

  /** Whom to call in a grid. */
  static EmergencyContact contact(Context ctx) {
    return contact(JsonBody.of(Json.read(ctx, LONGEST_BODY), "name", "phone"));
  }

  /** Whether somebody comes. */
  static boolean comes(Context ctx) {
    return flag(JsonBody.of(Json.read(ctx, LONGEST_BODY), "comes"), "comes");
  }

  private static boolean flag(JsonBody body, String name) {
    JsonNode value = body.node(name);
    if (!value.isBoolean()) {
      throw new Malformed(name, "flag-wanted", Map.of("name", name));
    }
    return value.booleanValue();
  }

  /** In which language a sheet is wanted. */
  static Language language(Context ctx) {
    return Parameters.of(ctx, "lang")
        .word("lang", word -> Optional.of(word).filter(LANGUAGES::contains), LANGUAGES)
        .map(word -> word.equals("en") ? Language.EN : Language.ZH)
        .orElseGet(() -> Language.of(ctx));
  }

  private static String line(JsonBody body, String name) {
    return body.getText(name).strip().replaceAll("\\s+", " ");
  }
}
