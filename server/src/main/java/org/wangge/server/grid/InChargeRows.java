package org.wangge.server.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wangge.grid.Duty;
import org.wangge.grid.InCharge;
import org.wangge.server.storage.JdbcTx;

/** Reads the people in charge of many states at once. */
final class InChargeRows {
  /** Both databases take an array parameter of this length quickly. */
  private static final int IDS_A_QUERY = 10_000;

  private InChargeRows() {}

  static Map<Long, List<InCharge>> of(JdbcTx tx, long[] stateIds) {
    Map<Long, List<InCharge>> byState = new HashMap<>();
    for (int from = 0; from < stateIds.length; from += IDS_A_QUERY) {
      long[] some =
          Arrays.copyOfRange(stateIds, from, Math.min(stateIds.length, from + IDS_A_QUERY));
      tx.query(
              """
              select state_id, duty, staff_code from grid_in_charge
              where state_id = any(?) order by state_id, position
              """,
              row ->
                  Map.entry(
                      row.number("state_id"),
                      new InCharge(
                          Duty.find(row.string("duty")).orElseThrow(), row.string("staff_code"))),
              (Object) some)
          .forEach(
              entry ->
                  byState
                      .computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                      .add(entry.getValue()));
    }
    return byState;
  }
}
