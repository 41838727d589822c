package org.wangge.server;

import java.time.Clock;
import java.util.function.Supplier;
import org.wangge.grid.GridFinder;
import org.wangge.server.camera.CameraModule;
import org.wangge.server.camera.CoverModule;
import org.wangge.server.footage.FootageModule;
import org.wangge.server.grid.GridModule;
import org.wangge.server.incident.IncidentModule;
import org.wangge.server.patrol.PatrolModule;
import org.wangge.server.place.PlaceModule;
import org.wangge.server.storage.Database;
import org.wangge.server.video.VideoModule;

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
            new GridFinder(grids.store(), grids.atlas()::now)::hold),
        clock);
  }

  /** What is told of them: the register, their pictures, and how much of the ground they see. */
  static CameraRoutes routes(
      CameraModule cameras,
      GridModule grids,
      PlaceModule places,
      IncidentModule incidents,
      PatrolModule patrols,
      FootageModule footage,
      VideoModule videos) {
    return new CameraRoutes(
        cameras.http(),
        cameras.keeping(),
        cameras.cover(
            new CoverModule.Ground(
                grids.store(),
                grids.atlas(),
                places.store(),
                incidents.store(),
                patrols.register())),
        footage.http(),
        videos);
  }
}
