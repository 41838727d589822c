package org.wangge.camera;

import java.util.List;
import org.wangge.camera.sight.Sight;
import org.wangge.geo.LatticePoint;

/** What cameras see among the buildings that stand now. Thread-safe. */
public interface CameraSights {

  /** Those that see a place on the ground, in no order; of the cameras and buildings known now. */
  List<Sight> seeing(LatticePoint place);

  /** What a camera sees with a pose, which need not be the one it has. */
  Sight of(Camera camera);
}
