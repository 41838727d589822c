package org.wangge.server;

import java.time.Clock;
import java.util.function.Supplier;
import org.wangge.grid.Area;
import org.wangge.server.camera.CameraModule;
import org.wangge.server.camera.CoverHttp;
import org.wangge.server.camera.CoverModule;
import org.wangge.server.grid.GridModule;
import org.wangge.server.incident.IncidentModule;
import org.wangge.server.patrol.PatrolModule;
import org.wangge.server.place.PlaceModule;
import org.wangge.server.storage.Database;

/** Cameras beside what stands and happens on the ground. */
final class CameraDesk {
  private CameraDesk() {}

  /** The register, among the buildings and along the streets. */
  static CameraModule module(
      Database database, GridModule grids, Supplier<PlaceModule> places, Clock clock) {
    return new CameraModule(
        database,
        new CameraModule.Ground(
            () -> places.get().buildings(),
            (tx, caller, box, at) -> places.get().buildingsIn(tx, caller, box, at),
            (tx, caller, box, at) -> places.get().streetsIn(tx, caller, box, at),
            place -> grids.atlas().now().locate(place).grid().map(Area::code).orElse("")),
        clock);
  }

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
