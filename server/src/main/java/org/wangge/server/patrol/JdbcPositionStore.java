package org.wangge.server.patrol;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.event.Tx;
import org.wangge.patrol.Fix;
import org.wangge.patrol.FixCodec;
import org.wangge.patrol.PersonFixes;
import org.wangge.patrol.PositionStore;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;

/** Positions in plain SQL for both databases. Thread-safe. */
final class JdbcPositionStore implements PositionStore {
  static final long QUARTER_SECONDS = 15 * 60;

  @Override
  public void append(Tx tx, List<PersonFixes> said) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (PersonFixes one : said) {
      List<Fix> fixes = one.fixes();
      rows.add(
          new Object[] {
            one.staffCode(),
            fixes.get(0).at(),
            fixes.get(fixes.size() - 1).at(),
            FixCodec.encode(fixes),
            one.generated()
          });
    }
    JdbcTx.of(tx)
        .updateAll(
            """
            insert into patrol_position_log (staff_code, first_at, last_at, fixes, generated)
            values (?, ?, ?, ?, ?)
            """,
            rows);
  }

  @Override
  public List<PersonFixes> since(Tx tx, Instant instant) {
    List<PersonFixes> all = new ArrayList<>();
    JdbcTx jdbc = JdbcTx.of(tx);
    all.addAll(
        jdbc.query(
            "select staff_code, fixes, generated from patrol_chunk where quarter >= ?",
            JdbcPositionStore::read,
            quarter(instant)));
    all.addAll(
        jdbc.query(
            "select staff_code, fixes, generated from patrol_position_log where last_at > ?"
                + " order by id",
            JdbcPositionStore::read,
            instant));
    return all;
  }

  @Override
  public Optional<Instant> oldest(Tx tx) {
    return JdbcTx.of(tx)
        .queryOne(
            "select min(quarter) as oldest from patrol_chunk", row -> row.instantIfAny("oldest"))
        .flatMap(oldest -> oldest);
  }

  @Override
  public int removeBefore(Tx tx, Instant instant) {
    Instant whole = instant.minusSeconds(QUARTER_SECONDS);
    return JdbcTx.of(tx).update("delete from patrol_chunk where quarter <= ?", whole);
  }

  @Override
  public List<PersonFixes> unpacked(Tx tx) {
    return JdbcTx.of(tx)
        .query(
            "select staff_code, fixes, generated from patrol_position_log order by id",
            JdbcPositionStore::read);
  }

  @Override
  public Set<Instant> instants(Tx tx, String staffCode, Instant from, Instant to) {
    JdbcTx jdbc = JdbcTx.of(tx);
    List<List<Fix>> said = new ArrayList<>();
    said.addAll(
        jdbc.query(
            "select fixes from patrol_chunk where staff_code = ? and quarter between ? and ?",
            row -> FixCodec.decode(row.bytes("fixes")),
            staffCode,
            quarter(from),
            to));
    said.addAll(
        jdbc.query(
            """
            select fixes from patrol_position_log
            where staff_code = ? and last_at >= ? and first_at <= ?
            """,
            row -> FixCodec.decode(row.bytes("fixes")),
            staffCode,
            from,
            to));
    return said.stream().flatMap(List::stream).map(Fix::at).collect(Collectors.toSet());
  }

  private static PersonFixes read(Row row) throws SQLException {
    return new PersonFixes(
        row.string("staff_code"), FixCodec.decode(row.bytes("fixes")), row.flag("generated"));
  }

  private record LogRow(long id, PersonFixes said) {}

  @Override
  public Packed pack(Tx tx, Instant before, int most) {
    JdbcTx jdbc = JdbcTx.of(tx);
    List<LogRow> rows =
        jdbc.query(
            """
            select id, staff_code, fixes, generated from patrol_position_log
            where last_at < ? order by id limit ? for update skip locked
            """,
            row -> new LogRow(row.number("id"), read(row)),
            before,
            most);
    Map<Key, Map<Instant, Fix>> quarters = new TreeMap<>();
    Map<String, Boolean> generated = new HashMap<>();
    for (LogRow row : rows) {
      generated.merge(row.said().staffCode(), row.said().generated(), Boolean::logicalAnd);
      for (Fix fix : row.said().fixes()) {
        quarters
            .computeIfAbsent(
                new Key(row.said().staffCode(), quarter(fix.at())), key -> new TreeMap<>())
            .putIfAbsent(fix.at(), fix);
      }
    }
    List<PersonFixes> said = new ArrayList<>();
    quarters.forEach(
        (key, fixes) -> {
          boolean made = generated.getOrDefault(key.staffCode(), false);
          merge(jdbc, key, fixes, made);
          said.add(new PersonFixes(key.staffCode(), List.copyOf(fixes.values()), made));
        });
    List<@Nullable Object[]> packed = new ArrayList<>();
    rows.forEach(row -> packed.add(new Object[] {row.id()}));
    jdbc.updateAll("delete from patrol_position_log where id = ?", packed);
    return new Packed(rows.size(), said);
  }

  /** A person's quarter of an hour. In one order, so that two packers line up. */
  private record Key(String staffCode, Instant quarter) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byCode = staffCode.compareTo(other.staffCode);
      return byCode == 0 ? quarter.compareTo(other.quarter) : byCode;
    }
  }

  /**
   * The row is there before it is locked: of two who pack a quarter for the first time the second
   * waits for the first and then reads what that wrote. Had it looked before, it would find nothing
   * and write over it.
   */
  private static void merge(JdbcTx jdbc, Key key, Map<Instant, Fix> fixes, boolean generated) {
    int added =
        jdbc.update(
            """
            insert into patrol_chunk (staff_code, quarter, fixes, fix_count, generated)
            values (?, ?, ?, ?, ?)
            on conflict do nothing
            """,
            key.staffCode(),
            key.quarter(),
            encode(fixes.values()),
            fixes.size(),
            generated);
    if (added == 0) {
      jdbc.queryOne(
              """
              select fixes from patrol_chunk where staff_code = ? and quarter = ? for update
              """,
              row -> FixCodec.decode(row.bytes("fixes")),
              key.staffCode(),
              key.quarter())
          .ifPresent(known -> known.forEach(fix -> fixes.put(fix.at(), fix)));
      jdbc.update(
          """
          update patrol_chunk set fixes = ?, fix_count = ?, generated = generated and ?
          where staff_code = ? and quarter = ?
          """,
          encode(fixes.values()),
          fixes.size(),
          generated,
          key.staffCode(),
          key.quarter());
    }
  }

  private static byte[] encode(Collection<Fix> fixes) {
    return FixCodec.encode(List.copyOf(fixes));
  }

  private static Instant quarter(Instant at) {
    return Instant.ofEpochSecond(
        Math.floorDiv(at.getEpochSecond(), QUARTER_SECONDS) * QUARTER_SECONDS);
  }
}
