package org.wangge.camera;

import java.util.ArrayList;
import java.util.List;
import org.wangge.word.Word;

/** What of a camera's entry somebody should look at. None of it keeps the entry from being made. */
public enum CameraFinding implements Word {
  /** its number names another county than the one it stands in */
  COUNTY_DIFFERS,
  /** its number is not one of cameras */
  NOT_A_CAMERA_TYPE,
  /** it stands in no grid */
  OUTSIDE_EVERY_GRID,
  /** nobody knows which way it looks */
  DIRECTION_UNKNOWN;

  static List<CameraFinding> of(Camera camera) {
    List<CameraFinding> found = new ArrayList<>();
    if (camera.gridCode().isEmpty()) {
      found.add(OUTSIDE_EVERY_GRID);
    } else if (!CameraId.isOfCounty(camera.id(), camera.gridCode())) {
      found.add(COUNTY_DIFFERS);
    }
    if (!CameraId.isOfCamera(camera.id())) {
      found.add(NOT_A_CAMERA_TYPE);
    }
    if (camera.pose().directionCertainty() == DirectionCertainty.UNKNOWN) {
      found.add(DIRECTION_UNKNOWN);
    }
    return List.copyOf(found);
  }
}
