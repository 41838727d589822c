package org.wangge.server.errand;

import java.time.Clock;
import java.util.Set;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.clock.TimerStore;
import org.wangge.errand.ErrandErasure;
import org.wangge.errand.ErrandHeads;
import org.wangge.errand.ErrandKindRegister;
import org.wangge.errand.ErrandKindStore;
import org.wangge.errand.ErrandLapse;
import org.wangge.errand.ErrandOrders;
import org.wangge.errand.ErrandRegister;
import org.wangge.errand.ErrandReports;
import org.wangge.errand.ErrandStore;
import org.wangge.errand.ErrandVolunteers;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.GridFinder;
import org.wangge.grid.GridStore;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentFollower;
import org.wangge.incident.ReportTokens;
import org.wangge.incident.photo.PhotoStore;
import org.wangge.server.people.AccountNames;

/** Puts errands together. */
public final class ErrandModule {
  private final ErrandStore store = new JdbcErrandStore();
  private final ErrandKindStore kinds = new JdbcErrandKindStore();
  private final Transactions transactions;
  private final Ground ground;
  private final ErrandLapse lapse;
  private final ErrandErasure erasure;
  private final Clock clock;

  /**
   * What it stands on.
   *
   * @param tokens with which orders are followed
   * @param photos where photos of what was done are kept
   * @param reports that errands become
   */
  public record Ground(
      GridStore grids,
      Supplier<AreaAtlas> atlas,
      ReportTokens tokens,
      PhotoStore photos,
      ErrandReports reports) {}

  /** Puts it together. */
  public ErrandModule(Transactions transactions, Ground ground, TimerStore timers, Clock clock) {
    this.transactions = transactions;
    this.ground = ground;
    this.clock = clock;
    lapse = new ErrandLapse(store, timers);
    erasure = new ErrandErasure(store, ground.photos(), ground.reports());
  }

  public ErrandStore store() {
    return store;
  }

  /** Who is told when a wished time is over. */
  public ErrandLapse lapse() {
    return lapse;
  }

  /** The residents' side. */
  public ErrandOrders orders() {
    return new ErrandOrders(
        transactions,
        store,
        kinds,
        new GridFinder(ground.grids(), ground.atlas()),
        ground.atlas(),
        ground.tokens(),
        lapse,
        erasure);
  }

  /** The side of those who send volunteers, and of the volunteers. */
  public ErrandRegister register(ErrandVolunteers volunteers) {
    return new ErrandRegister(
        transactions,
        store,
        new ErrandRegister.Parts(
            new ErrandHeads(ground.atlas()),
            volunteers,
            ground.photos(),
            ground.reports(),
            lapse,
            erasure));
  }

  /** Errands over HTTP, with the names of volunteers. */
  public ErrandHttp http(ErrandVolunteers volunteers, AccountNames names) {
    return new ErrandHttp(register(volunteers), names, ground.atlas(), clock);
  }

  /** Orders over HTTP. */
  public OpenErrandHttp open() {
    return new OpenErrandHttp(
        orders(), new ErrandKindRegister(transactions, kinds), ground.atlas());
  }

  /** What is erased of incidents, reports and people goes out of errands, too. */
  public IncidentFollower follower() {
    return new IncidentFollower() {
      @Override
      public void done(Tx tx, Caller caller, Incident changed) {}

      @Override
      public void eraseWords(Tx tx, Caller caller, String incidentId) {
        erasure.eraseIncident(tx, caller, incidentId);
      }

      @Override
      public void eraseReport(Tx tx, Caller caller, String reportKey) {
        erasure.eraseReport(tx, caller, reportKey);
      }

      @Override
      public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {
        store.eraseNumbers(tx, caller, numbers);
      }
    };
  }
}
