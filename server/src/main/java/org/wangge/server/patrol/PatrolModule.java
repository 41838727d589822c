package org.wangge.server.patrol;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.patrol.GridFinder;
import org.wangge.patrol.LatestPositions;
import org.wangge.patrol.LookBook;
import org.wangge.patrol.OpenQuarters;
import org.wangge.patrol.PositionStore;
import org.wangge.patrol.TrackCut;
import org.wangge.patrol.TrackRegister;
import org.wangge.patrol.TrackStore;
import org.wangge.people.Device;
import org.wangge.server.config.Keeping;
import org.wangge.server.grid.AreaCounts;
import org.wangge.server.patrol.round.RoundModule;
import org.wangge.server.patrol.street.GraphHopperMatcher;
import org.wangge.server.patrol.street.StreetWays;
import org.wangge.server.people.DeviceDesk;
import org.wangge.server.storage.AuditIds;
import org.wangge.shift.DutyHours;

/** Puts the patrol feature together. */
public final class PatrolModule implements AutoCloseable {
  private static final Duration RECENT = Duration.ofHours(24);

  private static final double NEAR_METERS = 1_500;
  private static final int MOST_NEAR = 20;

  private final TrackStore store = new JdbcTrackStore();
  private final PositionStore said = new JdbcPositionStore();
  private final OpenQuarters open = new OpenQuarters();
  private final TrackRegister register;
  private final TrackHttp http;
  private final PositionDesk desk;
  private final PositionPacker packer;
  private final PositionHttp positions;
  private final PositionStreamHttp stream;
  private final PatrolUpkeep upkeep;
  private final LookHttp looks;
  private final RoundModule rounds;
  private final Clock clock;
  private Optional<MqttLink> mqtt = Optional.empty();

  /**
   * Puts it together.
   *
   * @param ground what lies where, and who walks
   * @param hours when people are on duty
   * @param zone whose midnight ends a track
   * @param keeping how long personal data is kept
   */
  public PatrolModule(
      Transactions transactions,
      RoundModule.Ground ground,
      Supplier<DutyHours> hours,
      ZoneId zone,
      Keeping keeping,
      Clock clock) {
    this.clock = clock;
    register =
        new TrackRegister(
            transactions, store, said, open, new TrackCut(zone), gridsOf(ground.atlas()));
    LookBook book = new LookBook(transactions, new JdbcLookStore(), new AuditIds()::next, zone);
    upkeep = new PatrolUpkeep(book, register, keeping, clock);
    looks = new LookHttp(book, ground.names(), keeping.lookDays(), clock);
    StreetWays streets = new StreetWays(transactions, ground.places(), new GraphHopperMatcher());
    http = new TrackHttp(register, ground.names(), book, streets, clock);
    desk = new PositionDesk(transactions, said, open, ground.atlas(), hours, clock);
    packer = new PositionPacker(transactions, said, open, register, clock);
    positions = new PositionHttp(desk, ground.names(), book, clock);
    stream = new PositionStreamHttp(desk, book, clock);
    rounds = new RoundModule(transactions, ground, register, book, zone, clock);
  }

  private static GridFinder gridsOf(Supplier<AreaAtlas> atlas) {
    return new GridFinder() {
      @Override
      public Optional<String> at(LatticePoint point) {
        return PositionDesk.gridOf(atlas.get(), point);
      }

      @Override
      public Optional<String> ofAll(LatticeBox box) {
        return atlas.get().ownerOf(Partition.TREE, Level.GRID, box).map(Area::code);
      }
    };
  }

  /** Reads where everybody was and begins to take and tell positions. */
  public void start() {
    desk.start();
    packer.start();
    stream.start();
    upkeep.start();
    rounds.start();
  }

  /** Patrols that are due, held against what was walked. */
  public RoundModule rounds() {
    return rounds;
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
   * @param found the device of a secret, let in or not
   * @param folder where it may stand which broker others send to
   */
  public Phones phones(DeviceDesk devices, Function<String, Optional<Device>> found, Path folder) {
    PhoneMemory memory = new PhoneMemory();
    PhoneIntake intake = new PhoneIntake(desk);
    MqttCounts counts = new MqttCounts();
    MqttInbox inbox = new MqttInbox(devices::findPhone, intake::take, memory, counts, clock);
    mqtt =
        MqttFile.read(folder)
            .map(settings -> new MqttLink(settings, inbox, MqttLink.MOST_HERE, counts, clock));
    return new Phones(
        new PhoneHttp(new PhoneDoor(found), intake, memory, clock),
        new OwnPhoneHttp(devices, memory),
        new PhoneLinkHttp(mqtt));
  }

  /**
   * Phones over HTTP.
   *
   * @param sent what their apps send
   * @param own those of the caller
   * @param links how else positions come
   */
  public record Phones(PhoneHttp sent, OwnPhoneHttp own, PhoneLinkHttp links) {}

  /** Fetches what phones send to a broker, where there is one; waits for nothing. */
  public void listen() {
    mqtt.ifPresent(MqttLink::start);
  }

  /** How the links stand by which positions come, a word each; empty where there are none. */
  public Map<String, String> links() {
    return mqtt.map(link -> Map.of("mqtt", link.state().connected() ? "connected" : "down"))
        .orElse(Map.of());
  }

  /** Who looked at whom. */
  public LookHttp looks() {
    return looks;
  }

  @Override
  public void close() {
    mqtt.ifPresent(MqttLink::close);
    stream.close();
    rounds.close();
    upkeep.close();
    packer.close();
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
