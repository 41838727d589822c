package org.wangge.server.camera;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraQuery;
import org.wangge.camera.CameraState;
import org.wangge.camera.CameraStore;
import org.wangge.camera.DirectionCertainty;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Points;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.ScopedPage;
import org.wangge.server.storage.Where;

/** Cameras in plain SQL for both databases. Thread-safe. */
final class JdbcCameraStore implements CameraStore {
  private static final String INSERT =
      """
      insert into camera_camera (id, name, location, mount_height_meters, azimuth_degrees,
        angle_degrees, range_meters, ptz, state, direction_certainty, grid_code, generated)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  @Override
  public Optional<Camera> find(Tx tx, Caller caller, String id) {
    Where where = new Where().and("id = ?", id).within("grid_code", "location", caller.scope());
    return JdbcTx.of(tx)
        .queryOne(
            "select * from camera_camera" + where.sql(), JdbcCameraStore::read, where.parameters())
        .filter(one -> isSeen(caller, one));
  }

  @Override
  public List<Camera> list(Tx tx, Caller caller, CameraQuery query) {
    return ScopedPage.read(
        caller.scope(),
        (after, count) -> rows(tx, caller, query, after, count),
        Camera::id,
        query.afterId(),
        query.limit(),
        one -> isSeen(caller, one));
  }

  private static boolean isSeen(Caller caller, Camera one) {
    return caller.scope().covers(one.gridCode(), one.location());
  }

  private static List<Camera> rows(
      Tx tx, Caller caller, CameraQuery query, String after, int count) {
    Where where =
        new Where()
            .within("grid_code", "location", caller.scope())
            .below("grid_code", query.area())
            .andIf("state = ?", query.state() == null ? null : query.state().word())
            .touching("location", query.box())
            .and("id > ?", after);
    return JdbcTx.of(tx)
        .query(
            "select * from camera_camera" + where.sql() + " order by id limit ?",
            JdbcCameraStore::read,
            where.parameters(count));
  }

  @Override
  public int count(Tx tx, Caller caller, String areaCode) {
    if (!caller.scope().grounds().isEmpty()) {
      return list(tx, caller, new CameraQuery(areaCode, null, null, "", Integer.MAX_VALUE)).size();
    }
    Where where = new Where().within("grid_code", caller.scope()).below("grid_code", areaCode);
    return JdbcTx.of(tx)
        .queryOne(
            "select count(*) as cameras from camera_camera" + where.sql(),
            row -> row.integer("cameras"),
            where.parameters())
        .orElse(0);
  }

  @Override
  public void add(Tx tx, Caller caller, List<Camera> cameras) {
    // In one order, so that two writers of the same ids line up instead of deadlocking.
    List<Camera> ordered = cameras.stream().sorted(Comparator.comparing(Camera::id)).toList();
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Camera camera : ordered) {
      rows.add(
          new @Nullable Object[] {
            camera.id(),
            camera.name(),
            Points.toDegrees(camera.location()),
            camera.mountHeightMeters(),
            camera.azimuthDegrees(),
            camera.angleDegrees(),
            camera.rangeMeters(),
            camera.ptz(),
            camera.state().word(),
            camera.directionCertainty().word(),
            camera.gridCode(),
            camera.generated()
          });
    }
    int[] added = JdbcTx.of(tx).updateAll(INSERT, rows);
    for (int i = 0; i < added.length; i++) {
      if (added[i] == 0) {
        throw new Conflict("camera-taken", Map.of("id", ordered.get(i).id()));
      }
    }
  }

  private static Camera read(Row row) throws SQLException {
    return new Camera(
        row.string("id"),
        row.string("name"),
        Points.onLattice(row.geometry("location").orElseThrow()),
        row.decimal("mount_height_meters"),
        row.decimal("azimuth_degrees"),
        row.decimal("angle_degrees"),
        row.decimal("range_meters"),
        row.flag("ptz"),
        CameraState.find(row.string("state")).orElseThrow(),
        DirectionCertainty.find(row.string("direction_certainty")).orElseThrow(),
        row.string("grid_code"),
        row.flag("generated"));
  }
}
