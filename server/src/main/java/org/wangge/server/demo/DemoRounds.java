package org.wangge.server.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.demo.DemoTown;
import org.wangge.event.Tx;
import org.wangge.grid.Area;
import org.wangge.grid.Duty;
import org.wangge.grid.InCharge;
import org.wangge.grid.Level;
import org.wangge.patrol.round.PatrolPlan;
import org.wangge.patrol.round.PatrolTerms;
import org.wangge.patrol.round.Per;
import org.wangge.patrol.round.RoundStore;

/**
 * Plans of patrols for some of the town's grid workers, each in the own grid. They hold since a
 * week ago, so that there are patrols to be compared with what was walked.
 */
public final class DemoRounds implements DemoPart {
  private static final Duration PAST = Duration.ofDays(7);
  private static final int PLANS = 8;
  private static final String ACCOUNT = "supervisor";

  private final RoundStore store;

  public DemoRounds(RoundStore store) {
    this.store = store;
  }

  @Override
  public void happen(Tx tx, Caller caller, DemoTown town, Instant after, Instant now) {
    if (!store.list(tx, caller).isEmpty()) {
      return;
    }
    List<Area> grids =
        town.areas().stream()
            .filter(area -> area.level() == Level.GRID && worker(area).isPresent())
            .sorted(Comparator.comparing(Area::code))
            .limit(PLANS)
            .toList();
    for (int i = 0; i < grids.size(); i++) {
      PatrolTerms terms = terms(grids.get(i), i % 2 == 0);
      PatrolPlan unused =
          store.add(
              tx, caller, new PatrolPlan(0, 1, terms, now.minus(PAST), null, false, ACCOUNT, true));
    }
  }

  private static Optional<String> worker(Area grid) {
    return grid.inCharge().stream()
        .filter(one -> one.duty() == Duty.GRID_WORKER)
        .map(InCharge::staffCode)
        .findFirst();
  }

  private static PatrolTerms terms(Area grid, boolean once) {
    return new PatrolTerms(
        grid.name() + (once ? " 每日巡查" : " 上下午巡查"),
        List.of(worker(grid).orElseThrow()),
        List.of(grid.code()),
        List.of(),
        List.of(DayOfWeek.values()),
        once
            ? new PatrolTerms.Timing(LocalTime.of(7, 30), LocalTime.of(12, 0), 1, Per.DAY)
            : new PatrolTerms.Timing(LocalTime.of(8, 0), LocalTime.of(18, 0), 2, Per.DAY),
        new PatrolTerms.Wanted(once ? 70 : 105, once ? 60 : 30, 15));
  }
}
