package org.wangge.server.whistle;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.incident.Handler;
import org.wangge.incident.IncidentPlace;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Numbers;
import org.wangge.server.storage.Points;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.Where;
import org.wangge.whistle.Responder;
import org.wangge.whistle.Whistle;
import org.wangge.whistle.WhistleCall;
import org.wangge.whistle.WhistleLevel;
import org.wangge.whistle.WhistleQuery;
import org.wangge.whistle.WhistleStore;
import org.wangge.word.Word;

/** Whistles in plain SQL for both databases. Thread-safe. */
final class JdbcWhistleStore implements WhistleStore {

  @Override
  public void hold(Tx tx, Caller caller, long id) {
    JdbcTx.of(tx)
        .queryOne(
            "select id from whistle_whistle where id = ? for update", row -> row.number("id"), id);
  }

  @Override
  public Optional<Whistle> find(Tx tx, Caller caller, long id) {
    return read(tx, caller, new Where().and("id = ?", id), 1).stream().findFirst();
  }

  @Override
  public List<Whistle> list(Tx tx, Caller caller, WhistleQuery query) {
    Where where =
        new Where()
            .and("id < ?", query.before())
            .below("grid_code", query.areaOrNull())
            .andIf("incident_id = ?", query.incidentOrNull());
    if (query.open()) {
      where.and("lasting_incident_id is not null");
    }
    calledAny(where, query.called());
    return read(tx, caller, where, query.limit());
  }

  private static void calledAny(Where where, List<Handler> called) {
    if (called.isEmpty()) {
      return;
    }
    List<String> parts = new ArrayList<>();
    List<@Nullable Object> values = new ArrayList<>();
    for (Handler one : called) {
      parts.add("(handler_kind = ? and handler_code = ?)");
      values.add(one.kind().word());
      values.add(one.code());
    }
    where.and(
        "id in (select whistle_id from whistle_responder where " + String.join(" or ", parts) + ")",
        values.toArray());
  }

  /** Of a scope with overlay areas more are read than asked for: boxes are asked here only. */
  private static List<Whistle> read(Tx tx, Caller caller, Where where, int limit) {
    JdbcTx jdbc = JdbcTx.of(tx);
    boolean exact = caller.scope().grounds().isEmpty();
    where.within("grid_code", "location", caller.scope());
    return jdbc
        .query(
            "select * from whistle_whistle" + where.sql() + " order by id desc limit ?",
            JdbcWhistleStore::bare,
            where.parameters(exact ? limit : Integer.MAX_VALUE))
        .stream()
        .filter(one -> caller.scope().covers(one.place().grid(), one.place().at()))
        .limit(limit)
        .map(one -> whole(jdbc, one))
        .toList();
  }

  /** Without what the other tables tell. */
  private static Whistle bare(Row row) throws SQLException {
    Optional<Instant> ended = row.instantIfAny("ended_at");
    return new Whistle(
        row.number("id"),
        row.string("incident_id"),
        new IncidentPlace(
            row.string("grid_code"), Points.onLattice(row.geometry("location").orElseThrow())),
        row.integer("version"),
        new Whistle.Blown(
            row.instant("blown_at"),
            row.string("blown_by"),
            row.string("reason"),
            row.flag("generated")),
        List.of(),
        List.of(),
        row.instantIfAny("unheard_since").orElse(null),
        ended.isEmpty()
            ? null
            : new Whistle.Ending(
                Whistle.Outcome.find(row.string("outcome")).orElseThrow(),
                ended.get(),
                row.string("ended_by")));
  }

  private static Whistle whole(JdbcTx jdbc, Whistle bare) {
    return new Whistle(
        bare.id(),
        bare.incidentId(),
        bare.place(),
        bare.version(),
        bare.blown(),
        jdbc.query(
            "select * from whistle_call where whistle_id = ? order by sequence",
            JdbcWhistleStore::call,
            bare.id()),
        jdbc.query(
            "select * from whistle_responder where whistle_id = ? order by sequence",
            JdbcWhistleStore::responder,
            bare.id()),
        bare.unheardSinceOrNull(),
        bare.endingOrNull());
  }

  private static WhistleCall call(Row row) throws SQLException {
    return new WhistleCall(
        level(row),
        Word.find(WhistleCall.Cause.class, row.string("cause")).orElseThrow(),
        row.instant("called_at"),
        row.instant("due_at"),
        row.string("account"));
  }

  private static WhistleLevel level(Row row) throws SQLException {
    return WhistleLevel.find(row.string("level")).orElseThrow();
  }

