package org.wangge.server.visit;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.grid.AreaAtlas;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentFollower;
import org.wangge.place.DoorGround;
import org.wangge.place.PlaceStore;
import org.wangge.server.people.AccountNames;
import org.wangge.server.storage.Database;
import org.wangge.visit.VisitCount;
import org.wangge.visit.VisitRegister;
import org.wangge.visit.VisitReports;
import org.wangge.visit.VisitRuleRegister;
import org.wangge.visit.VisitStore;

/** Puts visits together. */
public final class VisitModule {
  private final VisitStore store = new JdbcVisitStore();
  private final DoorGround ground;
  private final VisitRuleRegister rules;
  private final VisitRegister register;
  private final VisitCount count;
  private final Supplier<AreaAtlas> atlas;
  private final ZoneId zone;
  private final Clock clock;

  /**
   * Puts it together.
   *
   * @param reports what hazards become
   * @param zone whose months count
   */
  public VisitModule(
      Database database,
      PlaceStore places,
      VisitReports reports,
      Supplier<AreaAtlas> atlas,
      ZoneId zone,
      Clock clock) {
    this.atlas = atlas;
    this.zone = zone;
    this.clock = clock;
    ground = new DoorGround(atlas, places);
    LiveDoors doors = new LiveDoors(database, ground, atlas);
    database.afterCommit(doors::follow);
    rules = new VisitRuleRegister(database, store);
    register = new VisitRegister(database, store, doors, reports);
    count = new VisitCount(database, store, doors, zone);
  }

  public VisitStore store() {
    return store;
  }

  /** Where doors are read anew, within a transaction. */
  public DoorGround ground() {
    return ground;
  }

  public VisitRuleRegister rules() {
    return rules;
  }

  public VisitRegister register() {
    return register;
  }

  public VisitCount count() {
    return count;
  }

  /** Visits over HTTP, with the names of who went. */
  public VisitHttp http(AccountNames names) {
    return new VisitHttp(
        register, new VisitRuleHttp(rules), new CoverageHttp(count, atlas, zone, clock), names);
  }

  /** Numbers of people who are erased go out of notes, too. */
  public IncidentFollower follower() {
    return new IncidentFollower() {
      @Override
      public void done(Tx tx, Caller caller, Incident changed) {}

      @Override
      public void eraseWords(Tx tx, Caller caller, String incidentId) {}

      @Override
      public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {
        store.eraseNumbers(tx, caller, numbers);
      }
    };
  }
}
