package org.wangge.server.place;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.geo.Validity;
import org.wangge.place.Place;
import org.wangge.place.PlaceKind;
import org.wangge.place.PlaceQuery;
import org.wangge.place.PlaceStore;
import org.wangge.place.StandingPlace;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.Where;

/** Places in plain SQL for both databases, a table for each kind. Thread-safe. */
final class JdbcPlaceStore implements PlaceStore {
  /** Rows sent to the database in one go. */
  private static final int BATCH = 2_000;

  @Override
  public Optional<StandingPlace> find(Tx tx, Caller caller, PlaceKind kind, String id) {
    if (isHidden(caller, kind)) {
      return Optional.empty();
    }
    PlaceTable<?> table = PlaceRows.of(kind);
    return JdbcTx.of(tx)
        .queryOne("select * from " + table.name() + " where id = ?", row -> read(table, row), id);
  }

  @Override
  public List<StandingPlace> list(Tx tx, Caller caller, PlaceQuery query) {
    if (isHidden(caller, query.kind())) {
      return List.of();
    }
    PlaceTable<?> table = PlaceRows.of(query.kind());
    Where where =
        new Where()
            .and("valid_from <= ? and (valid_to is null or valid_to > ?)", query.at(), query.at())
            .touching("shape", query.box())
            .andIf(table.ofEstate(), query.estateId())
            .andIf(table.ofBuilding(), query.buildingId())
            .and("id > ?", query.afterId());
    return JdbcTx.of(tx)
        .query(
            "select * from " + table.name() + where.sql() + " order by id limit ?",
            row -> read(table, row),
            where.parameters(query.limit()));
  }

  private static boolean isHidden(Caller caller, PlaceKind kind) {
    return !kind.isPublic() && !caller.isStaff();
  }

  private static StandingPlace read(PlaceTable<?> table, Row row) throws SQLException {
    Instant end = row.instantIfAny("valid_to").orElse(null);
    return new StandingPlace(
        table.reader().read(row), new Validity(row.instant("valid_from"), end));
  }

  @Override
  public boolean isEmpty(Tx tx) {
    for (PlaceKind kind : PlaceKind.values()) {
      String sql = "select id from " + PlaceRows.of(kind).name() + " limit 1";
      if (JdbcTx.of(tx).queryOne(sql, row -> row.string("id")).isPresent()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void add(Tx tx, Caller caller, List<StandingPlace> places) {
    // In one order, so that two writers of the same ids line up instead of deadlocking; the order
    // of
    // the kinds puts what is pointed to first.
    for (PlaceKind kind : PlaceKind.values()) {
      List<StandingPlace> ordered =
          places.stream()
              .filter(one -> one.place().placeKind() == kind)
              .sorted(Comparator.comparing(one -> one.place().id()))
              .toList();
      for (int from = 0; from < ordered.size(); from += BATCH) {
        List<StandingPlace> batch = ordered.subList(from, Math.min(from + BATCH, ordered.size()));
        insert(JdbcTx.of(tx), PlaceRows.of(kind), batch);
      }
    }
  }

  private static void insert(JdbcTx tx, PlaceTable<?> table, List<StandingPlace> places) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    places.forEach(one -> rows.add(row(table, one)));
    int[] added = tx.updateAll(table.insert(), rows);
    for (int i = 0; i < added.length; i++) {
      if (added[i] == 0) {
        Place place = places.get(i).place();
        throw new Conflict(
            "place-taken", Map.of("kind", place.placeKind().word(), "id", place.id()));
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static <P extends Place> @Nullable Object[] row(PlaceTable<P> table, StandingPlace one) {
    P place = (P) one.place(); // a table is asked for by the kind of the place
    List<@Nullable Object> row = new ArrayList<>();
    row.add(place.id());
    row.add(table.shape().apply(place));
    row.add(one.validity().from());
    row.add(one.validity().to().orElse(null));
    row.addAll(table.values().apply(place));
    return row.toArray();
  }

  @Override
  public boolean end(Tx tx, Caller caller, PlaceKind kind, String id, Instant end) {
    String sql =
        "update %s set valid_to = ? where id = ? and valid_to is null and valid_from < ?"
            .formatted(PlaceRows.of(kind).name());
    return JdbcTx.of(tx).update(sql, end, id, end) == 1;
  }
}
