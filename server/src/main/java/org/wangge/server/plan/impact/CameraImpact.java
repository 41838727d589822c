package org.wangge.server.plan.impact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraEntry;
import org.wangge.camera.CameraQuery;
import org.wangge.camera.CameraStore;
import org.wangge.event.Tx;
import org.wangge.geo.LatticeBox;
import org.wangge.plan.compare.Redrawn;
import org.wangge.plan.impact.Handed;
import org.wangge.plan.impact.ImpactSource;

/**
 * Which cameras plans move from one grid to another, by where they stand, for those who may know of
 * cameras. Thread-safe.
 */
public final class CameraImpact implements ImpactSource {
  /** Kind of what is handed over. */
  private static final String CAMERA = "camera";

  private final CameraStore store;

  public CameraImpact(CameraStore store) {
    this.store = store;
  }

  @Override
  public boolean isFor(Caller asking) {
    return asking.has(Right.READ_CAMERAS);
  }

  @Override
  public List<Handed> handed(Tx tx, Caller caller, Redrawn redrawn, Instant at) {
    Optional<LatticeBox> box = redrawn.box();
    List<Handed> handed = new ArrayList<>();
    if (box.isPresent()) {
      for (CameraEntry entry : store.list(tx, caller, CameraQuery.in(box.get()))) {
        Camera one = entry.camera();
        redrawn
            .moveOf(one.location())
            .ifPresent(
                move ->
                    handed.add(
                        new Handed(CAMERA, one.id(), one.name(), move, Map.of("cameras", 1))));
      }
    }
    return handed;
  }
}
