package org.wangge.server.message;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.clock.ChangeReason;
import org.wangge.clock.Limit;
import org.wangge.fault.NotFound;
import org.wangge.message.Medium;
import org.wangge.message.Message;
import org.wangge.message.MessageRule;
import org.wangge.message.Notification;
import org.wangge.message.NotificationQuery;
import org.wangge.message.Occasion;
import org.wangge.message.Recipient;
import org.wangge.server.clock.CalendarRequests;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Parameters;

/** Reads requests about messages, strictly. */
final class MessageRequests {
  private static final int LONGEST_BODY = 8_000;
  private static final int USUAL = 100;

  private MessageRequests() {}

  /**
   * What a list is asked for.
   *
   * @param query which; one more than the page holds
   * @param pageSize how many the page holds
   */
  record ListRequest(NotificationQuery query, int pageSize) {}

  static ListRequest list(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "grid", "open", "incident", "before", "limit");
    int pageSize = parameters.integer("limit", USUAL, 1, NotificationQuery.MOST);
    return new ListRequest(
        new NotificationQuery(
            parameters.flag("open"),
            parameters.text("grid").orElse(null),
            parameters.text("incident").orElse(null),
            null,
            List.of(),
            parameters.integer("before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE),
            pageSize + 1),
        pageSize);
  }

  /** The notification that the address names; what is no number names none. */
  static long id(Context ctx) {
    return Parameters.of(ctx).id("id", "notification-unknown", "notification");
  }

  /** The message that the address names. */
  static long message(Context ctx) {
    return Parameters.of(ctx).id("message", "message-unknown", "message");
  }

  /**
   * That somebody has answered.
   *
   * @param forWhomOrNull who; null for the caller
   */
  record Acknowledged(Notification.Way way, @Nullable Recipient forWhomOrNull) {}

  static Acknowledged acknowledged(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "way", "to");
    Notification.Way way =
        body.has("way")
            ? body.getWord("way", EnumSet.of(Notification.Way.PAGE, Notification.Way.PHONE))
            : Notification.Way.PAGE;
    return new Acknowledged(way, body.has("to") ? recipient(body.node("to")) : null);
  }

  private static Recipient recipient(JsonNode node) {
    JsonBody body = JsonBody.within("to", node, "kind", "code");
    return new Recipient(body.getWord("kind", Recipient.Kind.class), body.getText("code"));
  }

  /** To whom a trial goes: a person, a department or a group. */
  static Recipient trial(Context ctx) {
    return recipient(JsonBody.of(Json.read(ctx, LONGEST_BODY), "to").node("to"));
  }

  static Occasion occasion(Context ctx) {
    String word = Parameters.of(ctx).part("occasion");
    return Occasion.find(word)
        .orElseThrow(() -> new NotFound("message-occasion-unknown", Map.of("occasion", word)));
  }

  /** What another rule is to be. */
  record Edit(MessageRule.Wanted wanted, ChangeReason reason) {}

  static Edit edit(Context ctx) {
    JsonBody body =
        JsonBody.of(Json.read(ctx, LONGEST_BODY), "patience", "texts", "reason", "case");
    JsonBody given =
        body.getObject(
            "texts", Arrays.stream(Medium.values()).map(Medium::word).toArray(String[]::new));
    Map<Medium, String> texts = new EnumMap<>(Medium.class);
    for (Medium medium : Medium.values()) {
      given.text(medium.word()).ifPresent(text -> texts.put(medium, text.strip()));
    }
    return new Edit(
        new MessageRule.Wanted(Limit.parse(body.getText("patience")), texts),
        CalendarRequests.reason(body));
  }

  /**
   * What a gateway says about a message.
   *
   * @param id by our key or its own id
   * @param failure why it did not arrive; empty where it did
   */
  record Receipt(String id, Message.State state, String failure) {}

  static Receipt receipt(Context ctx) {
    JsonBody body = JsonBody.of(Json.read(ctx, LONGEST_BODY), "id", "state", "failure");
    Message.State state =
        body.getWord(
            "state", EnumSet.of(Message.State.DELIVERED, Message.State.READ, Message.State.FAILED));
    String failure = body.text("failure").orElse("undelivered");
    return new Receipt(
        body.getText("id"),
        state,
        state == Message.State.FAILED ? failure.substring(0, Math.min(60, failure.length())) : "");
  }
}
