package org.wangge.server.plan;

import static org.wangge.grid.Areas.aCommunity;
import static org.wangge.grid.Areas.aDistrict;
import static org.wangge.grid.Areas.aGrid;
import static org.wangge.grid.Areas.aStreet;
import static org.wangge.grid.Areas.square;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.geo.AsOf;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.Validity;
import org.wangge.grid.Area;
import org.wangge.grid.AreaKey;
import org.wangge.grid.AreaRegister;
import org.wangge.grid.Level;
import org.wangge.grid.Located;
import org.wangge.plan.PlanRegister;
import org.wangge.plan.operation.PlanOperation;
import org.wangge.plan.operation.PlanWish;
import org.wangge.server.grid.GridModule;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

/**
 * Three square grids side by side in a community, on a database of either kind and a clock that is
 * set by hand; somebody who plans there and somebody who approves.
 */
final class LifeTown implements AutoCloseable {
  static final String COMMUNITY = "990101001001";
  static final int WEST = 1_117_000_000;
  static final int SOUTH = 290_300_000;
  static final int SIDE = 100_000;
  static final Caller PLANNER = someone("planner", Role.PLANNER);
  static final Caller APPROVER = someone("approver", Role.APPROVER);

  final HandClock clock = new HandClock(Instant.parse("2026-11-01T01:00:00Z"));
  final Database database;
  final GridModule grids;
  final AreaRegister areas;
  final PlanRegister plans;

  LifeTown(TestDatabase kind) {
    database = kind.open(clock);
    grids = new GridModule(database, clock);
    areas = new AreaRegister(database, grids.store());
    plans = register();
    Caller all = Caller.upkeep();
    areas.add(all, aDistrict("990101").build());
    areas.add(all, aStreet("990101001").build());
    areas.add(all, aCommunity(COMMUNITY).build());
    for (int i = 0; i < 3; i++) {
      areas.add(
          all,
          aGrid(COMMUNITY + "00" + (i + 1))
              .shape(square(WEST + i * SIDE, SOUTH, SIDE))
              .households(400)
              .build());
    }
  }

  /** Another register on the same database, as a second server has one. */
  PlanRegister register() {
    return PlanRegisters.on(database, grids.store());
  }

  static Caller someone(String account, Role... roles) {
    return Caller.of(account, Set.of(roles), AreaScope.unlimited(), Purpose.USE);
  }

  /** A draft that splits the grid at a place from south to north there. */
  long split(int east) {
    return split(at(east), east);
  }

  /** A draft that splits a face from south to north at a place. */
  long split(String face, int east) {
    long id = plans.begin(PLANNER, "拆分", COMMUNITY).plan().id();
    cut(id, 1, face, east);
    return id;
  }

  /** Splits a face of a draft as of a version. */
  void cut(long id, int version, String face, int east) {
    plans.edit(
        PLANNER,
        id,
        new PlanRegister.Seen(version, OptionalInt.empty()),
        new PlanWish.Whole(cut(face, east)));
  }

  static PlanOperation.Split cut(String face, int east) {
    List<LatticePoint> line =
        List.of(
            new LatticePoint(WEST + east, SOUTH - 1_000),
            new LatticePoint(WEST + east, SOUTH + SIDE + 1_000));
    return new PlanOperation.Split(face, line, "");
  }

  int version(long id) {
    return plans.get(PLANNER, id).plan().version();
  }

  void approve(long id) {
    plans.lifecycle().submit(PLANNER, id, version(id), "");
    plans.lifecycle().approve(APPROVER, id, version(id), "");
  }

  /** Takes a draft through all steps; in force now, or from an instant on. */
  void publish(long id, @Nullable Instant effective) {
    approve(id);
    plans.lifecycle().publish(APPROVER, id, version(id), effective);
  }

  /** The grid at a place, by the map that everybody looks at. */
  String at(int east) {
    return code(grids.atlas().now().locate(place(east)));
  }

  /** The grid at a place at an instant, by what is on record. */
  String at(int east, Instant instant) {
    return code(grids.atlas().locate(place(east), new AsOf(instant, clock.instant())));
  }

  private static LatticePoint place(int east) {
    return new LatticePoint(WEST + east, SOUTH + SIDE / 2);
  }

  private static String code(Located located) {
    return located.chain().stream()
        .filter(area -> area.level() == Level.GRID)
        .map(Area::code)
        .findFirst()
        .orElse("none");
  }

  /** Gives a grid another name, as somebody at the register of areas does. */
  void rename(String code) {
    Area now = areas.get(PLANNER, AreaKey.tree(code), AsOf.now(clock.instant()));
    areas.change(
        PLANNER,
        now.key(),
        now.version(),
        (area, at) -> area.edit().name(area.name() + "新").validity(Validity.since(at)).build());
  }

  @Override
  public void close() {
    grids.close();
    database.close();
  }

  /** A clock that goes only when it is told to; each look is a microsecond later. */
  static final class HandClock extends Clock {
    private Instant now;

    HandClock(Instant now) {
      this.now = now;
    }

    synchronized void set(Instant instant) {
      now = instant;
    }

    synchronized void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public synchronized Instant instant() {
      now = now.plusNanos(1_000);
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
