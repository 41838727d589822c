package org.wangge.server.incident;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.incident.IncidentRegister;
import org.wangge.incident.dispatch.TaskRegister;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;

/** Who handles incidents, over HTTP. */
public final class TaskHttp {
  private static final String JSON = "application/json";

  private final TaskRegister register;
  private final Clock clock;

  TaskHttp(TaskRegister register, Clock clock) {
    this.register = register;
    this.clock = clock;
  }

  /** {@code GET /api/tasks}: what the caller has in hand. */
  public void mine(Context ctx) {
    Parameters.of(ctx);
    Caller caller = Callers.of(ctx);
    Instant now = clock.instant();
    Json.write(
        ctx,
        JSON,
        Map.of(
            "asOf",
            now.toString(),
            "tasks",
            register.mine(caller).stream()
                .map(
                    one ->
                        TaskJson.inHand(
                            one, IncidentRegister.actionsFor(caller, one.incident(), now), now))
                .toList()));
  }

  /** {@code GET /api/incidents/{id}/tasks}. */
  public void list(Context ctx) {
    String id = Parameters.of(ctx).part("id");
    Json.write(
        ctx,
        JSON,
        Map.of("tasks", register.tasks(Callers.of(ctx), id).stream().map(TaskJson::task).toList()));
  }

  /** {@code GET /api/incidents/{id}/suggestions}. */
  public void suggestions(Context ctx) {
    String id = Parameters.of(ctx).part("id");
    Json.write(
        ctx,
        JSON,
        Map.of(
            "suggestions",
            register.suggestions(Callers.of(ctx), id).stream().map(TaskJson::suggestion).toList()));
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
