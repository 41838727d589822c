package org.wangge.server.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.message.Medium;
import org.wangge.message.Message;
import org.wangge.message.Notification;
import org.wangge.message.NotificationQuery;
import org.wangge.message.NotificationStore;
import org.wangge.message.Recipient;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Points;
import org.wangge.server.storage.Where;

/** Notifications and their messages in plain SQL for both databases. Thread-safe. */
final class JdbcNotificationStore implements NotificationStore {
  @Override
  public void hold(Tx tx, Caller caller, long id) {
    JdbcTx.of(tx)
        .queryOne(
            "select id from message_notification where id = ? for update",
            row -> row.number("id"),
            id);
  }

  @Override
  public Optional<Notification> find(Tx tx, Caller caller, long id) {
    return read(tx, caller, new Where().and("id = ?", id), 1).stream().findFirst();
  }

  @Override
  public List<Notification> list(Tx tx, Caller caller, NotificationQuery query) {
    Where where =
        new Where()
            .and("id < ?", query.before())
            .andIf("incident_id = ?", query.incidentOrNull())
            .below("grid_code", query.areaOrNull());
    if (query.open()) {
      where.and("state in ('waiting', 'call-now')");
    }
    if (query.subjectPrefixOrNull() != null) {
      where.and("subject like ?", Where.startsWith(query.subjectPrefixOrNull()));
    }
    toldAny(where, query.told());
    return read(tx, caller, where, query.limit());
  }

  private static void toldAny(Where where, List<Recipient> told) {
    if (told.isEmpty()) {
      return;
    }
    List<String> parts = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    for (Recipient one : told) {
      parts.add("(who.recipient_kind = ? and who.recipient_code = ?)");
      values.add(one.kind().word());
      values.add(one.code());
    }
    where.and(
        "exists (select 1 from message_addressee who where who.notification_id ="
            + " message_notification.id and who.step <= message_notification.step and ("
            + String.join(" or ", parts)
            + "))",
        values.toArray());
  }

  /** Of a scope with overlay areas more are read than asked for: boxes are asked here only. */
  private static List<Notification> read(Tx tx, Caller caller, Where where, int limit) {
    JdbcTx jdbc = JdbcTx.of(tx);
    boolean exact = caller.scope().grounds().isEmpty();
    where.within("grid_code", "location", caller.scope());
    List<Notification> bare =
        jdbc
            .query(
                "select * from message_notification" + where.sql() + " order by id desc limit ?",
                NotificationRows::bare,
                where.parameters(exact ? limit : Integer.MAX_VALUE))
            .stream()
            .filter(
                one ->
                    caller.scope().covers(one.matter().place().grid(), one.matter().place().at()))
            .limit(limit)
            .toList();
    Map<Long, List<Notification.Addressee>> who = addressees(jdbc, bare);
    return bare.stream()
        .map(one -> NotificationRows.whole(one, who.getOrDefault(one.id(), List.of())))
        .toList();
  }

  private static Map<Long, List<Notification.Addressee>> addressees(
      JdbcTx jdbc, List<Notification> all) {
    Map<Long, List<Notification.Addressee>> who = new LinkedHashMap<>();
    if (all.isEmpty()) {
      return who;
    }
    record One(long id, Notification.Addressee addressee) {}
    jdbc.query(
            "select * from message_addressee where notification_id in ("
                + marks(all.size())
                + ") order by notification_id, sequence",
            row ->
                new One(
                    row.number("notification_id"),
                    new Notification.Addressee(
                        NotificationRows.recipient(row), row.integer("step"))),
            all.stream().map(Notification::id).toArray())
        .forEach(
            one -> who.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(one.addressee()));
    return who;
  }

