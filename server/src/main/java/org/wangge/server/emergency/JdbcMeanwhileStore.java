package org.wangge.server.emergency;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.emergency.EmergencyHappenings;
import org.wangge.event.Tx;
import org.wangge.incident.Standing;
import org.wangge.server.storage.JdbcTx;

/** What was reported and whistled in some grids meanwhile. Thread-safe. */
final class JdbcMeanwhileStore implements EmergencyHappenings {

  /** Few are reported in a time: the grids are asked of what was found, not of the database. */
  @Override
  public List<Reported> incidents(Tx tx, Collection<String> grids, Instant from, Instant to) {
    Set<String> wanted = Set.copyOf(grids);
    return JdbcTx.of(tx)
        .query(
            """
            select id, number, category, grid_code, reported_at, standing from incident_incident
            where reported_at >= ? and reported_at < ? and grid_code is not null
            order by reported_at, id
            """,
            row ->
                new Reported(
                    row.string("id"),
                    row.string("number"),
                    row.string("category"),
                    row.string("grid_code"),
                    row.instant("reported_at"),
                    row.string("standing"),
                    Standing.find(row.string("standing")).orElseThrow().isOpen()),
            from,
            to)
        .stream()
        .filter(one -> wanted.contains(one.grid()))
        .toList();
  }

  @Override
  public Map<String, Integer> whistles(Tx tx, Collection<String> grids, Instant from, Instant to) {
    Map<String, Integer> counts = new HashMap<>();
    if (grids.isEmpty()) {
      return counts;
    }
    List<@Nullable Object> values = new ArrayList<>(List.of(from, to));
    values.addAll(grids);
    JdbcTx.of(tx)
        .query(
            "select grid_code, count(*) as n from whistle_whistle where blown_at >= ?"
                + " and blown_at < ? and grid_code in ("
                + String.join(", ", Collections.nCopies(grids.size(), "?"))
                + ") group by grid_code",
            row -> Map.entry(row.string("grid_code"), row.integer("n")),
            values.toArray())
        .forEach(one -> counts.put(one.getKey(), one.getValue()));
    return counts;
  }
}
