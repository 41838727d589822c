package org.wangge.server.demo;

import org.wangge.access.Caller;
import org.wangge.camera.CameraRegister;
import org.wangge.demo.DemoTown;
import org.wangge.event.Tx;

/** The town's cameras, and what became of them. */
public final class DemoCameras implements DemoPart {
  private final CameraRegister cameras;

  public DemoCameras(CameraRegister cameras) {
    this.cameras = cameras;
  }

  @Override
  public void settle(Tx tx, Caller caller, DemoTown town) {
    cameras.loadPast(tx, caller, town.cameraVersions(tx.now()));
  }
}
