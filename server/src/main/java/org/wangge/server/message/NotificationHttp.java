package org.wangge.server.message;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wangge.access.Caller;
import org.wangge.grid.Duty;
import org.wangge.grid.InCharge;
import org.wangge.incident.Handler;
import org.wangge.message.Notification;
import org.wangge.message.NotificationRegister;
import org.wangge.message.Recipient;
import org.wangge.people.PersonNames;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.FeaturePage;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;
import org.wangge.server.incident.HandlerNames;

/** Notifications over HTTP: who was told of what, and answers. Answers need no version. */
public final class NotificationHttp {
  private final NotificationRegister register;
  private final HandlerNames handlers;
  private final PersonNames people;
  private final Clock clock;
  private final Clock machine;

  NotificationHttp(
      NotificationRegister register,
      HandlerNames handlers,
      PersonNames people,
      Clock clock,
      Clock machine) {
    this.register = register;
    this.handlers = handlers;
    this.people = people;
    this.clock = clock;
    this.machine = machine;
  }

  /** {@code GET /api/notifications?grid&open&incident&before&limit}. */
  public void list(Context ctx) {
    MessageRequests.ListRequest asked = MessageRequests.list(ctx);
    write(ctx, register.list(Callers.of(ctx), asked.query()), asked.pageSize());
  }

  /** {@code GET /api/notifications/own}: open ones of which the caller was told. */
  public void own(Context ctx) {
    var unused = Parameters.of(ctx);
    List<NotificationRegister.Seen> found = register.telling(Callers.of(ctx));
    write(ctx, found, found.size());
  }

  private void write(Context ctx, List<NotificationRegister.Seen> found, int pageSize) {
    MessageJson json = json(Callers.of(ctx), found);
    Json.write(
        ctx,
        FeaturePage.TYPE,
        FeaturePage.of(
            found,
            pageSize,
            json::feature,
            seen -> Long.toString(seen.notification().id()),
            clock.instant()));
  }

  /** {@code GET /api/notifications/{id}}. */
  public void get(Context ctx) {
    write(ctx, register.get(Callers.of(ctx), MessageRequests.id(ctx)));
  }

  /** {@code POST /api/notifications/{id}/acknowledgement} with {@code {way?, to?}}. */
  public void acknowledge(Context ctx) {
    long id = MessageRequests.id(ctx);
    MessageRequests.Acknowledged given = MessageRequests.acknowledged(ctx);
    write(ctx, register.acknowledge(Callers.of(ctx), id, given.way(), given.forWhomOrNull()));
  }

  /** {@code POST /api/notifications/{id}/reading}: the caller has it before them. */
  public void read(Context ctx) {
    long id = MessageRequests.id(ctx);
    register.read(Callers.of(ctx), id);
    write(ctx, register.get(Callers.of(ctx), id));
  }

  /** {@code POST /api/notifications/{id}/messages/{message}/again}. */
  public void again(Context ctx) {
    long id = MessageRequests.id(ctx);
    Caller caller = Callers.of(ctx);
    register.sendAgain(caller, id, MessageRequests.message(ctx), machine.instant());
    write(ctx, register.get(caller, id));
  }

  private void write(Context ctx, NotificationRegister.Seen seen) {
    ETags.set(ctx, seen.notification().version());
    Json.write(ctx, FeaturePage.TYPE, json(Callers.of(ctx), List.of(seen)).feature(seen));
  }

  private MessageJson json(Caller caller, List<NotificationRegister.Seen> found) {
    List<Recipient> told =
        found.stream()
            .flatMap(seen -> seen.notification().addressees().stream())
            .map(Notification.Addressee::recipient)
            .distinct()
            .toList();
    List<InCharge> persons =
        of(told, Recipient.Kind.PERSON).map(code -> new InCharge(Duty.GRID_WORKER, code)).toList();
    List<Handler> all =
        Stream.concat(
                of(told, Recipient.Kind.PERSON).map(code -> new Handler(Handler.Kind.PERSON, code)),
                of(told, Recipient.Kind.DEPARTMENT)
                    .map(code -> new Handler(Handler.Kind.DEPARTMENT, code)))
            .toList();
    return new MessageJson(
        handlers.of(caller, all), persons.isEmpty() ? Map.of() : people.onDuty(caller, persons));
  }

  private static Stream<String> of(List<Recipient> told, Recipient.Kind kind) {
    return told.stream().filter(one -> one.kind() == kind).map(Recipient::code);
  }
}
