package org.wangge.server.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wangge.access.Caller;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraLens;
import org.wangge.camera.CameraPose;
import org.wangge.camera.CameraState;
import org.wangge.camera.CameraUpkeep;
import org.wangge.camera.DirectionCertainty;
import org.wangge.demo.DemoCity;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.Level;
import org.wangge.server.camera.CameraModule;
import org.wangge.server.demo.DemoModule;
import org.wangge.server.grid.JdbcGridStore;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.Databases;

/**
 * A generated city behind a wall, made to measure on: its grids, who is in charge of them, and its
 * cameras. Immutable.
 *
 * @param city the areas, with people in charge
 * @param seed of what is scattered over it
 */
record WallCity(DemoCity city, long seed) {
  private static final double MOUNTED_METERS = 4;
  private static final double ANGLE_DEGREES = 60;
  private static final double RANGE_METERS = 80;

  static WallCity of(long seed, int grids) {
    return new WallCity(DemoCity.generate(seed, grids, Instant.now()), seed);
  }

  /** People that walk, each in charge of a grid of their own, evenly among all. */
  Devices people(int count) {
    List<Area> grids = city.areas(Level.GRID);
    List<Area> theirs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Area grid = grids.get((int) ((long) i * grids.size() / count));
      theirs.add(grid.edit().inCharge(grid.inCharge().subList(0, 1)).build());
    }
    return new Devices(theirs);
  }

  /** Places all over the city, about the middles of its grids. */
  List<LatticePoint> places(int count, long salt) {
    List<Area> grids = city.areas(Level.GRID);
    Random random = new Random(seed * 31 + salt);
    List<LatticePoint> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      LatticeBox box = grids.get(random.nextInt(grids.size())).shape().orElseThrow().bounds();
      places.add(
          new LatticePoint(
              between(box.west(), box.east(), random), between(box.south(), box.north(), random)));
    }
    return places;
  }

  private static int between(int from, int to, Random random) {
    return (int) (from + (0.4 + 0.2 * random.nextDouble()) * ((long) to - from));
  }

  /** Puts the city into an empty data folder. */
  void lay(Path data, int cameras) {
    Clock clock = Clock.systemUTC();
    try (Database database = Databases.h2(data, clock)) {
      new DemoModule(database, new JdbcGridStore(), List.of(), clock)
          .loader()
          .loadCity(Caller.upkeep(), city);
      try (CameraModule module = CameraModule.bare(database, clock)) {
        database.write(
            Caller.upkeep(),
            tx -> {
              module.register().load(tx, Caller.upkeep(), cameras(cameras), clock.instant());
              return cameras;
            });
      }
    }
  }

  private List<Camera> cameras(int count) {
    List<Area> grids = city.areas(Level.GRID);
    List<LatticePoint> places = places(count, 1);
    List<Camera> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(
          new Camera(
              "43070200001320%06d".formatted(i + 1),
              "camera " + (i + 1),
              new CameraPose(
                  places.get(i),
                  MOUNTED_METERS,
                  false,
                  List.of(CameraLens.of(i % 360, ANGLE_DEGREES, RANGE_METERS)),
                  DirectionCertainty.MEASURED,
                  null),
              i % 10 == 0 ? CameraState.OFFLINE : CameraState.ONLINE,
              CameraUpkeep.unsaid(),
              grids.get(i % grids.size()).code(),
              true));
    }
    return all;
  }
}
