package org.wangge.server.clock;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.clock.Alarm;
import org.wangge.clock.Timer;
import org.wangge.clock.TimerStore;
import org.wangge.clock.TimerSubject;
import org.wangge.event.Tx;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;

/** Timers in plain SQL for both databases. Thread-safe. */
public final class JdbcTimerStore implements TimerStore {

  /** A timer that is there, and whether it is still to ring. */
  private record Kept(Timer timer, boolean pending) {
    static Kept of(Row row) throws SQLException {
      return new Kept(JdbcTimerStore.timer(row), row.flag("pending"));
    }
  }

  @Override
  public void arm(Tx tx, Caller caller, TimerSubject subject, String clock, List<Alarm> alarms) {
    JdbcTx jdbc = JdbcTx.of(tx);
    List<Alarm> fresh = new ArrayList<>();
    Map<String, Kept> kept = new HashMap<>();
    jdbc.query(
            """
            select * from clock_timer where subject_type = ? and subject_id = ? and clock = ?
            for update
            """,
            Kept::of,
            subject.type(),
            subject.id(),
            clock)
        .forEach(one -> kept.put(one.timer().alarm().mark(), one));
    for (Alarm alarm : alarms) {
      Kept known = kept.remove(alarm.mark());
      if (known == null) {
        fresh.add(alarm);
      } else if (isOther(known, alarm)) {
        jdbc.update(
            "update clock_timer set rings_at = ?, pending = true where id = ?",
            alarm.at(),
            known.timer().id());
      }
    }
    add(jdbc, List.of(new Armed(subject, clock, fresh)));
    for (Kept gone : kept.values()) {
      if (gone.pending()) {
        jdbc.update("delete from clock_timer where id = ?", gone.timer().id());
      }
    }
  }

  /** What has rung rings again only when it is later. */
  private static boolean isOther(Kept known, Alarm alarm) {
    Instant before = known.timer().ringsAt();
    return known.pending() ? !alarm.at().equals(before) : alarm.at().isAfter(before);
  }

  @Override
  public void armNew(Tx tx, Caller caller, List<Armed> armed) {
    add(JdbcTx.of(tx), armed);
  }

  private static void add(JdbcTx tx, List<Armed> armed) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Armed one : armed) {
      String type = one.subject().type();
      String id = one.subject().id();
      one.alarms()
          .forEach(
              alarm -> rows.add(new Object[] {type, id, one.clock(), alarm.mark(), alarm.at()}));
    }
    if (rows.isEmpty()) {
      return;
    }
    tx.updateAll(
        """
        insert into clock_timer (subject_type, subject_id, clock, mark, rings_at, pending)
        values (?, ?, ?, ?, ?, true)
        """,
        rows);
  }

  @Override
  public void disarm(Tx tx, Caller caller, TimerSubject subject, String clock) {
    JdbcTx.of(tx)
        .update(
            "delete from clock_timer where subject_type = ? and subject_id = ? and clock = ?",
            subject.type(),
            subject.id(),
            clock);
  }

  @Override
  public void disarm(Tx tx, Caller caller, TimerSubject subject) {
    JdbcTx.of(tx)
        .update(
            "delete from clock_timer where subject_type = ? and subject_id = ?",
            subject.type(),
            subject.id());
  }

  @Override
  public List<Timer> due(Tx tx, Caller caller, Instant now, Optional<Timer> after, int most) {
    Instant from = after.map(Timer::ringsAt).orElse(Instant.EPOCH);
    return JdbcTx.of(tx)
        .query(
            """
            select * from clock_timer
            where pending and rings_at <= ? and rings_at >= ? and (rings_at > ? or id > ?)
            order by rings_at, id limit ?
            """,
            JdbcTimerStore::timer,
            now,
            from,
            from,
            after.map(Timer::id).orElse(0L),
            most);
  }

  @Override
  public Optional<Timer> take(Tx tx, Caller caller, long id, Instant now) {
    JdbcTx jdbc = JdbcTx.of(tx);
    Optional<Timer> taken =
        jdbc.queryOne(
            """
            select * from clock_timer where id = ? and pending and rings_at <= ?
            for update skip locked
            """,
            JdbcTimerStore::timer,
            id,
            now);
    taken.ifPresent(
        timer ->
            jdbc.update(
                "update clock_timer set pending = false, rang_at = ? where id = ?", now, id));
    return taken;
  }

  private static Timer timer(Row row) throws SQLException {
    return new Timer(
        row.number("id"),
        new TimerSubject(row.string("subject_type"), row.string("subject_id")),
        row.string("clock"),
        new Alarm(row.string("mark"), row.instant("rings_at")));
  }
}
