package org.wangge.server.incident;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.incident.Action;
import org.wangge.incident.Handler;
import org.wangge.incident.dispatch.Department;
import org.wangge.incident.dispatch.Suggestion;
import org.wangge.incident.dispatch.Task;
import org.wangge.incident.dispatch.TaskRegister;

/** Tasks, departments and who is proposed, as JSON. */
final class TaskJson {
  private TaskJson() {}

  static Map<String, Object> suggestion(
      Suggestion suggestion, Function<Handler, Optional<Map<String, Object>>> handlers) {
    Map<String, Object> json = new LinkedHashMap<>();
    HandlerJson.put(json, suggestion.handler(), handlers);
    json.put(
        "reasons", suggestion.reasons().stream().map(one -> Map.of("code", one.word())).toList());
    suggestion.distanceMeters().ifPresent(meters -> json.put("distanceMeters", Math.round(meters)));
    json.put("open", suggestion.open());
    json.put("score", Math.round(suggestion.score()));
    return json;
  }

  /** A task of an incident, with what the caller may answer to it. */
  static Map<String, @Nullable Object> seen(
      TaskRegister.Seen seen, Function<Handler, Optional<Map<String, Object>>> handlers) {
    Map<String, @Nullable Object> json = task(seen.task(), handlers);
    json.put("own", seen.own());
    json.put("actions", seen.actions().stream().map(Action::word).toList());
    return json;
  }

  private static Map<String, @Nullable Object> task(
      Task task, Function<Handler, Optional<Map<String, Object>>> handlers) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    HandlerJson.put(json, task.handler(), handlers);
    json.put("leads", task.leads());
    json.put("state", task.state().word());
    json.put("givenAt", task.givenAt().toString());
    Instant answered = task.answeredAtOrNull();
    json.put("answeredAt", answered == null ? null : answered.toString());
    json.put("answeredBy", task.answeredByOrNull());
    return json;
  }

  /** A task of the caller's, with what it is about and what that is called. */
  static Map<String, @Nullable Object> inHand(
      TaskRegister.InHand one,
      Function<Handler, Optional<Map<String, Object>>> handlers,
      List<Action> actions,
      Map<String, String> names,
      Instant now) {
    Map<String, @Nullable Object> json = task(one.task(), handlers);
    json.put("names", names);
    json.put("incident", IncidentJson.feature(one.incident(), actions, now));
    return json;
  }

  static Map<String, Object> department(Department department) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", department.code());
    json.put("nameZh", department.nameZh());
    json.put("nameEn", department.nameEn());
    json.put("categories", department.categories().stream().sorted().toList());
    return json;
  }
}
