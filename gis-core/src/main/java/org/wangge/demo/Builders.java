package org.wangge.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.wangge.place.BuildingUse;

/** Builds up every face as its zone asks for. */
final class Builders {
  private static final double SHOP_DEPTH_METERS = 11;

  private final Mesh mesh;
  private final Dice dice;
  private final Parcels parcels;
  private final Rows rows;

  Builders(Mesh mesh, Dice dice) {
    this.mesh = mesh;
    this.dice = dice;
    parcels = new Parcels(dice);
    rows = new Rows(dice);
  }

  void build(Face face) {
    Polygon land = Land.buildable(mesh, face);
    if (land.isEmpty()) {
      return;
    }
    switch (face.zone) {
      case OLD -> old(face, land);
      case VILLAGE -> village(face, land);
      case DOWNTOWN -> downtown(face, land);
      case WORKS -> works(face, land);
      case PARK -> pavilions(face, land);
      case SCHOOL ->
          face.buildings.addAll(rows.of(Campus.besidePitch(land), RowStyle.of(Zone.SCHOOL, dice)));
      case EMBANKMENT, FIELDS -> {}
      default -> estate(face, land);
    }
  }

  /** Old houses wall to wall, with a court left open here and there. */
  private void old(Face face, Polygon land) {
    for (Ring parcel : parcels.of(land, 165)) {
      Ring house = parcel.inset(dice.between(0.5, 1.4));
      if (house.area() > 28 && !dice.chance(0.06)) {
        boolean shop = dice.chance(0.1);
        double height = dice.chance(0.15) ? 9.6 : dice.chance(0.5) ? 6.6 : 3.8;
        face.buildings.add(
            new Draft(house, height, shop ? BuildingUse.SHOP : BuildingUse.HOUSING, shop ? 0 : 2));
      }
    }
  }

  private void village(Face face, Polygon land) {
    for (Ring parcel : parcels.of(land, 300)) {
      if (dice.chance(0.1)) {
        continue;
      }
      for (Ring house : Parcels.boxIn(parcel, dice.between(0.6, 0.76))) {
        if (house.area() > 45) {
          double height = 3.3 * dice.whole(2, 4);
          face.buildings.add(new Draft(house, height, BuildingUse.HOUSING, 3));
        }
      }
    }
  }

  private void downtown(Face face, Polygon land) {
    boolean malls = dice.chance(0.55);
    for (Ring parcel : parcels.of(land, malls ? 2_300 : 950)) {
      Ring house = parcel.inset(malls ? 6.5 : 4.2);
      if (house.area() < 120) {
        continue;
      }
      boolean homes = dice.chance(malls ? 0.15 : 0.5);
      boolean tower = house.area() < 1_400 && dice.chance(0.18);
      double height = tower ? dice.between(60, 118) : dice.between(12, malls ? 30 : 24);
      BuildingUse other = dice.chance(0.5) ? BuildingUse.OFFICE : BuildingUse.SHOP;
      face.buildings.add(
          new Draft(house, height, homes ? BuildingUse.HOUSING : other, homes ? 24 : 0));
    }
  }

  private void works(Face face, Polygon land) {
    double size = dice.between(2_600, 7_500);
    for (Ring parcel : parcels.of(land, size)) {
      for (Ring hall : Parcels.boxIn(parcel, dice.between(0.66, 0.84))) {
        boolean store = dice.chance(0.4);
        BuildingUse use = store ? BuildingUse.WAREHOUSE : BuildingUse.INDUSTRY;
        face.buildings.add(new Draft(hall, dice.between(8, 15), use, 0));
      }
    }
  }

  private void pavilions(Face face, Polygon land) {
    Ring ring = Ring.of(land);
    int wanted = (int) Math.min(6, ring.area() / 9_000);
    double axis = ring.longAxis();
    for (int i = 0; i < wanted; i++) {
      Spot place =
          ring.centroid()
              .move(
                  axis,
                  ring.extent(axis) * (0.36 - 0.1 * i) * 0.9,
                  ring.extent(axis + Math.PI / 2) * 0.42);
      Ring box = Ring.box(place, axis, dice.between(9, 16), 9);
      if (land.covers(box.polygon())) {
        face.buildings.add(new Draft(box, 6, BuildingUse.SERVICE, 0));
      }
    }
  }

  /** Shops along the busiest street, then rows behind them. */
  private void estate(Face face, Polygon land) {
    Geometry rest = land;
    if (face.zone == Zone.ESTATE || face.zone == Zone.TOWERS) {
      List<Ring> taken = shops(face, land);
      for (Ring shop : taken) {
        rest = rest.difference(shop.polygon().buffer(8.5, 1));
      }
      if (!taken.isEmpty()) {
        rest = rest.buffer(-0.1);
      }
    }
    face.buildings.addAll(rows.of(Ring.biggest(rest), RowStyle.of(face.zone, dice)));
  }

  private List<Ring> shops(Face face, Polygon land) {
    List<Ring> taken = new ArrayList<>();
    int number = Shopfront.of(mesh, face);
    for (int i = 0; i < face.ring.size() && number >= 0; i++) {
      int from = face.ring.get(i);
      int to = Mesh.next(face, i);
      Spot a = mesh.spot(from);
      Spot b = mesh.spot(to);
      double length = a.distance(b);
      Strand strand = mesh.strand(from, to).filter(s -> s.number() == number).orElse(null);
      if (strand == null) {
        continue;
      }
      double along = 4;
      while (along + 12 < length) {
        double wide = Math.min(dice.between(13, 24), length - along - 3);
        Spot middle =
            a.move(
                a.directionTo(b),
                along + wide / 2,
                strand.setbackMeters() + 0.2 + SHOP_DEPTH_METERS / 2);
        Ring shop = Ring.box(middle, a.directionTo(b), wide, SHOP_DEPTH_METERS);
        boolean free =
            taken.stream().noneMatch(other -> other.polygon().intersects(shop.polygon()));
        if (wide > 9 && free && land.covers(shop.polygon())) {
          taken.add(shop);
          face.buildings.add(new Draft(shop, 3.9 * dice.whole(1, 3), BuildingUse.SHOP, 0));
        }
        along += wide + 1.6;
      }
    }
    return taken;
  }
}
