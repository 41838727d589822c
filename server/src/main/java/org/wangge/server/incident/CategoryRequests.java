package org.wangge.server.incident;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wangge.clock.ChangeReason;
import org.wangge.fault.Invalid;
import org.wangge.incident.Priority;
import org.wangge.incident.category.Condition;
import org.wangge.incident.category.Entry;
import org.wangge.server.clock.CalendarRequests;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;

/** Reads requests about categories, strictly. */
final class CategoryRequests {
  private static final int LONGEST_BODY = 20_000;

  private CategoryRequests() {}

  /** A new one. */
  record Draft(String code, Entry entry, ChangeReason reason) {}

  /** What else is to be said of one. */
  record Edit(Entry entry, ChangeReason reason) {}

  static Draft draft(Context ctx) {
    JsonBody body =
        JsonBody.of(
            Json.read(ctx, LONGEST_BODY),
            "code",
            "nameZh",
            "nameEn",
            "priority",
            "keywords",
            "parent",
            "conditions",
            "departments",
            "published",
            "reason",
            "case");
    return new Draft(getText(body, "code"), entry(body), CalendarRequests.reason(body));
  }

  static Edit edit(Context ctx) {
    JsonBody body =
        JsonBody.of(
            Json.read(ctx, LONGEST_BODY),
            "nameZh",
            "nameEn",
            "priority",
            "keywords",
            "parent",
            "conditions",
            "departments",
            "published",
            "reason",
            "case");
    return new Edit(entry(body), CalendarRequests.reason(body));
  }

  static ChangeReason reason(Context ctx) {
    return CalendarRequests.reason(JsonBody.of(Json.read(ctx, LONGEST_BODY), "reason", "case"));
  }

  private static Entry entry(JsonBody body) {
    return new Entry(
        getText(body, "nameZh"),
        getText(body, "nameEn"),
        priority(getText(body, "priority")),
        texts(body, "keywords"),
        body.text("parent").orElse(""),
        conditions(body),
        Set.copyOf(texts(body, "departments")),
        flag(body, "published"));
  }

  private static Priority priority(String word) {
    return Priority.find(word)
        .orElseThrow(
            () ->
                new Invalid(
                    "priority",
                    "rule-word-unknown",
                    Map.of(
                        "given",
                        word,
                        "known",
                        Arrays.stream(Priority.values()).map(Priority::word).toList())));
  }

  private static List<Condition> conditions(JsonBody body) {
    List<Condition> conditions = new ArrayList<>();
    if (body.has("conditions")) {
      for (JsonNode one : body.getArray("conditions")) {
        JsonBody condition = JsonBody.within("conditions", one, "code", "nameZh", "nameEn");
        conditions.add(
            new Condition(
                getText(condition, "code"),
                getText(condition, "nameZh"),
                getText(condition, "nameEn")));
      }
    }
    return conditions;
  }

  private static List<String> texts(JsonBody body, String name) {
    List<String> texts = new ArrayList<>();
    if (body.has(name)) {
      for (JsonNode one : body.getArray(name)) {
        if (!one.isTextual()) {
          throw new Malformed(name, "text-wanted", Map.of("name", name));
        }
        texts.add(one.textValue());
      }
    }
    return texts;
  }

  /** What is not said to be published is not. */
  private static boolean flag(JsonBody body, String name) {
    if (!body.has(name)) {
      return false;
    }
    if (!body.node(name).isBoolean()) {
      throw new Malformed(name, "flag-wanted", Map.of("name", name));
    }
    return body.node(name).booleanValue();
  }

  private static String getText(JsonBody body, String name) {
    return body.text(name)
        .orElseThrow(() -> new Invalid(name, "member-missing", Map.of("name", name)));
  }
}
