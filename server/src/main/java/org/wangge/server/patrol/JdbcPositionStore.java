package org.wangge.server.patrol;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.event.Tx;
import org.wangge.patrol.Fix;
import org.wangge.patrol.FixCodec;
import org.wangge.patrol.PersonFixes;
import org.wangge.patrol.PositionBatch;
import org.wangge.patrol.PositionStore;
import org.wangge.patrol.Quarter;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;

/** Positions in plain SQL for both databases. Thread-safe. */
final class JdbcPositionStore implements PositionStore {
  /** More fixes of one person than this make two entries of a row: each has 65,535 bytes. */
  private static final int MOST_IN_AN_ENTRY = 3_000;

  private static final int ROWS_AT_ONCE = 50;
  private static final String ROW = "(?, ?, ?, ?, ?)";

  @Override
  public long append(Tx tx, List<PersonFixes> said) {
    Instant last =
        said.stream().map(JdbcPositionStore::lastOf).max(Instant::compareTo).orElseThrow();
    return JdbcTx.of(tx)
        .insert(
            "insert into patrol_position_log (last_at, fixes) values (?, ?)",
            last,
            PositionBatch.encode(said.stream().flatMap(JdbcPositionStore::entries).toList()));
  }

  private static Instant lastOf(PersonFixes one) {
    return one.fixes().get(one.fixes().size() - 1).at();
  }

  private static Stream<PersonFixes> entries(PersonFixes one) {
    List<Fix> fixes = one.fixes();
    if (fixes.size() <= MOST_IN_AN_ENTRY) {
      return Stream.of(one);
    }
    return IntStream.iterate(0, from -> from < fixes.size(), from -> from + MOST_IN_AN_ENTRY)
        .mapToObj(from -> fixes.subList(from, Math.min(fixes.size(), from + MOST_IN_AN_ENTRY)))
        .map(part -> new PersonFixes(one.staffCode(), part, one.generated()));
  }

  @Override
  public List<Logged> unpacked(Tx tx) {
    return JdbcTx.of(tx)
        .query(
            "select id, staff_code, fixes, generated from patrol_position_log order by id",
            row -> new Logged(row.number("id"), said(row)));
  }

  /** Rows of one person were written by versions before this way of packing them. */
  private static List<PersonFixes> said(Row row) throws SQLException {
    return row.stringIfAny("staff_code").isPresent()
        ? List.of(read(row))
        : PositionBatch.decode(row.bytes("fixes"));
  }

  @Override
  public void forget(Tx tx, Collection<Long> rows) {
    List<@Nullable Object[]> ids = new ArrayList<>();
    rows.stream().sorted().forEach(row -> ids.add(new Object[] {row}));
    JdbcTx.of(tx).updateAll("delete from patrol_position_log where id = ?", ids);
  }

  @Override
  public List<PersonFixes> packedSince(Tx tx, Instant instant) {
    return JdbcTx.of(tx)
        .query(
            "select staff_code, fixes, generated from patrol_chunk where quarter >= ?",
            JdbcPositionStore::read,
            Quarter.of(instant));
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
    Instant whole = instant.minus(Quarter.LENGTH);
    return JdbcTx.of(tx).update("delete from patrol_chunk where quarter <= ?", whole);
  }

  @Override
  public Set<Instant> packedInstants(Tx tx, String staffCode, Instant from, Instant to) {
    return JdbcTx.of(tx)
        .query(
            "select fixes from patrol_chunk where staff_code = ? and quarter between ? and ?",
            row -> FixCodec.decode(row.bytes("fixes")),
            staffCode,
            Quarter.of(from),
            to)
        .stream()
        .flatMap(List::stream)
        .map(Fix::at)
        .filter(at -> !at.isBefore(from) && !at.isAfter(to))
        .collect(Collectors.toSet());
  }

  private static PersonFixes read(Row row) throws SQLException {
    return new PersonFixes(
        row.string("staff_code"), FixCodec.decode(row.bytes("fixes")), row.flag("generated"));
  }

  /** In one order, so that two packers line up. */
  @Override
  public void pack(Tx tx, List<PersonFixes> quarters) {
    List<PersonFixes> ordered =
        quarters.stream()
            .sorted(
                Comparator.comparing(PersonFixes::staffCode)
                    .thenComparing(JdbcPositionStore::quarterOf))
            .toList();
    for (int from = 0; from < ordered.size(); from += ROWS_AT_ONCE) {
      packSome(JdbcTx.of(tx), ordered.subList(from, Math.min(ordered.size(), from + ROWS_AT_ONCE)));
    }
  }

  /** One statement for all: a city's quarter of an hour is 47,563 rows. */
  private static void packSome(JdbcTx jdbc, List<PersonFixes> quarters) {
    List<Object> values = new ArrayList<>();
    for (PersonFixes one : quarters) {
      values.add(one.staffCode());
      values.add(quarterOf(one));
      values.add(FixCodec.encode(one.fixes()));
      values.add(one.fixes().size());
      values.add(one.generated());
    }
    int added =
        jdbc.update(
            """
            insert into patrol_chunk (staff_code, quarter, fixes, fix_count, generated) values %s
            on conflict do nothing
            """
                .formatted(String.join(", ", Collections.nCopies(quarters.size(), ROW))),
            values.toArray());
    if (added < quarters.size()) {
      quarters.forEach(one -> merge(jdbc, one));
    }
  }

  private static Instant quarterOf(PersonFixes one) {
    return Quarter.of(one.fixes().get(0).at());
  }

  /**
   * The row is there before it is locked: of two who pack a quarter for the first time the second
   * waits for the first and then reads what that wrote. Had it looked before, it would find nothing
   * and write over it.
   */
  private static void merge(JdbcTx jdbc, PersonFixes one) {
    Map<Instant, Fix> fixes = new TreeMap<>();
    one.fixes().forEach(fix -> fixes.put(fix.at(), fix));
    Instant quarter = quarterOf(one);
    PersonFixes known =
        jdbc.queryOne(
                """
                select staff_code, fixes, generated from patrol_chunk
                where staff_code = ? and quarter = ? for update
                """,
                JdbcPositionStore::read,
                one.staffCode(),
                quarter)
            .orElseThrow();
    known.fixes().forEach(fix -> fixes.put(fix.at(), fix));
    PersonFixes merged =
        new PersonFixes(
            one.staffCode(), List.copyOf(fixes.values()), known.generated() && one.generated());
    jdbc.update(
        """
        update patrol_chunk set fixes = ?, fix_count = ?, generated = ?
        where staff_code = ? and quarter = ?
        """,
        FixCodec.encode(merged.fixes()),
        fixes.size(),
        merged.generated(),
        one.staffCode(),
        quarter);
  }
}
