package org.wangge.server.incident;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.incident.Action;
import org.wangge.incident.Handler;
import org.wangge.incident.joint.Duty;
import org.wangge.incident.joint.JointHandling;
import org.wangge.incident.joint.JointStore;
import org.wangge.incident.joint.Minute;
import org.wangge.incident.joint.Participant;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;

/** Joint handlings in plain SQL for both databases. Thread-safe. */
final class JdbcJointStore implements JointStore {

  @Override
  public List<JointHandling> list(Tx tx, Caller caller, String incidentId) {
    JdbcTx jdbc = JdbcTx.of(tx);
    List<JointHandling> found = new ArrayList<>();
    for (JointHandling bare :
        jdbc.query(
            "select * from incident_joint where incident_id = ? order by id desc",
            JdbcJointStore::bare,
            incidentId)) {
      found.add(whole(jdbc, bare));
    }
    return found;
  }

  /** Without what the other tables tell. */
  private static JointHandling bare(Row row) throws SQLException {
    Optional<Instant> ended = row.instantIfAny("ended_at");
    return new JointHandling(
        row.number("id"),
        row.string("incident_id"),
        row.integer("version"),
        List.of(),
        List.of(),
        List.of(),
        ended.isEmpty()
            ? null
            : new JointHandling.Ending(
                ended.get(), Action.find(row.string("ended_by")).orElseThrow()));
  }

  private static JointHandling whole(JdbcTx jdbc, JointHandling bare) {
    return new JointHandling(
        bare.id(),
        bare.incidentId(),
        bare.version(),
        jdbc.query(
            "select * from incident_joint_participant where joint_id = ? order by sequence",
            JdbcJointStore::participant,
            bare.id()),
        jdbc.query(
            "select * from incident_joint_minute where joint_id = ? order by sequence",
            JdbcJointStore::minute,
            bare.id()),
        jdbc.query(
            "select * from incident_joint_duty where joint_id = ? order by sequence",
            JdbcJointStore::duty,
            bare.id()),
        bare.endingOrNull());
  }

  private static Participant participant(Row row) throws SQLException {
    return new Participant(
        handler(row, "handler"), row.flag("leads"), row.instantIfAny("out_at").orElse(null));
  }

  private static Minute minute(Row row) throws SQLException {
    return new Minute(
        row.integer("sequence"),
        Minute.Kind.find(row.string("kind")).orElseThrow(),
        row.instant("written_at"),
        row.string("account"),
        row.string("words"),
        row.integer("duty"));
  }

  private static Duty duty(Row row) throws SQLException {
    Optional<Instant> done = row.instantIfAny("done_at");
    return new Duty(
        row.integer("sequence"),
        handler(row, "handler"),
        row.string("what"),
        row.instant("due_at"),
        row.stringIfAny("from_kind").isEmpty() ? null : handler(row, "from"),
        done.isEmpty() ? null : new Duty.Done(done.get(), row.string("done_by")));
  }

  private static Handler handler(Row row, String of) throws SQLException {
    return new Handler(
        Handler.Kind.find(row.string(of + "_kind")).orElseThrow(), row.string(of + "_code"));
  }

  @Override
  public Set<String> going(Tx tx, Caller caller) {
    return Set.copyOf(
        JdbcTx.of(tx)
            .query(
                "select incident_id from incident_joint where ended_at is null",
                row -> row.string("incident_id")));
  }

  @Override
  public void add(Tx tx, Caller caller, JointHandling convened) {
    JdbcTx jdbc = JdbcTx.of(tx);
    long id =
        jdbc.insert(
            "insert into incident_joint (incident_id, version) values (?, ?)",
            convened.incidentId(),
            convened.version());
    addParts(jdbc, id, 0, convened);
  }

  @Override
  public void change(Tx tx, Caller caller, JointHandling changed) {
    JdbcTx jdbc = JdbcTx.of(tx);
    JointHandling.Ending ending = changed.endingOrNull();
    int touched =
        jdbc.update(
            """
            update incident_joint set version = ?, ended_at = ?, ended_by = ?
            where id = ? and version = ?
            """,
            changed.version(),
            ending == null ? null : ending.at(),
            ending == null ? null : ending.by().word(),
            changed.id(),
            changed.version() - 1);
    if (touched == 0) {
      throw Conflict.version(changed.version() - 1, changed.version());
    }
    int written =
        jdbc.queryOne(
                "select count(*) as written from incident_joint_minute where joint_id = ?",
                row -> row.integer("written"),
                changed.id())
            .orElse(0);
    jdbc.update("delete from incident_joint_participant where joint_id = ?", changed.id());
    jdbc.update("delete from incident_joint_duty where joint_id = ?", changed.id());
    addParts(jdbc, changed.id(), written, changed);
  }

  /** Minutes are added only after those that are there. */
  private static void addParts(JdbcTx jdbc, long id, int written, JointHandling joint) {
    addParticipants(jdbc, id, joint.participants());
    addMinutes(jdbc, id, joint.minutes().subList(written, joint.minutes().size()));
    addDuties(jdbc, id, joint.duties());
  }

  private static void addParticipants(JdbcTx jdbc, long id, List<Participant> participants) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Participant one : participants) {
      rows.add(
          new @Nullable Object[] {
            id,
            rows.size() + 1,
            one.handler().kind().word(),
            one.handler().code(),
            one.leads(),
            one.outAtOrNull()
          });
    }
    jdbc.updateAll(
        """
        insert into incident_joint_participant (joint_id, sequence, handler_kind, handler_code,
          leads, out_at)
        values (?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  private static void addMinutes(JdbcTx jdbc, long id, List<Minute> minutes) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Minute one : minutes) {
      rows.add(
          new @Nullable Object[] {
            id, one.number(), one.kind().word(), one.at(), one.account(), one.text(), one.duty()
          });
    }
    if (!rows.isEmpty()) {
      jdbc.updateAll(
          """
          insert into incident_joint_minute (joint_id, sequence, kind, written_at, account, words,
            duty)
          values (?, ?, ?, ?, ?, ?, ?)
          """,
          rows);
    }
  }

  private static void addDuties(JdbcTx jdbc, long id, List<Duty> duties) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Duty one : duties) {
      Handler from = one.fromOrNull();
      Duty.Done done = one.doneOrNull();
      rows.add(
          new @Nullable Object[] {
            id,
            one.number(),
            one.handler().kind().word(),
            one.handler().code(),
            one.what(),
            one.due(),
            from == null ? null : from.kind().word(),
            from == null ? null : from.code(),
            done == null ? null : done.at(),
            done == null ? null : done.account()
          });
    }
    if (!rows.isEmpty()) {
      jdbc.updateAll(
          """
          insert into incident_joint_duty (joint_id, sequence, handler_kind, handler_code, what,
            due_at, from_kind, from_code, done_at, done_by)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          rows);
    }
  }
}
