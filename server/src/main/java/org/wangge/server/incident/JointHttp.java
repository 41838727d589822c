package org.wangge.server.incident;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.incident.Handler;
import org.wangge.incident.joint.JointAction;
import org.wangge.incident.joint.JointHandling;
import org.wangge.incident.joint.JointRegister;
import org.wangge.incident.joint.Minute;
import org.wangge.incident.joint.Participant;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.Json;
import org.wangge.server.people.AccountNames;

/**
 * Joint handling over HTTP. Every change answers what a look would show; it is told the version of
 * the joint handling it was made from, only convening that of the incident.
 */
public final class JointHttp {
  private final JointRegister register;
  private final HandlerNames handlers;
  private final AccountNames names;
  private final Clock clock;

  JointHttp(JointRegister register, HandlerNames handlers, AccountNames names, Clock clock) {
    this.register = register;
    this.handlers = handlers;
    this.names = names;
    this.clock = clock;
  }

  /** {@code GET /api/incidents/{id}/joint}. */
  public void get(Context ctx) {
    write(ctx, JointRequests.id(ctx));
  }

  /** {@code POST /api/incidents/{id}/joint} with {@code {reason}} and {@code If-Match}. */
  public void convene(Context ctx) {
    String id = JointRequests.id(ctx);
    int version = ETags.getIfMatch(ctx);
    var unused = register.convene(Callers.of(ctx), id, version, JointRequests.text(ctx, "reason"));
    ctx.status(201);
    write(ctx, id);
  }

  /** {@code POST /api/incidents/{id}/joint/minutes} with {@code {text}} and {@code If-Match}. */
  public void minute(Context ctx) {
    String id = JointRequests.id(ctx);
    int version = ETags.getIfMatch(ctx);
    var unused = register.minute(Callers.of(ctx), id, version, JointRequests.text(ctx, "text"));
    write(ctx, id);
  }

  /** {@code POST /api/incidents/{id}/joint/decision}, with {@code If-Match}. */
  public void decide(Context ctx) {
    String id = JointRequests.id(ctx);
    int version = ETags.getIfMatch(ctx);
    var unused = register.decide(Callers.of(ctx), id, version, JointRequests.decision(ctx));
    write(ctx, id);
  }

  /** {@code POST /api/incidents/{id}/joint/duties/{duty}/done}, with {@code If-Match}. */
  public void done(Context ctx) {
    String id = JointRequests.id(ctx);
    int duty = JointRequests.duty(ctx);
    int version = ETags.getIfMatch(ctx);
    var unused = register.done(Callers.of(ctx), id, version, duty, JointRequests.text(ctx, "note"));
    write(ctx, id);
  }

  private void write(Context ctx, String id) {
    Caller caller = Callers.of(ctx);
    JointRegister.Seen seen = register.seen(caller, id);
    Optional<JointHandling> open = seen.all().stream().filter(JointHandling::isOpen).findFirst();
    open.ifPresent(joint -> ETags.set(ctx, joint.version()));
    Instant now = clock.instant();
    JointJson json =
        new JointJson(
            handlers.of(caller, handlersOf(seen.all())),
            names.namesOf(caller, accountsOf(seen.all())),
            now);
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("asOf", now.toString());
    answer.put("actions", seen.actions().stream().map(JointAction::word).toList());
    answer.put("joint", open.map(joint -> json.joint(joint, seen.duties())).orElse(null));
    answer.put(
        "past",
        seen.all().stream()
            .filter(joint -> !joint.isOpen())
            .map(joint -> json.joint(joint, Set.of()))
            .toList());
    Json.write(ctx, "application/json", answer);
  }

  private static List<Handler> handlersOf(List<JointHandling> all) {
    List<Handler> handlers = new ArrayList<>();
    for (JointHandling joint : all) {
      joint.participants().stream().map(Participant::handler).forEach(handlers::add);
    }
    return handlers;
  }

  private static List<String> accountsOf(List<JointHandling> all) {
    return all.stream()
        .flatMap(joint -> joint.minutes().stream())
        .map(Minute::account)
        .distinct()
        .toList();
  }
}