  private static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }

  @Override
  public Optional<Notification> add(Tx tx, Caller caller, Notification begun) {
    JdbcTx jdbc = JdbcTx.of(tx);
    Notification.Matter matter = begun.matter();
    int added =
        jdbc.update(
            """
            insert into message_notification (version, occasion, rule_version, subject, incident_id,
              grid_code, location, fillings, generated, created_at, step, due_at, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """,
            begun.version(),
            matter.occasion().word(),
            begun.ruleVersion(),
            matter.subject(),
            matter.incidentId(),
            matter.place().grid(),
            Points.toDegrees(matter.place().at()),
            NotificationRows.json(matter.values()),
            matter.generated(),
            begun.createdAt(),
            begun.step(),
            begun.dueOrNull(),
            begun.state().word());
    if (added == 0) {
      return Optional.empty();
    }
    long id =
        jdbc.queryOne(
                "select id from message_notification where subject = ?",
                row -> row.number("id"),
                matter.subject())
            .orElseThrow();
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Notification.Addressee one : begun.addressees()) {
      rows.add(
          new @Nullable Object[] {
            id, rows.size() + 1, one.step(), one.recipient().kind().word(), one.recipient().code()
          });
    }
    jdbc.updateAll(
        """
        insert into message_addressee (notification_id, sequence, step, recipient_kind,
          recipient_code)
        values (?, ?, ?, ?, ?)
        """,
        rows);
    return find(tx, Caller.upkeep(), id);
  }

  @Override
  public void change(Tx tx, Caller caller, Notification changed) {
    Notification.Answer answer = changed.answerOrNull();
    Recipient who = answer == null ? null : answer.recipientOrNull();
    int touched =
        JdbcTx.of(tx)
            .update(
                """
                update message_notification set version = ?, step = ?, due_at = ?, state = ?,
                  answer_kind = ?, answer_code = ?, answer_way = ?, answered_at = ?, answered_by = ?
                where id = ? and version = ?
                """,
                changed.version(),
                changed.step(),
                changed.dueOrNull(),
                changed.state().word(),
                who == null ? null : who.kind().word(),
                who == null ? null : who.code(),
                answer == null ? null : answer.way().word(),
                answer == null ? null : answer.at(),
                answer == null ? null : answer.account(),
                changed.id(),
                changed.version() - 1);
    if (touched == 0) {
      throw Conflict.version(changed.version() - 1, changed.version());
    }
  }

  @Override
  public void addMessages(Tx tx, Caller caller, List<Message> messages) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Message one : messages) {
      rows.add(
          new @Nullable Object[] {
            one.notificationId(),
            one.recipient().kind().word(),
            one.recipient().code(),
            one.medium().word(),
            UUID.randomUUID().toString(),
            one.state().word(),
            one.attempts(),
            Instant.EPOCH,
            tx.now(),
            one.times().sentOrNull(),
            one.failure()
          });
    }
    JdbcTx.of(tx)
        .updateAll(
            """
            insert into message_message (notification_id, recipient_kind, recipient_code, medium,
              message_key, state, attempts, next_at, created_at, sent_at, failure)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            rows);
  }

  @Override
  public Map<Long, List<Message>> messages(Tx tx, Caller caller, Collection<Long> notifications) {
    Map<Long, List<Message>> all = new LinkedHashMap<>();
    if (!notifications.isEmpty()) {
      JdbcTx.of(tx)
          .query(
              "select * from message_message where notification_id in ("
                  + marks(notifications.size())
                  + ") order by id",
              NotificationRows::message,
              notifications.toArray())
          .forEach(
              one -> all.computeIfAbsent(one.notificationId(), id -> new ArrayList<>()).add(one));
    }
    return all;
  }

  @Override
  public Optional<Message> findMessage(Tx tx, Caller caller, long id) {
    return JdbcTx.of(tx)
        .queryOne("select * from message_message where id = ?", NotificationRows::message, id);
  }

  @Override
  public Optional<Message> findMessage(Tx tx, Caller caller, Medium medium, String keyOrGatewayId) {
    return JdbcTx.of(tx)
        .query(
            """
            select * from message_message
            where medium = ? and (message_key = ? or gateway_id = ?)
            order by id desc limit 1
            """,
            NotificationRows::message,
            medium.word(),
            keyOrGatewayId,
            keyOrGatewayId)
        .stream()
        .findFirst();
  }

  @Override
  public boolean isDue(Tx tx, Caller caller, Medium medium, Instant now) {
    return !JdbcTx.of(tx)
        .query(
            """
            select id from message_message where medium = ? and state = 'waiting' and next_at <= ?
            limit 1
            """,
            row -> row.number("id"),
            medium.word(),
            now)
        .isEmpty();
  }

  @Override
  public Optional<Message> claim(Tx tx, Caller caller, Medium medium, Instant now, Instant until) {
    JdbcTx jdbc = JdbcTx.of(tx);
    Optional<Long> next =
        jdbc.queryOne(
            """
            select id from message_message where medium = ? and state = 'waiting' and next_at <= ?
            order by next_at, id limit 1
            for update skip locked
            """,
            row -> row.number("id"),
            medium.word(),
            now);
    next.ifPresent(
        id ->
            jdbc.update(
                """
                update message_message
                set state = 'sending', attempts = attempts + 1, sending_until = ?
                where id = ?
                """,
                until,
                id));
    return next.flatMap(id -> findMessage(tx, caller, id));
  }

  @Override
  public List<Message> uncertain(Tx tx, Caller caller, Instant now) {
    return JdbcTx.of(tx)
        .query(
            "select * from message_message where state = 'sending' and sending_until <= ?",
            NotificationRows::message,
            now);
  }

  @Override
  public boolean changeMessage(
      Tx tx, Caller caller, Message changed, Message.State from, String gatewayId, Instant nextAt) {
    return JdbcTx.of(tx)
            .update(
                """
                update message_message set state = ?, next_at = ?, sending_until = null, sent_at = ?,
                  delivered_at = ?, read_at = ?, failure = ?,
                  gateway_id = case when ? = '' then gateway_id else ? end
                where id = ? and state = ? and attempts = ?
                """,
                changed.state().word(),
                nextAt,
                changed.times().sentOrNull(),
                changed.times().deliveredOrNull(),
                changed.times().readOrNull(),
                changed.failure(),
                gatewayId,
                gatewayId,
                changed.id(),
                from.word(),
                changed.attempts())
        == 1;
  }

  @Override
  public void cancelWaiting(Tx tx, Caller caller, long notification) {
    JdbcTx.of(tx)
        .update(
            "update message_message set state = 'cancelled' where notification_id = ? and state ="
                + " 'waiting'",
            notification);
  }

  @Override
  public Map<Medium, Map<Message.State, Integer>> counts(Tx tx, Caller caller, Instant since) {
    Map<Medium, Map<Message.State, Integer>> counts = new EnumMap<>(Medium.class);
    record One(Medium medium, Message.State state, int count) {}
    JdbcTx.of(tx)
        .query(
            """
            select medium, state, count(*) as messages from message_message where created_at >= ?
            group by medium, state
            """,
            row ->
                new One(
                    Medium.find(row.string("medium")).orElseThrow(),
                    Message.State.find(row.string("state")).orElseThrow(),
                    row.integer("messages")),
            since)
        .forEach(
            one ->
                counts
                    .computeIfAbsent(one.medium(), any -> new EnumMap<>(Message.State.class))
                    .put(one.state(), one.count()));
    return counts;
  }

  @Override
  public Optional<Long> followed(Tx tx, Caller caller) {
    return JdbcTx.of(tx)
        .queryOne(
            "select number from message_followed where id = 1 for update",
            row -> row.number("number"));
  }

  @Override
  public void follow(Tx tx, Caller caller, long number) {
    JdbcTx jdbc = JdbcTx.of(tx);
    int moved = jdbc.update("update message_followed set number = ? where id = 1", number);
    if (moved == 0) {
      jdbc.update(
          "insert into message_followed (id, number) values (1, ?) on conflict do nothing", number);
    }
  }
}
