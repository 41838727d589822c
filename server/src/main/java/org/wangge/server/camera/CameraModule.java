package org.wangge.server.camera;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraEntry;
import org.wangge.camera.CameraFinder;
import org.wangge.camera.CameraKeeper;
import org.wangge.camera.CameraQuery;
import org.wangge.camera.CameraRegister;
import org.wangge.camera.CameraStore;
import org.wangge.camera.CameraStreets;
import org.wangge.event.Tx;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.place.Building;
import org.wangge.plan.redraw.Redraw;
import org.wangge.server.grid.AreaCounts;
import org.wangge.server.storage.Database;

/** Puts the camera feature together. */
public final class CameraModule implements AutoCloseable {
  private final CameraStore store = new JdbcCameraStore();
  private final LiveSights sights;
  private final CameraRegister register;
  private final CameraHttp http;
  private final CameraKeeper keeper;
  private final CameraKeepingHttp keeping;
  private final Database database;
  private final Clock clock;
  private @Nullable CoverModule cover;

  /**
   * What cameras stand among.
   *
   * @param buildings that stand now; read in the background
   * @param buildingsIn those whose box touched a box at an instant
   * @param streets that they stand at
   * @param grids in which grid a place lies
   */
  public record Ground(
      Supplier<Stream<Building>> buildings,
      BuildingsIn buildingsIn,
      CameraStreets streets,
      CameraKeeper.Finder grids) {}

  /** Where buildings stood. */
  @FunctionalInterface
  public interface BuildingsIn {
    List<Building> find(Tx tx, Caller caller, LatticeBox box, Instant at);
  }

  /** Makes the module; what cameras see is not drawn before {@link #renewSights}. */
  public CameraModule(Database database, Ground ground, Clock clock) {
    this.database = database;
    this.clock = clock;
    sights = new LiveSights(new StoredGround(database, store, ground));
    register = new CameraRegister(database, store, sights, ground.streets());
    http = new CameraHttp(register, new CameraFinder(database, store, sights, clock), clock);
    keeper = new CameraKeeper(database, store, ground.grids());
    keeping = new CameraKeepingHttp(register, keeper, clock);
    database.afterCommit(sights::follow);
  }

  /** A module without any ground, to load cameras with. */
  public static CameraModule bare(Database database, Clock clock) {
    return new CameraModule(
        database,
        new Ground(
            Stream::empty,
            (tx, caller, box, at) -> List.of(),
            (tx, caller, box, at) -> List.of(),
            (tx, places) -> place -> null),
        clock);
  }

  private List<Camera> everyCamera(Tx tx) {
    return store.list(tx, Caller.upkeep(), CameraQuery.all()).stream()
        .map(CameraEntry::camera)
        .toList();
  }

  private record StoredGround(Database database, CameraStore store, Ground ground)
      implements LiveSights.Ground {

    @Override
    public List<Camera> cameras() {
      return database.read(tx -> store.list(tx, Caller.upkeep(), CameraQuery.all())).stream()
          .map(CameraEntry::camera)
          .toList();
    }

    @Override
    public Optional<Camera> camera(String id) {
      return database
          .read(tx -> store.find(tx, Caller.upkeep(), id, null))
          .map(CameraEntry::camera);
    }

    @Override
    public List<Building> buildings() {
      return ground.buildings().get().toList();
    }

    @Override
    public List<Building> buildings(Caller caller, LatticeBox box, Instant at) {
      return database.read(tx -> ground.buildingsIn().find(tx, caller, box, at));
    }
  }

  /** To be told when buildings changed, and once at start. Returns at once. */
  public void renewSights() {
    sights.renew();
  }

  /** The places of the cameras in a box. */
  public List<LatticePoint> camerasIn(Tx tx, Caller caller, LatticeBox box) {
    return store.list(tx, caller.with(Right.READ_CAMERAS), CameraQuery.in(box)).stream()
        .map(entry -> entry.camera().location())
        .toList();
  }

  public CameraStore store() {
    return store;
  }

  public CameraRegister register() {
    return register;
  }

  public CameraHttp http() {
    return http;
  }

  public CameraKeepingHttp keeping() {
    return keeping;
  }

  /** Puts together how much of the ground they see; once, and closed with this. */
  public CoverHttp cover(CoverModule.Ground ground) {
    CoverModule made = new CoverModule(database, sights, this::everyCamera, ground, clock);
    cover = made;
    return made.http();
  }

  /** Gives cameras to the grids of a plan that comes into force. */
  public void follow(Tx tx, Redraw redraw) {
    keeper.redraw(tx, redraw.left(), redraw.entered());
  }

  /** How many cameras stand in an area, for its card. */
  public Map<String, Object> counts(Tx tx, Caller caller, Area area) {
    Optional<Caller> counting = AreaCounts.counting(caller, Right.READ_CAMERAS, area);
    return counting.isPresent()
        ? Map.of("cameras", store.count(tx, counting.get(), area.code()))
        : Map.of();
  }

  @Override
  public void close() {
    if (cover != null) {
      cover.close();
    }
    sights.close();
  }
}
