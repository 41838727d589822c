package org.wangge.server.alarm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.alarm.Alarm;
import org.wangge.alarm.AlarmFlow;
import org.wangge.alarm.AlarmKind;
import org.wangge.alarm.AlarmOver;
import org.wangge.alarm.AlarmPriority;
import org.wangge.alarm.AlarmQuery;
import org.wangge.alarm.AlarmStore;
import org.wangge.alarm.Flood;
import org.wangge.alarm.Rang;
import org.wangge.alarm.Shelf;
import org.wangge.event.Tx;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Where;
import org.wangge.word.Word;

/** Alarms in plain SQL for both databases. Thread-safe. */
final class JdbcAlarmStore implements AlarmStore {

  @Override
  public List<Instant> pushed(Tx tx, Caller caller, Instant after) {
    return JdbcTx.of(tx)
        .query(
            """
            select rung_at from alarm_alarm
            where rung_at > ? and pushed and priority <> 'emergency' order by id
            """,
            row -> row.instant("rung_at"),
            after);
  }

  @Override
  public List<Instant> latest(Tx tx, Caller caller, int most) {
    return oldestFirst(
        JdbcTx.of(tx)
            .query(
                """
                select rung_at from alarm_alarm
                where priority <> 'emergency' and not shelved order by id desc limit ?
                """,
                row -> row.instant("rung_at"),
                most));
  }

  private static <T> List<T> oldestFirst(List<T> newestFirst) {
    List<T> all = new ArrayList<>(newestFirst);
    Collections.reverse(all);
    return all;
  }

  @Override
  public Set<String> rows(Tx tx, Caller caller) {
    Set<String> rows = new HashSet<>();
    JdbcTx.of(tx)
        .query(
            """
            select distinct showing, case when showing = 'group' then '' else source end as source,
              grid_code, kind
            from alarm_alarm
            where state = 'standing' and priority <> 'emergency' and not shelved
              and showing <> 'rest'
            """,
            row ->
                AlarmFlow.rowsOf(
                    Word.find(Alarm.Showing.class, row.string("showing")).orElseThrow(),
                    row.string("source"),
                    row.string("grid_code"),
                    AlarmKind.find(row.string("kind")).orElseThrow()))
        .forEach(rows::addAll);
    return rows;
  }

  @Override
  public List<Instant> ofSource(Tx tx, Caller caller, String source, Instant after, int most) {
    return oldestFirst(
        JdbcTx.of(tx)
            .query(
                """
                select rung_at from alarm_alarm
                where source = ? and rung_at > ? order by rung_at desc limit ?
                """,
                row -> row.instant("rung_at"),
                source,
                after,
                most));
  }

