package org.wangge.server.camera;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraEntry;
import org.wangge.camera.CameraFinding;
import org.wangge.camera.CameraId;
import org.wangge.camera.CameraLens;
import org.wangge.server.http.Language;

/** The register of cameras as a sheet, which can be changed and imported again. */
final class CameraSheet {
  private CameraSheet() {}

  static List<String> head(Language language) {
    return Arrays.stream(CameraColumn.values())
        .filter(CameraColumn::isWritten)
        .map(column -> language == Language.ZH ? column.chinese() : column.word())
        .toList();
  }

  /** Of several lenses, the values are parted by semicolons. */
  static List<Object> cells(CameraEntry entry) {
    Camera camera = entry.camera();
    return List.of(
        CameraId.grouped(camera.id()),
        camera.name(),
        camera.location().lonDegrees(),
        camera.location().latDegrees(),
        camera.pose().mountHeightMeters(),
        lenses(camera, lens -> String.valueOf(lens.azimuthDegrees())),
        lenses(camera, lens -> String.valueOf(lens.angleDegrees())),
        lenses(camera, lens -> lens.nearMeters() == null ? "" : lens.nearMeters().toString()),
        lenses(camera, lens -> String.valueOf(lens.rangeMeters())),
        camera.pose().directionCertainty().word(),
        camera.ptz(),
        camera.pose().indoor(),
        camera.state().word(),
        camera.upkeep().owner(),
        camera.upkeep().contact(),
        camera.upkeep().light().word(),
        camera.upkeep().keptDays(),
        camera.gridCode(),
        camera.findings().stream().map(CameraFinding::word).collect(Collectors.joining(" ")));
  }

  private static String lenses(Camera camera, Function<CameraLens, String> value) {
    return camera.pose().lenses().stream().map(value).collect(Collectors.joining(";"));
  }
}
