package org.wangge.camera.cover;

import java.util.ArrayList;
import java.util.List;
import org.wangge.camera.BuildingBlocker;
import org.wangge.camera.sight.Blocker;
import org.wangge.camera.sight.Eye;
import org.wangge.camera.sight.SightIndex;
import org.wangge.camera.sight.SightTown;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.place.Building;
import org.wangge.place.BuildingUse;

/** Rows of houses with streets between them, cut into square grids. */
final class CoverTown {
  static final double GRID_METERS = 180;

  private static final double ROW_METERS = 45;
  private static final double STREET_METERS = 60;

  final List<Building> buildings = new ArrayList<>();
  final List<Eye> eyes;
  final int across;

  CoverTown(int across, int cameras) {
    this.across = across;
    double size = across * GRID_METERS;
    for (double x = 12; x + 40 < size; x += STREET_METERS) {
      for (double y = 10; y + 14 < size; y += ROW_METERS) {
        buildings.add(house("h" + buildings.size(), 24, x, y, x + 40, y + 14));
      }
    }
    eyes = new SightTown(7, size).eyes(cameras);
  }

  static Building house(String id, int households, double x, double y, double toX, double toY) {
    return new Building(id, box(x, y, toX, toY), 18, BuildingUse.HOUSING, households, id);
  }

  static LatticeShape box(double x, double y, double toX, double toY) {
    return SightTown.building("", 1, x, y, toX, y, toX, toY, x, toY).footprint();
  }

  List<Blocker> blockers() {
    return buildings.stream().map(BuildingBlocker::of).toList();
  }

  SightIndex sights() {
    return SightIndex.of(eyes, blockers());
  }

  LatticeShape grid(int column, int row) {
    double x = column * GRID_METERS;
    double y = row * GRID_METERS;
    return box(x, y, x + GRID_METERS, y + GRID_METERS);
  }

  GridGround ground(int column, int row, CoverTerms terms) {
    return GridGround.of("g" + column + "-" + row, grid(column, row), buildings, terms);
  }

  List<GridCover> covers(SightIndex sights) {
    List<GridCover> covers = new ArrayList<>();
    for (int i = 0; i < across * across; i++) {
      GridGround ground = ground(i % across, i / across, CoverTerms.USUAL);
      covers.add(GridCover.of(ground, sights, any -> true));
    }
    return covers;
  }

  /** Corners of streets. */
  List<LatticePoint> corners() {
    List<LatticePoint> corners = new ArrayList<>();
    double size = across * GRID_METERS;
    for (double x = 3; x < size; x += STREET_METERS) {
      for (double y = 2; y < size; y += ROW_METERS) {
        corners.add(SightTown.at(x, y));
      }
    }
    return corners;
  }
}