  @Override
  public List<Alarm> add(Tx tx, Caller caller, List<Alarm> rung) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    rung.forEach(one -> rows.add(AlarmRows.values(one)));
    long[] ids = JdbcTx.of(tx).insertAll(AlarmRows.INSERT, rows);
    List<Alarm> added = new ArrayList<>();
    for (int i = 0; i < ids.length; i++) {
      added.add(rung.get(i).numbered(ids[i]));
    }
    return added;
  }

  @Override
  public void keepFlood(Tx tx, Caller caller, Flood flood) {
    JdbcTx jdbc = JdbcTx.of(tx);
    if (flood.endedOrNull() == null) {
      jdbc.update(
          "insert into alarm_flood (began_at) values (?) on conflict do nothing", flood.since());
    } else {
      jdbc.update(
          "update alarm_flood set ended_at = ? where began_at = ?",
          flood.endedOrNull(),
          flood.since());
    }
  }

  @Override
  public Optional<Flood> flood(Tx tx, Caller caller) {
    return JdbcTx.of(tx)
        .queryOne(
            "select * from alarm_flood order by began_at desc limit 1",
            row -> new Flood(row.instant("began_at"), row.instantIfAny("ended_at").orElse(null)));
  }

  @Override
  public Optional<Alarm> find(Tx tx, Caller caller, long id) {
    return read(tx, caller, new Where().and("id = ?", id), 1).stream().findFirst();
  }

  @Override
  public List<Alarm> list(Tx tx, Caller caller, AlarmQuery query) {
    Where where =
        new Where()
            .and("id < ?", query.before())
            .below("grid_code", query.areaOrNull())
            .andIf("kind = ?", word(query.kindOrNull()))
            .andIf("priority = ?", word(query.priorityOrNull()))
            .andIf("incident_id = ?", query.incidentOrNull())
            .andIf("rung_at > ?", query.afterOrNull());
    return read(tx, caller, where, query.limit());
  }

  private static @Nullable String word(@Nullable Word one) {
    return one == null ? null : one.word();
  }

  @Override
  public List<Alarm> standing(Tx tx, Caller caller) {
    Where where =
        new Where()
            .and("(state = 'standing' or (state = 'acknowledged' and priority = 'emergency'))");
    return oldestFirst(read(tx, caller, where, Integer.MAX_VALUE));
  }

  @Override
  public List<Alarm> openOf(Tx tx, Caller caller, AlarmOver.Matter matter) {
    Where where =
        new Where()
            .and(matter.incident() ? "incident_id = ?" : "subject = ?", matter.id())
            .and("state <> 'cleared'");
    return read(tx, caller, where, Integer.MAX_VALUE);
  }

  /** Of a scope with overlay areas more are read than asked for: boxes are asked here only. */
  private static List<Alarm> read(Tx tx, Caller caller, Where where, int limit) {
    boolean exact = caller.scope().grounds().isEmpty();
    where.within("grid_code", "location", caller.scope());
    return JdbcTx.of(tx)
        .query(
            "select * from alarm_alarm" + where.sql() + " order by id desc limit ?",
            AlarmRows::alarm,
            where.parameters(exact ? limit : Integer.MAX_VALUE))
        .stream()
        .filter(one -> one.cause().place().isIn(caller.scope()))
        .limit(limit)
        .toList();
  }

  @Override
  public int acknowledge(Tx tx, Caller caller, Collection<Long> ids, Alarm.Acknowledged by) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    ids.forEach(id -> rows.add(new @Nullable Object[] {by.at(), by.account(), id}));
    int[] done =
        JdbcTx.of(tx)
            .updateAll(
                """
                update alarm_alarm
                set state = 'acknowledged', acknowledged_at = ?, acknowledged_by = ?
                where id = ? and state = 'standing'
                """,
                rows);
    return Arrays.stream(done).sum();
  }

  @Override
  public void clear(Tx tx, Caller caller, Collection<Long> ids, Instant at) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    ids.forEach(id -> rows.add(new @Nullable Object[] {at, id}));
    JdbcTx.of(tx)
        .updateAll(
            """
            update alarm_alarm set state = 'cleared', cleared_at = ?
            where id = ? and state <> 'cleared'
            """,
            rows);
  }

  @Override
  public Rang rang(Tx tx, Caller caller, Instant since) {
    Where where =
        new Where().and("rung_at > ?", since).within("grid_code", "location", caller.scope());
    Map<AlarmPriority, Integer> counts = new EnumMap<>(AlarmPriority.class);
    long newest = 0;
    for (Counted one : counted(JdbcTx.of(tx), where, caller.scope())) {
      counts.merge(one.priority(), one.count(), Integer::sum);
      newest = Math.max(newest, one.newest());
    }
    return new Rang(counts, since, newest + 1);
  }

  /** How many of a priority rang, and the id of the last. */
  private record Counted(AlarmPriority priority, int count, long newest) {}

  /** Of a scope with overlay areas each is looked at here: boxes are asked in the query only. */
  private static List<Counted> counted(JdbcTx jdbc, Where where, AreaScope scope) {
    if (scope.grounds().isEmpty()) {
      return jdbc.query(
          "select priority, count(*) as rang, max(id) as newest from alarm_alarm"
              + where.sql()
              + " group by priority",
          row -> new Counted(AlarmRows.priority(row), row.integer("rang"), row.number("newest")),
          where.parameters());
    }
    return jdbc
        .query(
            "select id, priority, grid_code, location from alarm_alarm" + where.sql(),
            row ->
                AlarmRows.place(row).isIn(scope)
                    ? Optional.of(new Counted(AlarmRows.priority(row), 1, row.number("id")))
                    : Optional.<Counted>empty(),
            where.parameters())
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  @Override
  public List<Shelf> shelves(Tx tx, Caller caller, Instant now) {
    return JdbcTx.of(tx)
        .query(
            "select * from alarm_shelf where until_at > ? and ended_at is null order by id",
            AlarmRows::shelf,
            now);
  }

  @Override
  public Shelf addShelf(Tx tx, Caller caller, Shelf shelf) {
    JdbcTx jdbc = JdbcTx.of(tx);
    long id =
        jdbc.insert(
            """
            insert into alarm_shelf (kind, area_code, shelved_at, until_at, reason, shelved_by)
            values (?, ?, ?, ?, ?, ?)
            """,
            word(shelf.kindOrNull()),
            shelf.area(),
            shelf.since(),
            shelf.until(),
            shelf.reason().word(),
            shelf.account());
    return jdbc.queryOne("select * from alarm_shelf where id = ?", AlarmRows::shelf, id)
        .orElseThrow();
  }

  @Override
  public boolean endShelf(Tx tx, Caller caller, long id, Instant at, String account) {
    return JdbcTx.of(tx)
            .update(
                """
                update alarm_shelf set ended_at = ?, ended_by = ?
                where id = ? and ended_at is null
                """,
                at,
                account,
                id)
        > 0;
  }

  @Override
  public Optional<Long> followed(Tx tx, Caller caller) {
    return JdbcTx.of(tx)
        .queryOne(
            "select number from alarm_followed where id = 1 for update",
            row -> row.number("number"));
  }

  @Override
  public void follow(Tx tx, Caller caller, long number) {
    JdbcTx jdbc = JdbcTx.of(tx);
    int moved = jdbc.update("update alarm_followed set number = ? where id = 1", number);
    if (moved == 0) {
      jdbc.update(
          "insert into alarm_followed (id, number) values (1, ?) on conflict do nothing", number);
    }
  }
}
