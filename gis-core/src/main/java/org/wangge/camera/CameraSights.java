package org.wangge.camera;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.camera.sight.Sight;
import org.wangge.geo.LatticePoint;

/** What cameras see among buildings. Thread-safe. */
public interface CameraSights {

  /** Those that see a place on the ground, in no order; of the cameras and buildings known now. */
  List<Sight> seeing(LatticePoint place);

  /** Those that can be turned so that they see it; of those that can be turned. */
  List<Sight> seeingTurned(LatticePoint place);

  /**
   * What a camera sees with a pose, which need not be the one it has.
   *
   * @param at instant whose buildings are meant; null for now
   */
  Sight of(Caller caller, Camera camera, @Nullable Instant at);
}
