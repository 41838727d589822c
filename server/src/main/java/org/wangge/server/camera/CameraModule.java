package org.wangge.server.camera;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.camera.BuildingBlocker;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraEvent;
import org.wangge.camera.CameraQuery;
import org.wangge.camera.CameraRegister;
import org.wangge.camera.CameraStore;
import org.wangge.event.Tx;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.place.Building;
import org.wangge.server.grid.AreaCounts;
import org.wangge.server.storage.Database;

/** Puts the camera feature together. */
public final class CameraModule implements AutoCloseable {
  private final CameraStore store = new JdbcCameraStore();
  private final LiveSights sights;
  private final CameraRegister register;
  private final CameraHttp http;

  /**
   * Makes the module; what cameras see is not drawn before {@link #renewSights}.
   *
   * @param buildings that stand now; read in the background
   */
  public CameraModule(Database database, Supplier<Stream<Building>> buildings, Clock clock) {
    sights =
        new LiveSights(
            () -> database.read(this::everyCamera),
            () -> buildings.get().map(BuildingBlocker::of).toList());
    register = new CameraRegister(database, store, sights);
    http = new CameraHttp(register, clock);
    database.afterCommit(
        events -> {
          if (events.stream().anyMatch(CameraEvent.class::isInstance)) {
            sights.renew();
          }
        });
  }

  private List<Camera> everyCamera(Tx tx) {
    return store.list(
        tx, Caller.upkeep(), new CameraQuery(null, null, null, "", Integer.MAX_VALUE));
  }

  /** To be told when buildings changed, and once at start. Returns at once. */
  public void renewSights() {
    sights.renew();
  }

  /** The places of the cameras in a box. */
  public List<LatticePoint> camerasIn(Tx tx, Caller caller, LatticeBox box) {
    CameraQuery query = new CameraQuery(null, null, box, "", Integer.MAX_VALUE);
    return store.list(tx, caller.with(Right.READ_CAMERAS), query).stream()
        .map(Camera::location)
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

  /** How many cameras stand in an area, for its card. */
  public Map<String, Object> counts(Tx tx, Caller caller, Area area) {
    Optional<Caller> counting = AreaCounts.counting(caller, Right.READ_CAMERAS, area);
    return counting.isPresent()
        ? Map.of("cameras", store.count(tx, counting.get(), area.code()))
        : Map.of();
  }

  @Override
  public void close() {
    sights.close();
  }
}
