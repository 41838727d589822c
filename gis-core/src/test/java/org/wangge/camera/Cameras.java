package org.wangge.camera;

import java.util.List;
import org.wangge.geo.LatticePoint;

/** Cameras for tests. */
public final class Cameras {
  static final String GRID = "310104001001";

  private Cameras() {}

  /** One that measured its direction. */
  public static Camera at(String id, LatticePoint place, CameraLens lens) {
    return of(
        id, new CameraPose(place, 4, false, List.of(lens), DirectionCertainty.MEASURED, null));
  }

  static Camera of(String id, CameraPose pose) {
    return new Camera(id, "camera", pose, CameraState.ONLINE, CameraUpkeep.unsaid(), GRID, true);
  }
}
