package org.wangge.server.message;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.fault.Conflict;
import org.wangge.fault.NotFound;
import org.wangge.incident.IncidentPlace;
import org.wangge.message.Medium;
import org.wangge.message.MessageRule;
import org.wangge.message.MessageRuleRegister;
import org.wangge.message.Notification;
import org.wangge.message.NotificationRegister;
import org.wangge.message.Occasion;
import org.wangge.message.Outbox;
import org.wangge.message.Recipient;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.Json;

/** How people are told, the ways out, and what gateways say, over HTTP. */
public final class MessageHttp {
  private static final String JSON = "application/json";
  private static final String SECRET = "Wangge-Receipt-Secret";
  private static final Duration COUNTED = Duration.ofDays(7);

  private final MessageRuleRegister rules;
  private final NotificationRegister notifications;
  private final Outbox outbox;
  private final Outlets outlets;
  private final Function<Caller, IncidentPlace> places;
  private final Clock clock;

  /**
   * Makes it.
   *
   * @param places where a trial is said to be
   */
  MessageHttp(
      MessageRuleRegister rules,
      NotificationRegister notifications,
      Outbox outbox,
      Outlets outlets,
      Function<Caller, IncidentPlace> places,
      Clock clock) {
    this.rules = rules;
    this.notifications = notifications;
    this.outbox = outbox;
    this.outlets = outlets;
    this.places = places;
    this.clock = clock;
  }

  /** {@code GET /api/messages/rules}: one for each occasion, and the ways out. */
  public void list(Context ctx) {
    Caller caller = Callers.of(ctx);
    Instant since = clock.instant().minus(COUNTED);
    Json.write(
        ctx,
        JSON,
        Map.of(
            "rules",
            rules.list(caller).stream().map(MessageJson::rule).toList(),
            "outlets",
            MessageJson.outlets(outlets, notifications.counts(caller, since)),
            "countedSince",
            since.toString()));
  }

  /** {@code GET /api/messages/rules/{occasion}}: what was ever said of it, the newest first. */
  public void past(Context ctx) {
    Json.write(
        ctx,
        JSON,
        Map.of(
            "rules",
            rules.past(Callers.of(ctx), MessageRequests.occasion(ctx)).stream()
                .map(MessageJson::rule)
                .toList()));
  }

  /** {@code PUT /api/messages/rules/{occasion}} with {@code If-Match}. */
  public void change(Context ctx) {
    Occasion occasion = MessageRequests.occasion(ctx);
    int version = ETags.getIfMatch(ctx);
    MessageRequests.Edit given = MessageRequests.edit(ctx);
    MessageRule changed =
        rules.change(Callers.of(ctx), occasion, version, given.wanted(), given.reason());
    ETags.set(ctx, changed.version());
    Json.write(ctx, JSON, MessageJson.rule(changed));
  }

  /** {@code POST /api/messages/trials} with {@code {to}}: tries every way to somebody. */
  public void tryOut(Context ctx) {
    Caller caller = Callers.of(ctx);
    Recipient to = MessageRequests.trial(ctx);
    IncidentPlace place = places.apply(caller);
    Notification.Matter matter =
        new Notification.Matter(
            Occasion.TRIAL,
            "trial/" + caller.account() + "/" + clock.instant(),
            "",
            place,
            Map.of("grid", place.grid()),
            false);
    Optional<Notification> told = notifications.tryOut(caller, matter, to);
    if (told.isEmpty()) {
      throw new Conflict("message-trial-twice", Map.of());
    }
    ctx.status(201);
    Json.write(ctx, JSON, Map.of("id", Long.toString(told.get().id())));
  }

  /**
   * {@code POST /api/messages/receipts/{medium}} with {@code {id, state, failure?}}, by a gateway
   * that shows its secret. What is not known is answered like what is: it shall not be tried again.
   */
  public void receipt(Context ctx) {
    Medium medium =
        Medium.find(ctx.pathParam("medium"))
            .filter(one -> one == Medium.SMS && isKnown(ctx.header(SECRET)))
            .orElseThrow(() -> new NotFound("message-receipt-unknown", Map.of()));
    MessageRequests.Receipt given = MessageRequests.receipt(ctx);
    boolean known = outbox.receipt(medium, given.id(), given.state(), given.failure());
    Json.write(ctx, JSON, Map.of("known", known));
  }

  private boolean isKnown(@Nullable String secret) {
    String wanted = outlets.receiptSecret();
    return secret != null
        && !wanted.isEmpty()
        && MessageDigest.isEqual(
            secret.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
  }
}
