package org.wangge.server.emergency;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.event.Tx;
import org.wangge.incident.Urgency;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;

/** What is urgent where an emergency lasts, in plain SQL for both databases. Thread-safe. */
public final class JdbcUrgencyStore implements Urgency {
  private static final int CODES_AT_ONCE = 500;

  @Override
  public List<Raise> raises(Tx tx, Collection<String> grids) {
    List<String> all = List.copyOf(grids);
    List<Raise> raises = new ArrayList<>();
    for (int from = 0; from < all.size(); from += CODES_AT_ONCE) {
      List<String> some = all.subList(from, Math.min(all.size(), from + CODES_AT_ONCE));
      raises.addAll(
          JdbcTx.of(tx)
              .query(
                  """
                  select e.id, e.title, e.urgent_categories, g.grid_code
                  from emergency_grid g join emergency_emergency e on e.id = g.emergency_id
                  where e.urgent_categories <> '' and g.lasting_grid_code in (
                  """
                      + String.join(", ", Collections.nCopies(some.size(), "?"))
                      + ")",
                  JdbcUrgencyStore::raise,
                  some.toArray()));
    }
    return raises;
  }

  private static Raise raise(Row row) throws SQLException {
    return new Raise(
        row.number("id"),
        row.string("grid_code"),
        Set.copyOf(EmergencyRows.codes(row.string("urgent_categories"))),
        row.string("title"));
  }

  @Override
  public void note(Tx tx, Map<String, Raise> byIncident) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    byIncident.forEach((id, raise) -> rows.add(new @Nullable Object[] {id, raise.cause()}));
    JdbcTx.of(tx)
        .updateAll("insert into emergency_urgent (incident_id, emergency_id) values (?, ?)", rows);
  }

  @Override
  public boolean isRaised(Tx tx, String incidentId) {
    return JdbcTx.of(tx)
        .queryOne(
            "select emergency_id from emergency_urgent where incident_id = ?",
            row -> row.number("emergency_id"),
            incidentId)
        .isPresent();
  }
}
