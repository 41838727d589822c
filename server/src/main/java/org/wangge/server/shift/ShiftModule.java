package org.wangge.server.shift;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.event.Audience;
import org.wangge.event.Tx;
import org.wangge.grid.AreaAtlas;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentFollower;
import org.wangge.server.people.AccountNames;
import org.wangge.server.people.PersonModule;
import org.wangge.server.storage.Database;
import org.wangge.shift.ChangesRegister;
import org.wangge.shift.DutyHours;
import org.wangge.shift.HandoverRegister;
import org.wangge.shift.HandoverSource;
import org.wangge.shift.HandoverStore;
import org.wangge.shift.RosterRegister;
import org.wangge.shift.RosterStore;
import org.wangge.shift.ShiftEvent;
import org.wangge.shift.ShiftRegister;
import org.wangge.shift.ShiftStore;

/** Puts rosters, shifts and handovers together. */
public final class ShiftModule {
  private final RosterStore rosters = new JdbcRosterStore();
  private final ShiftStore shifts = new JdbcShiftStore();
  private final HandoverStore handovers = new JdbcHandoverStore();
  private final Database database;
  private final Ground ground;
  private final ZoneId zone;
  private final Clock clock;
  private final RosterHttp rosterHttp;
  private final DutyHours hours;

  /**
   * What it stands on.
   *
   * @param atlas what lies where now
   * @param persons who can be on duty
   * @param source what is handed over
   * @param audience who may know of what happened
   */
  public record Ground(
      Supplier<AreaAtlas> atlas, PersonModule persons, HandoverSource source, Audience audience) {}

  /**
   * Puts it together.
   *
   * @param zone of the place, whose days and weeks rosters are made of
   */
  public ShiftModule(Database database, Ground ground, ZoneId zone, Clock clock) {
    this.database = database;
    this.ground = ground;
    this.zone = zone;
    this.clock = clock;
    RosterRegister register =
        new RosterRegister(
            database,
            rosters,
            ground.atlas(),
            (tx, codes) -> ground.persons().store().known(tx, codes).keySet(),
            zone);
    rosterHttp = new RosterHttp(register, ground.persons().names(), ground.atlas(), zone, clock);
    hours = new DutyHours(database, rosters);
    database.afterCommit(
        events -> {
          if (events.stream().anyMatch(ShiftEvent.RosterChanged.class::isInstance)) {
            hours.forget();
          }
        });
  }

  public RosterStore rosters() {
    return rosters;
  }

  public ShiftStore shifts() {
    return shifts;
  }

  public HandoverStore handovers() {
    return handovers;
  }

  /** What is handed over. */
  public HandoverSource source() {
    return ground.source();
  }

  /** Whether people are on duty, as rosters have it. */
  public DutyHours hours() {
    return hours;
  }

  /**
   * All of it over HTTP.
   *
   * @param rosters who is on duty
   * @param shifts shifts, their log and what changed
   * @param handovers signed by both sides
   */
  public record Https(RosterHttp rosters, ShiftHttp shifts, HandoverHttp handovers) {}

  /** All of it over HTTP, with the names of those who act. */
  public Https http(AccountNames names) {
    ShiftRegister register = new ShiftRegister(database, shifts, ground.atlas());
    return new Https(
        rosterHttp,
        new ShiftHttp(
            register,
            new ChangesRegister(
                database, new JdbcHappenedStore(), ground.audience(), ground.atlas()),
            names,
            ground.atlas(),
            clock),
        new HandoverHttp(
            new HandoverRegister(
                database, handovers, shifts, register, ground.source(), ground.atlas()),
            names,
            ground.atlas(),
            zone,
            clock));
  }

  /** Numbers of people who are erased go out of logs and sheets, too. */
  public IncidentFollower follower() {
    return new IncidentFollower() {
      @Override
      public void done(Tx tx, Caller caller, Incident changed) {}

      @Override
      public void eraseWords(Tx tx, Caller caller, String incidentId) {}

      @Override
      public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {
        shifts.eraseNumbers(tx, caller, numbers);
        handovers.eraseNumbers(tx, caller, numbers);
      }
    };
  }
}
