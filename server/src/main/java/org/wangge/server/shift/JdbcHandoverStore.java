package org.wangge.server.shift;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.people.Masking;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.Where;
import org.wangge.shift.Handover;
import org.wangge.shift.HandoverItem;
import org.wangge.shift.HandoverKind;
import org.wangge.shift.HandoverStore;
import org.wangge.shift.Signature;

/** Handover sheets in plain SQL for both databases. Thread-safe. */
final class JdbcHandoverStore implements HandoverStore {
  @Override
  public void hold(Tx tx, Caller caller, long id) {
    var unused =
        JdbcTx.of(tx)
            .queryOne(
                "select id from shift_handover where id = ? for update",
                row -> row.number("id"),
                id);
  }

  @Override
  public Optional<Handover> find(Tx tx, Caller caller, long id) {
    Where where = new Where().and("id = ?", id).within("area_code", caller.scope());
    List<HandoverItem> items = items(tx, id);
    return read(tx, where, 1, items).stream().findFirst();
  }

  @Override
  public List<Handover> list(Tx tx, Caller caller, String area, long before, int limit) {
    Where where =
        new Where()
            .and("id < ?", before)
            .below("area_code", area)
            .within("area_code", caller.scope());
    return read(tx, where, limit, List.of());
  }

  private static List<Handover> read(Tx tx, Where where, int limit, List<HandoverItem> items) {
    JdbcTx jdbc = JdbcTx.of(tx);
    List<Long> ids =
        jdbc.query(
            "select id from shift_handover" + where.sql() + " order by id desc limit ?",
            row -> row.number("id"),
            where.parameters(limit));
    if (ids.isEmpty()) {
      return List.of();
    }
    String in = "(" + String.join(", ", Collections.nCopies(ids.size(), "?")) + ")";
    Map<Long, List<Signature>> signatures = new HashMap<>();
    var unused =
        jdbc.query(
            "select * from shift_signature where handover_id in "
                + in
                + " order by handover_id, side desc",
            row ->
                signatures
                    .computeIfAbsent(row.number("handover_id"), any -> new ArrayList<>())
                    .add(signature(row)),
            ids.toArray());
    return jdbc.query(
        "select * from shift_handover where id in " + in + " order by id desc",
        row -> sheet(row, items, signatures.getOrDefault(row.number("id"), List.of())),
        ids.toArray());
  }

  private static List<HandoverItem> items(Tx tx, long id) {
    return JdbcTx.of(tx)
        .query(
            "select * from shift_item where handover_id = ? order by place",
            JdbcHandoverStore::item,
            id);
  }

  private static HandoverItem item(Row row) throws SQLException {
    return new HandoverItem(
        HandoverKind.find(row.string("kind")).orElseThrow(),
        row.string("subject"),
        row.string("label"),
        row.string("detail"),
        row.string("area_code"),
        row.instantIfAny("item_at").orElse(null));
  }

  private static Signature signature(Row row) throws SQLException {
    return new Signature(
        Signature.Side.find(row.string("side")).orElseThrow(),
        row.string("account"),
        row.stringIfAny("staff_code").orElse(null),
        row.instant("signed_at"),
        row.string("hash"));
  }

  private static Handover sheet(Row row, List<HandoverItem> items, List<Signature> signatures)
      throws SQLException {
    return new Handover(
        row.number("id"),
        row.integer("version"),
        row.string("area_code"),
        row.string("outgoing"),
        row.instant("since_at"),
        row.instant("taken_at"),
        row.flag("withdrawn"),
        new Handover.Words(row.string("remarks"), row.string("remarks_hash")),
        new Handover.Words(row.string("answer"), row.string("answer_hash")),
        items,
        signatures,
        row.flag("generated"));
  }

  @Override
  public Handover add(Tx tx, Caller caller, Handover begun) {
    JdbcTx jdbc = JdbcTx.of(tx);
    long id =
        jdbc.insert(
            """
            insert into shift_handover (version, area_code, outgoing, since_at, taken_at,
              withdrawn, remarks, remarks_hash, answer, answer_hash, generated)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            begun.version(),
            begun.area(),
            begun.outgoing(),
            begun.since(),
            begun.takenAt(),
            begun.withdrawn(),
            begun.remarks().text(),
            begun.remarks().hash(),
            begun.answer().text(),
            begun.answer().hash(),
            begun.generated());
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (HandoverItem one : begun.items()) {
      rows.add(
          new @Nullable Object[] {
            id,
            rows.size() + 1,
            one.kind().word(),
            one.subject(),
            one.label(),
            one.detail(),
            one.area(),
            one.atOrNull()
          });
    }
    if (!rows.isEmpty()) {
      jdbc.updateAll(
          """
          insert into shift_item
            (handover_id, place, kind, subject, label, detail, area_code, item_at)
          values (?, ?, ?, ?, ?, ?, ?, ?)
          """,
          rows);
    }
    return find(tx, Caller.upkeep(), id).orElseThrow();
  }

  @Override
  public void change(Tx tx, Caller caller, Handover changed) {
    JdbcTx jdbc = JdbcTx.of(tx);
    int touched =
        jdbc.update(
            """
            update shift_handover set version = ?, withdrawn = ?, answer = ?, answer_hash = ?
            where id = ? and version = ?
            """,
            changed.version(),
            changed.withdrawn(),
            changed.answer().text(),
            changed.answer().hash(),
            changed.id(),
            changed.version() - 1);
    if (touched == 0) {
      throw Conflict.version(changed.version() - 1, changed.version());
    }
    for (Signature one : changed.signatures()) {
      jdbc.update(
          """
          insert into shift_signature (handover_id, side, account, staff_code, signed_at, hash)
          values (?, ?, ?, ?, ?, ?) on conflict do nothing
          """,
          changed.id(),
          one.side().word(),
          one.account(),
          one.staffOrNull(),
          one.at(),
          one.hash());
    }
  }

  @Override
  public void erase(Tx tx, Caller caller, long id) {
    JdbcTx.of(tx).update("update shift_handover set remarks = '', answer = '' where id = ?", id);
  }

  @Override
  public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {
    for (String number : numbers) {
      for (String column : List.of("remarks", "answer")) {
        JdbcTx.of(tx)
            .update(
                "update shift_handover set %1$s = replace(%1$s, ?, ?) where %1$s like ?"
                    .formatted(column),
                number,
                Masking.ERASED,
                Where.holding(number));
      }
    }
  }
}