  private static Responder responder(Row row) throws SQLException {
    Optional<String> reply = row.stringIfAny("reply");
    Optional<String> proof = row.stringIfAny("proof");
    return new Responder(
        new Handler(
            Handler.Kind.find(row.string("handler_kind")).orElseThrow(),
            row.string("handler_code")),
        level(row),
        row.instant("called_at"),
        reply.isEmpty()
            ? null
            : new Responder.Answer(
                Responder.Reply.find(reply.get()).orElseThrow(),
                row.instant("answered_at"),
                row.string("answered_by")),
        proof.isEmpty()
            ? null
            : new Responder.Arrival(
                Responder.Proof.find(proof.get()).orElseThrow(),
                row.instant("there_since"),
                row.string("there_by")));
  }

  @Override
  public Whistle add(Tx tx, Caller caller, Whistle blown) {
    JdbcTx jdbc = JdbcTx.of(tx);
    WhistleQuery lasting =
        new WhistleQuery(null, true, blown.incidentId(), List.of(), Long.MAX_VALUE, 1);
    if (!list(tx, Caller.upkeep(), lasting).isEmpty()) {
      throw new Conflict("whistle-blown", Map.of("incident", blown.incidentId()));
    }
    long id =
        jdbc.insert(
            """
            insert into whistle_whistle (incident_id, lasting_incident_id, version, grid_code,
              location, blown_at, blown_by, reason, generated, unheard_since)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            blown.incidentId(),
            blown.incidentId(),
            blown.version(),
            blown.place().grid(),
            Points.toDegrees(blown.place().at()),
            blown.blown().at(),
            blown.blown().account(),
            blown.blown().reason(),
            blown.blown().generated(),
            blown.unheardSinceOrNull());
    addCalls(jdbc, id, 0, blown.calls());
    addResponders(jdbc, id, blown.responders());
    return find(tx, Caller.upkeep(), id).orElseThrow();
  }

  @Override
  public void change(Tx tx, Caller caller, Whistle changed) {
    JdbcTx jdbc = JdbcTx.of(tx);
    Whistle.Ending ending = changed.endingOrNull();
    int touched =
        jdbc.update(
            """
            update whistle_whistle set version = ?, lasting_incident_id = ?, unheard_since = ?,
              outcome = ?, ended_at = ?, ended_by = ?
            where id = ? and version = ?
            """,
            changed.version(),
            ending == null ? changed.incidentId() : null,
            changed.unheardSinceOrNull(),
            ending == null ? null : ending.outcome().word(),
            ending == null ? null : ending.at(),
            ending == null ? null : ending.account(),
            changed.id(),
            changed.version() - 1);
    if (touched == 0) {
      throw Conflict.version(changed.version() - 1, changed.version());
    }
    int written =
        jdbc.queryOne(
                "select count(*) as written from whistle_call where whistle_id = ?",
                row -> row.integer("written"),
                changed.id())
            .orElse(0);
    addCalls(jdbc, changed.id(), written, changed.calls());
    jdbc.update("delete from whistle_responder where whistle_id = ?", changed.id());
    addResponders(jdbc, changed.id(), changed.responders());
  }

  @Override
  public void eraseReasons(Tx tx, Caller caller, String incidentId) {
    JdbcTx.of(tx)
        .update("update whistle_whistle set reason = '' where incident_id = ?", incidentId);
  }

  @Override
  public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {
    Numbers.erase(tx, "whistle_whistle", "reason", numbers);
  }

  /** Calls are added only after those that are there. */
  private static void addCalls(JdbcTx jdbc, long id, int written, List<WhistleCall> calls) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int i = written; i < calls.size(); i++) {
      WhistleCall one = calls.get(i);
      rows.add(
          new @Nullable Object[] {
            id, i + 1, one.level().word(), one.cause().word(), one.at(), one.due(), one.account()
          });
    }
    if (!rows.isEmpty()) {
      jdbc.updateAll(
          """
          insert into whistle_call (whistle_id, sequence, level, cause, called_at, due_at, account)
          values (?, ?, ?, ?, ?, ?, ?)
          """,
          rows);
    }
  }

  private static void addResponders(JdbcTx jdbc, long id, List<Responder> responders) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Responder one : responders) {
      Responder.Answer answer = one.answerOrNull();
      Responder.Arrival arrival = one.arrivalOrNull();
      rows.add(
          new @Nullable Object[] {
            id,
            rows.size() + 1,
            one.handler().kind().word(),
            one.handler().code(),
            one.level().word(),
            one.calledAt(),
            answer == null ? null : answer.reply().word(),
            answer == null ? null : answer.at(),
            answer == null ? null : answer.account(),
            arrival == null ? null : arrival.proof().word(),
            arrival == null ? null : arrival.at(),
            arrival == null ? null : arrival.account()
          });
    }
    if (!rows.isEmpty()) {
      jdbc.updateAll(
          """
          insert into whistle_responder (whistle_id, sequence, handler_kind, handler_code, level,
            called_at, reply, answered_at, answered_by, proof, there_since, there_by)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          rows);
    }
  }
}
