package org.wangge.server.patrol;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Ground;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.geo.LatticeBox;
import org.wangge.patrol.FixCodec;
import org.wangge.patrol.Track;
import org.wangge.patrol.TrackQuery;
import org.wangge.patrol.TrackStore;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.ScopedPage;
import org.wangge.server.storage.Where;

/**
 * Tracks in plain SQL for both databases: their fixes packed, the grids they led through beside
 * them. Thread-safe.
 */
final class JdbcTrackStore implements TrackStore {
  private static final String INSERT =
      """
      insert into patrol_track (id, staff_code, started_at, ended_at, west, south, east, north, fixes,
        generated)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  private static final String PASSED =
      "exists (select 1 from patrol_track_grid g where g.track_id = patrol_track.id and ";

  @Override
  public List<Track> list(Tx tx, Caller caller, TrackQuery query) {
    AreaScope scope = caller.scope();
    List<Track> inTree =
        rows(tx, passing(scope, query.area()), query, query.afterId(), query.limit());
    if (scope.grounds().isEmpty()) {
      return inTree;
    }
    List<Track> onGround =
        ScopedPage.read(
            scope,
            (after, count) -> rows(tx, near(scope, query.area()), query, after, count),
            Track::id,
            query.afterId(),
            query.limit(),
            track -> track.fixes().stream().anyMatch(fix -> scope.covers(null, fix.location())));
    SortedMap<String, Track> all = new TreeMap<>();
    inTree.forEach(track -> all.put(track.id(), track));
    onGround.forEach(track -> all.put(track.id(), track));
    return all.values().stream().limit(query.limit()).toList();
  }

  /** Tracks whose box touches that of an overlay area of the scope. */
  private static Where near(AreaScope scope, @Nullable String area) {
    List<String> parts = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    for (Ground ground : scope.grounds()) {
      LatticeBox box = ground.bounds();
      parts.add("(west <= ? and east >= ? and south <= ? and north >= ?)");
      values.addAll(List.of(box.east(), box.west(), box.north(), box.south()));
    }
    return passing(AreaScope.unlimited(), area)
        .and("(" + String.join(" or ", parts) + ")", values.toArray());
  }

  private static List<Track> rows(Tx tx, Where where, TrackQuery query, String after, int count) {
    if (query.box() != null) {
      LatticeBox box = query.box();
      where.and(
          "west <= ? and east >= ? and south <= ? and north >= ?",
          box.east(),
          box.west(),
          box.north(),
          box.south());
    }
    if (!query.staffCodes().isEmpty()) {
      where.and(
          "staff_code in ("
              + String.join(", ", query.staffCodes().stream().map(one -> "?").toList())
              + ")",
          query.staffCodes().toArray());
    }
    where
        .andIf("ended_at > ?", query.from())
        .andIf("started_at < ?", query.to())
        .and("id > ?", after);
    return JdbcTx.of(tx)
        .query(
            "select id, staff_code, fixes, generated from patrol_track"
                + where.sql()
                + " order by id limit ?",
            JdbcTrackStore::read,
            where.parameters(count));
  }

  @Override
  public List<Track> during(Tx tx, Caller caller, Instant from, Instant to) {
    Where where =
        passing(caller.scope(), null).and("ended_at >= ?", from).and("started_at <= ?", to);
    return JdbcTx.of(tx)
        .query(
            "select id, staff_code, fixes, generated from patrol_track" + where.sql(),
            JdbcTrackStore::read,
            where.parameters());
  }

  @Override
  public void replace(Tx tx, Caller caller, Collection<String> ids, List<Walked> by) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    ids.stream().sorted().forEach(id -> rows.add(new Object[] {id}));
    JdbcTx.of(tx).updateAll("delete from patrol_track_grid where track_id = ?", rows);
    JdbcTx.of(tx).updateAll("delete from patrol_track where id = ?", rows);
    add(tx, caller, by);
  }

  @Override
  public int removeBefore(Tx tx, Caller caller, Instant instant) {
    JdbcTx jdbc = JdbcTx.of(tx);
    jdbc.update(
        """
        delete from patrol_track_grid
        where track_id in (select id from patrol_track where ended_at < ?)
        """,
        instant);
    return jdbc.update("delete from patrol_track where ended_at < ?", instant);
  }

  @Override
  public int countPeople(Tx tx, Caller caller, String areaCode, Instant since) {
    if (!caller.scope().grounds().isEmpty()) {
      TrackQuery recent =
          new TrackQuery(areaCode, null, since, null, Set.of(), "", Integer.MAX_VALUE);
      return (int) list(tx, caller, recent).stream().map(Track::staffCode).distinct().count();
    }
    Where where = passing(caller.scope(), areaCode).and("ended_at > ?", since);
    return JdbcTx.of(tx)
        .queryOne(
            "select count(distinct staff_code) as people from patrol_track" + where.sql(),
            row -> row.integer("people"),
            where.parameters())
        .orElse(0);
  }

  /** Tracks that led through a grid of the caller's scope and through one of an area. */
  private static Where passing(AreaScope scope, @Nullable String area) {
    Where where = new Where();
    if (!scope.everywhere()) {
      Where within = new Where().within("g.grid_code", scope);
      where.and(PASSED + within.condition() + ")", within.parameters());
    }
    return area == null ? where : where.and(PASSED + "g.grid_code like ?)", Where.startsWith(area));
  }

  @Override
  public void add(Tx tx, Caller caller, List<Walked> walked) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    List<@Nullable Object[]> grids = new ArrayList<>();
    // In one order, so that two writers of the same ids line up instead of deadlocking.
    List<Walked> ordered =
        walked.stream().sorted(Comparator.comparing(one -> one.track().id())).toList();
    for (Walked one : ordered) {
      Track track = one.track();
      LatticeBox box = track.box();
      rows.add(
          new Object[] {
            track.id(),
            track.staffCode(),
            track.from(),
            track.to(),
            box.west(),
            box.south(),
            box.east(),
            box.north(),
            FixCodec.encode(track.fixes()),
            track.generated()
          });
      for (String code : one.gridCodes()) {
        grids.add(new Object[] {track.id(), code});
      }
    }
    int[] added = JdbcTx.of(tx).updateAll(INSERT, rows);
    for (int i = 0; i < added.length; i++) {
      if (added[i] == 0) {
        throw new Conflict("track-taken", Map.of("id", ordered.get(i).track().id()));
      }
    }
    JdbcTx.of(tx)
        .updateAll("insert into patrol_track_grid (track_id, grid_code) values (?, ?)", grids);
  }

  private static Track read(Row row) throws SQLException {
    return new Track(
        row.string("id"),
        row.string("staff_code"),
        FixCodec.decode(row.bytes("fixes")),
        row.flag("generated"));
  }
}
