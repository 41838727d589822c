package org.wangge.server.incident;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.wangge.access.Caller;
import org.wangge.incident.Action;
import org.wangge.incident.Handler;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentRegister;
import org.wangge.incident.dispatch.Suggestion;
import org.wangge.incident.dispatch.TaskRegister;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;

/** Who handles incidents, over HTTP. */
public final class TaskHttp {
  private static final String JSON = "application/json";

  private final TaskRegister register;
  private final IncidentRegister incidents;
  private final HandlerNames names;
  private final IncidentNames called;
  private final Clock clock;

  TaskHttp(
      TaskRegister register,
      IncidentRegister incidents,
      HandlerNames names,
      IncidentNames called,
      Clock clock) {
    this.register = register;
    this.incidents = incidents;
    this.called = called;
    this.names = names;
    this.clock = clock;
  }

  /** {@code GET /api/tasks}: what the caller has in hand. */
  public void mine(Context ctx) {
    Parameters.of(ctx);
    Caller caller = Callers.of(ctx);
    Instant now = clock.instant();
    List<TaskRegister.InHand> mine = register.mine(caller);
    Function<Incident, List<Action>> actions = incidents.actionsFor(caller, now);
    Function<Handler, Optional<Map<String, Object>>> handlers =
        names.of(caller, mine.stream().map(one -> one.task().handler()).toList());
    Function<Incident, Map<String, String>> words = called.now(caller);
    Json.write(
        ctx,
        JSON,
        Map.of(
            "asOf",
            now.toString(),
            "tasks",
            mine.stream()
                .map(
                    one ->
                        TaskJson.inHand(
                            one,
                            handlers,
                            actions.apply(one.incident()),
                            words.apply(one.incident()),
                            now))
                .toList()));
  }

  /** {@code GET /api/incidents/{id}/tasks}. */
  public void list(Context ctx) {
    String id = Parameters.of(ctx).part("id");
    Caller caller = Callers.of(ctx);
    List<TaskRegister.Seen> all = register.tasks(caller, id);
    Function<Handler, Optional<Map<String, Object>>> handlers =
        names.of(caller, all.stream().map(one -> one.task().handler()).toList());
    Json.write(
        ctx, JSON, Map.of("tasks", all.stream().map(one -> TaskJson.seen(one, handlers)).toList()));
  }

  /** {@code GET /api/incidents/{id}/suggestions}. */
  public void suggestions(Context ctx) {
    String id = Parameters.of(ctx).part("id");
    Caller caller = Callers.of(ctx);
    List<Suggestion> all = register.suggestions(caller, id);
    Function<Handler, Optional<Map<String, Object>>> handlers =
        names.of(caller, all.stream().map(Suggestion::handler).toList());
    Json.write(
        ctx,
        JSON,
        Map.of(
            "suggestions", all.stream().map(one -> TaskJson.suggestion(one, handlers)).toList()));
  }

  /** {@code GET /api/incidents/departments}. */
  public void departments(Context ctx) {
    Parameters.of(ctx);
    Json.write(
        ctx,
        JSON,
        Map.of(
            "departments",
            register.departments(Callers.of(ctx)).stream().map(TaskJson::department).toList()));
  }
}
