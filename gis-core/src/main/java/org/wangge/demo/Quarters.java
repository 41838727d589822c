package org.wangge.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.wangge.place.StreetClass;

/** Divides the superblocks into grids and the grids into blocks, by streets. */
final class Quarters {
  private final Mesh mesh;
  private final Streets streets;
  private final Dice dice;
  private final List<GridDraft> grids = new ArrayList<>();
  private Optional<Strand> avenue = Optional.empty();
  private int blocks;

  Quarters(Mesh mesh, Streets streets, Dice dice) {
    this.mesh = mesh;
    this.streets = streets;
    this.dice = dice;
  }

  List<GridDraft> layOut(Skeleton skeleton) {
    for (TownPlan.Superblock superblock : TownPlan.superblocks()) {
      divide(skeleton, superblock);
    }
    for (int column = 0; column < TownPlan.COLUMNS; column++) {
      Face strip = skeleton.face(column, 0);
      strip.zone = Zone.EMBANKMENT;
      strip.grid = gridAlong(strip);
    }
    for (Face face : List.copyOf(mesh.faces())) {
      cutBlocks(face);
    }
    mesh.faces().forEach(this::mix);
    for (Face face : mesh.faces()) {
      face.block = blocks;
      face.micro = blocks;
      blocks++;
    }
    return grids;
  }

  /** Not every block of a quarter is housing. */
  private void mix(Face face) {
    double lot = dice.unit();
    if (face.zone == Zone.ESTATE && lot < 0.36) {
      face.zone =
          lot < 0.1 ? Zone.PARK : lot < 0.18 ? Zone.CIVIC : lot < 0.3 ? Zone.DOWNTOWN : Zone.SCHOOL;
    } else if (face.zone == Zone.VILLAGE && lot < 0.3) {
      face.zone = Zone.FIELDS;
    } else if (face.zone == Zone.TOWERS && lot < 0.2) {
      face.zone = Zone.PARK;
    }
  }

  private void divide(Skeleton skeleton, TownPlan.Superblock superblock) {
    Face face = skeleton.face(superblock.column(), superblock.row());
    int first = grids.size();
    for (TownPlan.Part part : superblock.parts()) {
      if (first + part.grid() == grids.size()) {
        grids.add(draft(superblock.community(), part));
      }
    }
    if (superblock.diagonal()) {
      int from = skeleton.corner(superblock.column(), superblock.row());
      int to = skeleton.corner(superblock.column() + 1, superblock.row() + 1);
      Face other = mesh.split(face, from, to, List.of(), diagonal());
      assign(face, first, superblock.parts().get(0));
      assign(other, first, superblock.parts().get(1));
    } else {
      share(face, first, superblock.parts());
    }
  }

  private Strand diagonal() {
    Strand strand = avenue.orElseGet(() -> streets.lay(StreetClass.ARTERIAL));
    avenue = Optional.of(strand);
    return strand;
  }

  /** Shares a face out among parts, halving it again and again. */
  private void share(Face face, int first, List<TownPlan.Part> parts) {
    if (parts.size() == 1) {
      assign(face, first, parts.get(0));
      return;
    }
    int half = parts.size() / 2;
    List<TownPlan.Part> low = parts.subList(0, half);
    List<TownPlan.Part> high = parts.subList(half, parts.size());
    double all = parts.stream().mapToDouble(TownPlan.Part::weight).sum();
    double share = low.stream().mapToDouble(TownPlan.Part::weight).sum() / all;
    Face other = cutAcross(face, share + dice.between(-0.04, 0.04), StreetClass.LOCAL);
    share(face, first, low);
    share(other, first, high);
  }

  private void assign(Face face, int first, TownPlan.Part part) {
    face.zone = part.zone();
    face.grid = first + part.grid();
    face.wing = part.crowded() ? 1 : 0;
    face.whole = part.exclusive();
    if (part.school()) {
      carveSchool(face);
    }
  }

