package org.wangge.server.patrol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Ground;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.geo.LatticeBox;
import org.wangge.patrol.FixCodec;
import org.wangge.patrol.Quarter;
import org.wangge.patrol.Track;
import org.wangge.patrol.TrackQuery;
import org.wangge.patrol.TrackStore;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.ScopedPage;
import org.wangge.server.storage.Where;

/**
 * Tracks in plain SQL for both databases: when, around where and through which grids they led, and
 * such fixes as are not packed elsewhere. Thread-safe.
 */
final class JdbcTrackStore implements TrackStore {
  private static final String INSERT =
      """
      insert into patrol_track (id, staff_code, started_at, ended_at, west, south, east, north, fixes,
        from_quarter, generated)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  /**
   * A database that has not counted its rows yet takes 200 people for everybody and reads all
   * tracks of the time instead of theirs.
   */
  private static final int PEOPLE_AT_ONCE = 20;

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
      ofPeople(where, query.staffCodes());
    }
    where
        .andIf("ended_at > ?", query.from())
        .andIf("started_at < ?", query.to())
        .and("id > ?", after);
    return TrackRows.read(tx, where.sql() + " order by id limit ?", where.parameters(count));
  }

  @Override
  public List<Track> during(Tx tx, Caller caller, Set<String> ofPeople, Instant from, Instant to) {
    Where where =
        passing(caller.scope(), null).and("ended_at >= ?", from).and("started_at <= ?", to);
    if (!ofPeople.isEmpty()) {
      ofPeople(where, ofPeople);
    }
    return TrackRows.read(tx, where.sql(), where.parameters());
  }

  @Override
  public List<Span> spans(Tx tx, Set<String> ofPeople, Instant from, Instant to) {
    List<String> codes = List.copyOf(ofPeople);
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < codes.size(); i += PEOPLE_AT_ONCE) {
      spans.addAll(
          spansOf(tx, codes.subList(i, Math.min(codes.size(), i + PEOPLE_AT_ONCE)), from, to));
    }
    return spans;
  }

  private static List<Span> spansOf(Tx tx, List<String> codes, Instant from, Instant to) {
    Where where = new Where().and("ended_at >= ?", from).and("started_at <= ?", to);
    ofPeople(where, codes);
    return JdbcTx.of(tx)
        .query(
            "select id, staff_code, started_at, ended_at,"
                + " case when fixes is null then false else true end as alone from patrol_track"
                + where.sql(),
            row ->
                new Span(
                    row.string("id"),
                    row.string("staff_code"),
                    row.instant("started_at"),
                    row.instant("ended_at"),
                    row.flag("alone")),
            where.parameters());
  }

  private static void ofPeople(Where where, Collection<String> codes) {
    where.and(
        "staff_code in (" + String.join(", ", Collections.nCopies(codes.size(), "?")) + ")",
        codes.toArray());
  }

  @Override
  public void extend(Tx tx, List<Extension> extensions) {
    Map<String, Set<String>> known = grids(tx, extensions.stream().map(Extension::id).toList());
    List<@Nullable Object[]> rows = new ArrayList<>();
    List<@Nullable Object[]> grids = new ArrayList<>();
    for (Extension one : extensions) {
      LatticeBox box = one.box();
      rows.add(
          new Object[] {
            one.to(),
            box.west(),
            box.south(),
            box.east(),
            box.north(),
            Quarter.of(one.from()),
            one.generated(),
            one.id()
          });
      Set<String> there = known.getOrDefault(one.id(), Set.of());
      one.gridCodes().stream()
          .filter(code -> !there.contains(code))
          .forEach(code -> grids.add(new Object[] {one.id(), code}));
    }
    JdbcTx.of(tx)
        .updateAll(
            """
            update patrol_track set ended_at = ?, west = least(west, ?), south = least(south, ?),
              east = greatest(east, ?), north = greatest(north, ?),
              from_quarter = coalesce(from_quarter, ?), generated = generated and ?
            where id = ?
            """,
            rows);
    JdbcTx.of(tx)
        .updateAll(
            """
            insert into patrol_track_grid (track_id, grid_code) values (?, ?)
            on conflict do nothing
            """,
            grids);
  }

  private record TrackGrid(String trackId, String gridCode) {}

  private static Map<String, Set<String>> grids(Tx tx, List<String> trackIds) {
    if (trackIds.isEmpty()) {
      return Map.of();
    }
    return JdbcTx.of(tx)
        .query(
            "select track_id, grid_code from patrol_track_grid where track_id in ("
                + String.join(", ", Collections.nCopies(trackIds.size(), "?"))
                + ")",
            row -> new TrackGrid(row.string("track_id"), row.string("grid_code")),
            trackIds.toArray())
        .stream()
        .collect(
            Collectors.groupingBy(
                TrackGrid::trackId, Collectors.mapping(TrackGrid::gridCode, Collectors.toSet())));
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
            one.packed() ? null : FixCodec.encode(track.fixes()),
            one.packed() ? Quarter.of(track.from()) : null,
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
}
