package org.wangge.server.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.incident.IncidentPlace;
import org.wangge.message.Medium;
import org.wangge.message.Message;
import org.wangge.message.Notification;
import org.wangge.message.Occasion;
import org.wangge.message.Recipient;
import org.wangge.server.storage.Points;
import org.wangge.server.storage.Row;

/** Rows of notifications and messages as what they are, and back. */
final class NotificationRows {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private NotificationRows() {}

  static Recipient recipient(Row row) throws SQLException {
    return new Recipient(
        Recipient.Kind.find(row.string("recipient_kind")).orElseThrow(),
        row.string("recipient_code"));
  }

  static Notification whole(Notification bare, List<Notification.Addressee> who) {
    return new Notification(
        bare.id(),
        bare.version(),
        bare.matter(),
        bare.ruleVersion(),
        bare.createdAt(),
        who,
        bare.step(),
        bare.dueOrNull(),
        bare.state(),
        bare.answerOrNull());
  }

  static Notification bare(Row row) throws SQLException {
    return new Notification(
        row.number("id"),
        row.integer("version"),
        matter(row),
        row.integer("rule_version"),
        row.instant("created_at"),
        List.of(),
        row.integer("step"),
        row.instantIfAny("due_at").orElse(null),
        Notification.State.find(row.string("state")).orElseThrow(),
        answer(row));
  }

  private static Notification.Matter matter(Row row) throws SQLException {
    return new Notification.Matter(
        Occasion.find(row.string("occasion")).orElseThrow(),
        row.string("subject"),
        row.string("incident_id"),
        new IncidentPlace(
            row.string("grid_code"), Points.onLattice(row.geometry("location").orElseThrow())),
        texts(row.string("fillings")),
        row.flag("generated"));
  }

  private static Notification.@Nullable Answer answer(Row row) throws SQLException {
    Optional<Instant> at = row.instantIfAny("answered_at");
    if (at.isEmpty()) {
      return null;
    }
    Optional<String> kind = row.stringIfAny("answer_kind");
    return new Notification.Answer(
        kind.isEmpty()
            ? null
            : new Recipient(
                Recipient.Kind.find(kind.get()).orElseThrow(), row.string("answer_code")),
        Notification.Way.find(row.string("answer_way")).orElseThrow(),
        at.get(),
        row.string("answered_by"));
  }

  private static Map<String, String> texts(String json) {
    try {
      return JSON.readValue(json, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("no fillings: " + json, e);
    }
  }

  static String json(Map<String, String> texts) {
    try {
      return JSON.writeValueAsString(texts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  static Message message(Row row) throws SQLException {
    return new Message(
        row.number("id"),
        row.number("notification_id"),
        recipient(row),
        Medium.find(row.string("medium")).orElseThrow(),
        row.string("message_key"),
        Message.State.find(row.string("state")).orElseThrow(),
        row.integer("attempts"),
        new Message.Times(
            row.instantIfAny("sent_at").orElse(null),
            row.instantIfAny("delivered_at").orElse(null),
            row.instantIfAny("read_at").orElse(null)),
        row.string("failure"));
  }
}
