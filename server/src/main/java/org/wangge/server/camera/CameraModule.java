package org.wangge.server.camera;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraQuery;
import org.wangge.camera.CameraRegister;
import org.wangge.camera.CameraStore;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.server.grid.AreaCounts;

/** Puts the camera feature together. */
public final class CameraModule {
  private final CameraStore store = new JdbcCameraStore();
  private final CameraRegister register;
  private final CameraHttp http;

  public CameraModule(Transactions transactions, Clock clock) {
    register = new CameraRegister(transactions, store);
    http = new CameraHttp(register, clock);
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
}
