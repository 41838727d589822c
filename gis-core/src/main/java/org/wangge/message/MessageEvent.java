package org.wangge.message;

import java.util.Map;
import org.wangge.access.Right;
import org.wangge.clock.ChangeReason;
import org.wangge.event.Audience;
import org.wangge.event.DomainEvent;

/** What happens to notifications, and to how people are told. */
public sealed interface MessageEvent extends DomainEvent {

  /** Who is told of them. */
  Audience AUDIENCE = Audience.there(Right.READ_INCIDENTS);

  /**
   * A notification stands otherwise than before.
   *
   * @param notification as it is now
   * @param type what happened to it
   */
  record NotificationMoved(Notification notification, String type) implements MessageEvent {
    /** Somebody was told. */
    static final String TOLD = "message-told";

    /** Everybody was told, and nobody has answered. */
    static final String CALL_NOW = "message-call-now";

    /** Somebody has answered. */
    static final String ACKNOWLEDGED = "message-acknowledged";

    /** It needs no answer any more. */
    static final String OVER = "message-over";

    @Override
    public String subject() {
      return Long.toString(notification.id());
    }

    @Override
    public Map<String, Object> facts() {
      return notification
          .matter()
          .place()
          .facts(
              Map.of(
                  "incident", notification.matter().incidentId(),
                  "occasion", notification.matter().occasion().word(),
                  "step", notification.step(),
                  "version", notification.version()));
    }
  }

  /**
   * A message did not arrive, as far as is known, or goes once more.
   *
   * @param notification to which it belongs
   * @param message as it is now
   */
  record MessageMoved(Notification notification, Message message) implements MessageEvent {
    @Override
    public String type() {
      return "message-moved";
    }

    @Override
    public String subject() {
      return Long.toString(notification.id());
    }

    @Override
    public Map<String, Object> facts() {
      return notification
          .matter()
          .place()
          .facts(
              Map.of(
                  "message", message.id(),
                  "medium", message.medium().word(),
                  "state", message.state().word(),
                  "attempts", message.attempts(),
                  "failure", message.failure()));
    }
  }

  /** People are told otherwise of an occasion from now on. */
  record RuleChanged(MessageRule rule, ChangeReason reason) implements MessageEvent {
    @Override
    public String type() {
      return "message-rule-changed";
    }

    @Override
    public String subject() {
      return rule.occasion().word();
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of(
          "version", rule.version(),
          "wait", rule.wanted().patience().words(),
          "media", String.join(" ", rule.wanted().media().stream().map(Medium::word).toList()),
          "reason", reason.text());
    }
  }
}
