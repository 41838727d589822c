package org.wangge.demo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.place.Ground;
import org.wangge.place.GroundKind;

/** Collects pieces of ground, below before above, and names the blocks that deserve it. */
final class GroundDrafts {
  private static final double BIG_PARK_SQUARE_METERS = 90_000;

  private final LocalFrame frame;
  private final MadeUpNames names;
  private final List<Ground> grounds = new ArrayList<>();

  /** Blocks of flats: what each may be called, and where its ground stands in the list. */
  private final Map<Integer, Flats> flats = new TreeMap<>();

  private final Set<Integer> estates = new HashSet<>();

  GroundDrafts(LocalFrame frame, MadeUpNames names) {
    this.frame = frame;
    this.names = names;
  }

  private record Flats(MadeUpNames.Name name, String kindEn, int index) {}

  List<Ground> all() {
    return grounds;
  }

  void add(GroundKind kind, String nameZh, String nameEn, Polygon meters) {
    if (!meters.isEmpty()) {
      String id = "ground-%04d".formatted(grounds.size() + 1);
      grounds.add(new Ground(id, kind, nameZh, nameEn, shape(frame, meters)));
    }
  }

  void add(GroundKind kind, Polygon meters) {
    add(kind, "", "", meters);
  }

  /** A shape on the lattice. */
  static LatticeShape shape(LocalFrame frame, Polygon meters) {
    Geometry copy = meters.copy();
    for (Coordinate coordinate : copy.getCoordinates()) {
      LatticePoint point = frame.at(coordinate.x, coordinate.y);
      coordinate.x = point.lon();
      coordinate.y = point.lat();
    }
    copy.geometryChanged();
    return LatticeShape.ofScaled(copy);
  }

  /** The ground of a block and, on a campus, its running track. */
  void block(Face face, Polygon plot) {
    GroundKind kind = face.zone.ground;
    String[] kinds = kindOfName(face.zone, plot.getArea());
    if (kinds.length == 0) {
      add(kind, plot);
    } else {
      MadeUpNames.Name name = names.next();
      if (face.zone.flats()) {
        flats.put(face.block, new Flats(name, kinds[1], grounds.size()));
        add(kind, plot);
      } else {
        add(kind, name.zh() + kinds[0], name.pinyin() + " " + kinds[1], plot);
      }
    }
    if (face.zone == Zone.SCHOOL && plot.getArea() > 9_000) {
      Polygon track = Campus.pitch(plot).polygon();
      if (plot.covers(track)) {
        add(GroundKind.SPORTS, track);
      }
    }
  }

  /** Makes a block of flats an estate of its own (小区). */
  void foundEstate(int block) {
    estates.add(block);
    rename(block, GroundKind.HOUSING, "小区", flats(block).kindEn());
  }

  /** Gives a block of flats over to something else than homes. */
  void let(int block, Tenancy tenancy) {
    rename(block, tenancy.ground, tenancy.kindZh, tenancy.kindEn);
  }

  private void rename(int block, GroundKind kind, String kindZh, String kindEn) {
    Flats own = flats(block);
    if (own.index() < grounds.size()) {
      Ground old = grounds.get(own.index());
      String nameZh = kindZh.isEmpty() ? "" : own.name().zh() + kindZh;
      String nameEn = kindEn.isEmpty() ? "" : own.name().pinyin() + " " + kindEn;
      grounds.set(own.index(), new Ground(old.id(), kind, nameZh, nameEn, old.shape()));
    }
  }

  private Flats flats(int block) {
    Flats own = flats.get(block);
    if (own == null) {
      throw new IllegalArgumentException("no block of flats: " + block);
    }
    return own;
  }

  /** What the estate of a block is called; empty where it is none. */
  String estateName(int block) {
    return estates.contains(block) ? flats(block).name().zh() + "小区" : "";
  }

  private static String[] kindOfName(Zone zone, double squareMeters) {
    return switch (zone) {
      case ESTATE -> new String[] {"小区", "Estate"};
      case TOWERS -> new String[] {"小区", "Towers"};
      case SCHOOL ->
          squareMeters > 24_000
              ? new String[] {"中学", "Middle School"}
              : new String[] {"小学", "Primary School"};
      case HOSPITAL -> new String[] {"医院", "Hospital"};
      case MARKET -> new String[] {"市场", "Market"};
      case WORKS -> new String[] {"产业园", "Works"};
      case PARK ->
          squareMeters > BIG_PARK_SQUARE_METERS
              ? new String[] {"公园", "Park"}
              : new String[] {"游园", "Garden"};
      default -> new String[0];
    };
  }
}
