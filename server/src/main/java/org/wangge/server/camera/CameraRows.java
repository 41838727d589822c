package org.wangge.server.camera;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraEntry;
import org.wangge.camera.CameraLens;
import org.wangge.camera.CameraLight;
import org.wangge.camera.CameraPose;
import org.wangge.camera.CameraState;
import org.wangge.camera.CameraUpkeep;
import org.wangge.camera.CameraVersion;
import org.wangge.camera.DirectionCertainty;
import org.wangge.camera.TurnSector;
import org.wangge.geo.Validity;
import org.wangge.server.storage.Points;
import org.wangge.server.storage.Row;

/** How a camera is written in its row. */
final class CameraRows {
  static final String INSERT =
      """
      insert into camera_version (camera_id, valid_from, valid_to, known_from, name, location,
        mount_height_meters, indoor, lenses, direction_certainty, turn_azimuth_degrees,
        turn_angle_degrees, state, owner, contact, light, kept_days, grid_code)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String NOT_MEASURED = "-";

  private CameraRows() {}

  /**
   * An entry, and since when it is known.
   *
   * @param since instant at which it was put on record
   */
  record Known(CameraEntry entry, Instant since) {}

  static @Nullable Object[] values(CameraVersion version, Instant known) {
    Camera camera = version.camera();
    CameraPose pose = camera.pose();
    TurnSector turn = pose.turn();
    return new @Nullable Object[] {
      camera.id(),
      version.valid().from(),
      version.valid().end(),
      known,
      camera.name(),
      Points.toDegrees(pose.location()),
      pose.mountHeightMeters(),
      pose.indoor(),
      text(pose.lenses()),
      pose.directionCertainty().word(),
      turn == null ? null : turn.azimuthDegrees(),
      turn == null ? null : turn.angleDegrees(),
      camera.state().word(),
      camera.upkeep().owner(),
      camera.upkeep().contact(),
      camera.upkeep().light().word(),
      camera.upkeep().keptDays(),
      camera.gridCode()
    };
  }

  static Known known(Row row) throws SQLException {
    return new Known(entry(row), row.instant("known_from"));
  }

  static CameraVersion version(Row row) throws SQLException {
    CameraEntry entry = entry(row);
    return new CameraVersion(entry.camera(), entry.valid());
  }

  static CameraEntry entry(Row row) throws SQLException {
    Camera camera =
        new Camera(
            row.string("camera_id"),
            row.string("name"),
            pose(row),
            CameraState.find(row.string("state")).orElseThrow(),
            new CameraUpkeep(
                row.string("owner"),
                row.string("contact"),
                CameraLight.find(row.string("light")).orElseThrow(),
                row.integer("kept_days")),
            row.string("grid_code"),
            row.flag("generated"));
    Validity valid =
        new Validity(row.instant("valid_from"), row.instantIfAny("valid_to").orElse(null));
    return new CameraEntry(camera, valid, row.integer("revision"));
  }

  private static CameraPose pose(Row row) throws SQLException {
    return new CameraPose(
        Points.onLattice(row.geometry("location").orElseThrow()),
        row.decimal("mount_height_meters"),
        row.flag("indoor"),
        lenses(row.string("lenses")),
        DirectionCertainty.find(row.string("direction_certainty")).orElseThrow(),
        turn(row));
  }

  private static @Nullable TurnSector turn(Row row) throws SQLException {
    // 0 where there is none, and no sector has an angle of 0.
    double angle = row.decimal("turn_angle_degrees");
    return angle > 0 ? new TurnSector(row.decimal("turn_azimuth_degrees"), angle) : null;
  }

  private static String text(List<CameraLens> lenses) {
    return lenses.stream()
        .map(
            lens ->
                "%s %s %s %s"
                    .formatted(
                        lens.azimuthDegrees(),
                        lens.angleDegrees(),
                        lens.nearMeters() == null ? NOT_MEASURED : lens.nearMeters(),
                        lens.rangeMeters()))
        .collect(Collectors.joining("; "));
  }

  private static List<CameraLens> lenses(String text) {
    return Arrays.stream(text.split("; ", -1)).map(CameraRows::lens).toList();
  }

  private static CameraLens lens(String text) {
    String[] parts = text.split(" ", -1);
    return new CameraLens(
        Double.parseDouble(parts[0]),
        Double.parseDouble(parts[1]),
        parts[2].equals(NOT_MEASURED) ? null : Double.parseDouble(parts[2]),
        Double.parseDouble(parts[3]));
  }
}
