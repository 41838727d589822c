package org.wangge.server;

import org.wangge.server.camera.CameraModule;
import org.wangge.server.camera.CoverHttp;
import org.wangge.server.camera.CoverModule;
import org.wangge.server.grid.GridModule;
import org.wangge.server.incident.IncidentModule;
import org.wangge.server.patrol.PatrolModule;
import org.wangge.server.place.PlaceModule;

/** Cameras beside what stands and happens on the ground. */
final class CameraDesk {
  private CameraDesk() {}

  /** How much of the ground they see. */
  static CoverHttp cover(
      CameraModule cameras,
      GridModule grids,
      PlaceModule places,
      IncidentModule incidents,
      PatrolModule patrols) {
    return cameras.cover(
        new CoverModule.Ground(
            grids.store(), grids.atlas(), places.store(), incidents.store(), patrols.register()));
  }
}
