package org.wangge.server.patrol;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.event.Tx;
import org.wangge.patrol.Fix;
import org.wangge.patrol.FixCodec;
import org.wangge.patrol.Track;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;

/**
 * Reads tracks whole: the fixes that a track's row holds, and those that are packed of its person
 * while it lasted.
 */
final class TrackRows {
  private static final int TRACKS_AT_ONCE = 500;

  private TrackRows() {}

  /**
   * A row of a track.
   *
   * @param own what it holds itself; none where all is packed
   * @param packed whether more is packed
   */
  private record Head(
      String id,
      String staffCode,
      Instant from,
      Instant to,
      boolean generated,
      List<Fix> own,
      boolean packed) {

    static Head of(Row row) throws SQLException {
      return new Head(
          row.string("id"),
          row.string("staff_code"),
          row.instant("started_at"),
          row.instant("ended_at"),
          row.flag("generated"),
          row.bytesIfAny("fixes").map(FixCodec::decode).orElse(List.of()),
          row.instantIfAny("from_quarter").isPresent());
    }

    /** Empty where nothing of it is kept any longer. */
    Stream<Track> track(List<List<Fix>> quarters) {
      if (!packed) {
        return Stream.of(new Track(id, staffCode, own, generated));
      }
      NavigableMap<Instant, Fix> fixes = new TreeMap<>();
      own.forEach(fix -> fixes.put(fix.at(), fix));
      for (List<Fix> quarter : quarters) {
        for (Fix fix : quarter) {
          if (!fix.at().isBefore(from) && !fix.at().isAfter(to)) {
            fixes.putIfAbsent(fix.at(), fix);
          }
        }
      }
      return fixes.isEmpty()
          ? Stream.empty()
          : Stream.of(new Track(id, staffCode, List.copyOf(fixes.values()), generated));
    }
  }

  /** Tracks that a condition is true of, in the order it says. */
  static List<Track> read(Tx tx, String condition, @Nullable Object[] parameters) {
    List<Head> heads =
        JdbcTx.of(tx)
            .query(
                "select id, staff_code, started_at, ended_at, fixes, from_quarter, generated"
                    + " from patrol_track"
                    + condition,
                Head::of,
                parameters);
    Map<String, List<List<Fix>>> quarters = quarters(tx, heads);
    return heads.stream()
        .flatMap(head -> head.track(quarters.getOrDefault(head.id(), List.of())))
        .toList();
  }

  private record Part(String id, List<Fix> fixes) {}

  private static Map<String, List<List<Fix>>> quarters(Tx tx, List<Head> heads) {
    List<String> ids = heads.stream().filter(Head::packed).map(Head::id).toList();
    Map<String, List<List<Fix>>> quarters = new HashMap<>();
    for (int from = 0; from < ids.size(); from += TRACKS_AT_ONCE) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + TRACKS_AT_ONCE));
      for (Part part : parts(tx, some)) {
        quarters.computeIfAbsent(part.id(), id -> new ArrayList<>()).add(part.fixes());
      }
    }
    return quarters;
  }

  private static List<Part> parts(Tx tx, List<String> ids) {
    return JdbcTx.of(tx)
        .query(
            """
            select t.id, c.fixes from patrol_track t join patrol_chunk c
              on c.staff_code = t.staff_code and c.quarter >= t.from_quarter
                and c.quarter <= t.ended_at
            where t.id in (%s)
            """
                .formatted(String.join(", ", Collections.nCopies(ids.size(), "?"))),
            row -> new Part(row.string("id"), FixCodec.decode(row.bytes("fixes"))),
            ids.toArray());
  }
}
