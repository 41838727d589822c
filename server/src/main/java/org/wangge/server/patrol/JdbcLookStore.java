package org.wangge.server.patrol;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Role;
import org.wangge.event.Tx;
import org.wangge.patrol.Look;
import org.wangge.patrol.LookKind;
import org.wangge.patrol.LookQuery;
import org.wangge.patrol.LookStore;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.Where;
import org.wangge.word.Word;

/** Looks in plain SQL for both databases. Thread-safe. */
final class JdbcLookStore implements LookStore {

  @Override
  public void add(Tx tx, Caller caller, List<Look> looks) {
    List<@Nullable Object[]> rows =
        looks.stream()
            .map(
                one ->
                    new @Nullable Object[] {
                      one.id(),
                      one.staffCode(),
                      one.reader(),
                      one.readerCodeOrNull(),
                      words(one.roles()),
                      one.kind().word(),
                      one.from(),
                      one.to(),
                      one.times()
                    })
            .toList();
    JdbcTx.of(tx)
        .updateAll(
            """
            insert into patrol_look (id, staff_code, reader, reader_code, roles, kind, first_at,
              last_at, times)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            rows);
  }

  @Override
  public void goOn(Tx tx, Caller caller, List<Look> looks) {
    List<@Nullable Object[]> rows =
        looks.stream()
            .map(one -> new @Nullable Object[] {one.to(), one.times(), one.id()})
            .toList();
    JdbcTx.of(tx).updateAll("update patrol_look set last_at = ?, times = ? where id = ?", rows);
  }

  @Override
  public List<Seen> list(Tx tx, Caller caller, String staffCode, LookQuery query) {
    LookKind kind = query.kind();
    Where where =
        new Where()
            .and("l.staff_code = ?", staffCode)
            .andIf("l.kind = ?", kind == null ? null : kind.word())
            .andIf("l.reader = ?", query.reader())
            .andIf("l.last_at >= ?", query.from())
            .andIf("l.first_at < ?", query.to())
            .andIf("l.id < ?", query.before());
    return JdbcTx.of(tx)
        .query(
            """
            select l.*, d.name as wall from patrol_look l
            left join people_device d on d.kind = 'wall' and l.reader = 'wall-' || d.id
            """
                + where.sql()
                + " order by l.id desc limit ?",
            JdbcLookStore::seen,
            where.parameters(query.limit()));
  }

  @Override
  public int removeBefore(Tx tx, Caller caller, Instant instant) {
    return JdbcTx.of(tx).update("delete from patrol_look where last_at < ?", instant);
  }

  private static Seen seen(Row row) throws SQLException {
    Look look =
        new Look(
            UUID.fromString(row.string("id")),
            row.string("staff_code"),
            row.string("reader"),
            row.stringIfAny("reader_code").orElse(null),
            roles(row.string("roles")),
            Word.find(LookKind.class, row.string("kind")).orElseThrow(),
            row.instant("first_at"),
            row.instant("last_at"),
            row.integer("times"));
    return new Seen(look, row.stringIfAny("wall").orElse(""));
  }

  private static String words(Set<Role> roles) {
    return roles.stream().map(Role::word).sorted().collect(Collectors.joining(" "));
  }

  private static Set<Role> roles(String words) {
    return Arrays.stream(words.split(" ", -1))
        .map(Role::find)
        .flatMap(Optional::stream)
        .collect(Collectors.toSet());
  }
}
