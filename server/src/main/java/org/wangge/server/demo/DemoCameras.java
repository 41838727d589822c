package org.wangge.server.demo;

import java.time.Duration;
import org.wangge.access.Caller;
import org.wangge.camera.CameraRegister;
import org.wangge.demo.DemoTown;
import org.wangge.event.Tx;

/** The town's cameras. */
public final class DemoCameras implements DemoPart {
  /** So that the town can be asked how it was. */
  private static final Duration STANDING = Duration.ofDays(400);

  private final CameraRegister cameras;

  public DemoCameras(CameraRegister cameras) {
    this.cameras = cameras;
  }

  @Override
  public void settle(Tx tx, Caller caller, DemoTown town) {
    cameras.load(tx, caller, town.cameras(), tx.now().minus(STANDING));
  }
}