  /** A school in the middle of a grid, with lanes all around it. */
  private void carveSchool(Face face) {
    char community = grids.get(face.grid).community();
    double axis = eastOrNorth(mesh.ring(face).longAxis());
    double other = eastOrNorth(axis + Math.PI / 2);
    Face middle = cutAcross(face, axis, 0.28, StreetClass.LOCAL);
    cutAcross(middle, axis, 0.62, StreetClass.LOCAL);
    Face school = cutAcross(middle, other, 0.28, StreetClass.LANE);
    cutAcross(school, other, 0.6, StreetClass.LANE);
    school.zone = Zone.SCHOOL;
    school.whole = true;
    school.grid = grids.size();
    grids.add(new GridDraft(community, true, Zone.SCHOOL, 0));
  }

  private GridDraft draft(char community, TownPlan.Part part) {
    int households = part.exclusive() ? 0 : dice.whole(322, 481) + (part.crowded() ? 220 : 0);
    return new GridDraft(community, part.exclusive(), part.zone(), households);
  }

  /**
   * Cuts a face across its longer direction.
   *
   * @param share how much of it the face keeps: its western or southern part
   * @return the eastern or northern part
   */
  private Face cutAcross(Face face, double share, StreetClass streetClass) {
    double axis = eastOrNorth(mesh.ring(face).longAxis());
    return cutAcross(face, axis, share, streetClass);
  }

  private Face cutAcross(Face face, double axis, double share, StreetClass streetClass) {
    Ring ring = mesh.ring(face);
    double slant = Math.toRadians(dice.bell() * (streetClass == StreetClass.LANE ? 4 : 2));
    double snap = streetClass == StreetClass.LANE ? 9 : 16;
    for (int attempt = 0; attempt < 8; attempt++) {
      double shift = attempt * 0.013 * (attempt % 2 == 0 ? 1 : -1);
      double limit = ring.limitOfShare(axis, share + shift);
      Spot through = middleOfChord(ring, axis, limit);
      Optional<Cut> cut =
          Cut.find(mesh, face, through, axis + Math.PI / 2 + slant / (1 + attempt), snap);
      if (cut.isPresent()) {
        double bend = dice.bell() * cut.get().lengthMeters() * 0.012;
        return cut.get().make(mesh, bend, streets.lay(streetClass));
      }
    }
    throw new IllegalStateException("no street can be laid across " + ring);
  }

  /** A place inside, halfway along the line at a limit of a direction. */
  private static Spot middleOfChord(Ring ring, double axis, double limit) {
    Ring strip = ring.before(axis, limit + 1);
    Spot center = ring.centroid();
    double[] reach = strip.before(axis + Math.PI, -(limit - 1)).reach(axis + Math.PI / 2);
    double across = (reach[0] + reach[1]) / 2;
    double cos = StrictMath.cos(axis);
    double sin = StrictMath.sin(axis);
    double along = limit - center.x() * cos - center.y() * sin;
    double left = across - (-center.x() * sin + center.y() * cos);
    return center.move(axis, along, left);
  }

  /** The same axis, pointing between south-east and north-west by east or north. */
  private static double eastOrNorth(double axis) {
    double angle = axis % Math.PI;
    if (angle <= -Math.PI / 4) {
      angle += Math.PI;
    }
    return angle > 3 * Math.PI / 4 ? angle - Math.PI : angle;
  }

  private void cutBlocks(Face face) {
    double area = mesh.ring(face).area();
    if (face.whole || area < face.zone.blockSquareMeters * dice.between(0.95, 1.6)) {
      return;
    }
    Face other = cutAcross(face, dice.between(0.42, 0.58), face.zone.streetClass);
    cutBlocks(face);
    cutBlocks(other);
  }

  /** The grid with the longest common border. */
  private int gridAlong(Face strip) {
    double[] common = new double[grids.size()];
    for (int i = 0; i < strip.ring.size(); i++) {
      int a = strip.ring.get(i);
      int b = Mesh.next(strip, i);
      double length = mesh.spot(a).distance(mesh.spot(b));
      mesh.left(b, a).filter(f -> f.grid >= 0).ifPresent(f -> common[f.grid] += length);
    }
    return IntStream.range(0, grids.size())
        .boxed()
        .max(Comparator.comparingDouble(grid -> common[grid]))
        .orElseThrow();
  }
}
