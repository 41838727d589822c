package org.wangge.server.patrol;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.patrol.LatestPositions;
import org.wangge.patrol.LookBook;
import org.wangge.patrol.PositionStore;
import org.wangge.patrol.TrackCut;
import org.wangge.patrol.TrackRegister;
import org.wangge.patrol.TrackStore;
import org.wangge.people.PersonNames;
import org.wangge.server.config.Keeping;
import org.wangge.server.grid.AreaCounts;
import org.wangge.server.people.DeviceDesk;
import org.wangge.server.storage.AuditIds;

/** Puts the patrol feature together. */
public final class PatrolModule implements AutoCloseable {
  private static final Duration RECENT = Duration.ofHours(24);

  private static final double NEAR_METERS = 1_500;
  private static final int MOST_NEAR = 20;

  private final TrackStore store = new JdbcTrackStore();
  private final PositionStore said = new JdbcPositionStore();
  private final TrackRegister register;
  private final TrackHttp http;
  private final PositionDesk desk;
  private final PositionHttp positions;
  private final PositionStreamHttp stream;
  private final PatrolUpkeep upkeep;
  private final LookHttp looks;
  private final Clock clock;

  /**
   * Puts it together.
   *
   * @param atlas what lies where now
   * @param names of those who walk
   * @param zone whose midnight ends a track
   * @param keeping how long personal data is kept
   */
  public PatrolModule(
      Transactions transactions,
      Supplier<AreaAtlas> atlas,
      PersonNames names,
      ZoneId zone,
      Keeping keeping,
      Clock clock) {
    this.clock = clock;
    register =
        new TrackRegister(
            transactions,
            store,
            said,
            new TrackCut(zone),
            point -> PositionDesk.gridOf(atlas.get(), point));
    LookBook book = new LookBook(transactions, new JdbcLookStore(), new AuditIds()::next, zone);
    upkeep = new PatrolUpkeep(book, register, keeping, clock);
    looks = new LookHttp(book, names, keeping.lookDays(), clock);
    http = new TrackHttp(register, names, book, clock);
    desk = new PositionDesk(transactions, said, register, atlas, clock);
    positions = new PositionHttp(desk, names, book, clock);
    stream = new PositionStreamHttp(desk, book, clock);
  }

  /** Reads where everybody was and begins to take and tell positions. */
  public void start() {
    desk.start();
    stream.start();
    upkeep.start();
  }

  public PositionHttp positions() {
    return positions;
  }

  public PositionStreamHttp stream() {
    return stream;
  }

  /**
   * Positions from apps on phones.
   *
   * @param devices where phones are let in
   */
  public Phones phones(DeviceDesk devices) {
    PhoneMemory memory = new PhoneMemory();
    return new Phones(
        new PhoneHttp(new PhoneDoor(devices::findAny), new PhoneIntake(desk), memory, clock),
        new OwnPhoneHttp(devices, memory));
  }

  /**
   * Phones over HTTP.
   *
   * @param sent what their apps send
   * @param own those of the caller
   */
  public record Phones(PhoneHttp sent, OwnPhoneHttp own) {}

  /** Who looked at whom. */
  public LookHttp looks() {
    return looks;
  }

  @Override
  public void close() {
    stream.close();
    upkeep.close();
    desk.close();
  }

  public TrackRegister register() {
    return register;
  }

  public TrackHttp http() {
    return http;
  }

  /** Who is on duty near a place: staff codes, with how far away they are in metres. */
  public Map<String, Double> onDuty(Caller caller, LatticePoint place) {
    Map<String, Double> near = new HashMap<>();
    for (LatestPositions.Near one : desk.near(caller, place, NEAR_METERS, MOST_NEAR)) {
      near.put(one.position().staffCode(), one.distanceMeters());
    }
    return near;
  }

  /** Since when somebody is known to be in a grid; what was known before counts for nothing. */
  public Optional<Instant> seenIn(String staffCode, String grid, Instant since) {
    return desk.seenIn(staffCode, grid, since);
  }

  /** How many people walked in an area during the last day, for its card. */
  public Map<String, Object> counts(Tx tx, Caller caller, Area area) {
    Optional<Caller> counting = AreaCounts.counting(caller, Right.READ_POSITIONS, area);
    return counting.isPresent()
        ? Map.of(
            "workers", store.countPeople(tx, counting.get(), area.code(), tx.now().minus(RECENT)))
        : Map.of();
  }
}
