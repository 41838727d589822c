package org.wangge.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A straight line across a face, found but not yet made, so that its place can be judged first.
 *
 * @param face the face to divide
 * @param from where it starts
 * @param to where it ends
 */
record Cut(Face face, End from, End to) {

  /**
   * An end on the rim of the face: a node, or a place between two.
   *
   * @param before the node, or the one before the place
   * @param after the node after the place, or −1 when it is at the node
   * @param spot where
   */
  record End(int before, int after, Spot spot) {

    private int make(Mesh mesh) {
      return after < 0 ? before : mesh.insert(before, after, spot);
    }
  }

  /**
   * Finds the line through a place in a direction.
   *
   * @param snapMeters an end this near to a node uses it
   */
  static Optional<Cut> find(Mesh mesh, Face face, Spot through, double radians, double snapMeters) {
    double cos = StrictMath.cos(radians);
    double sin = StrictMath.sin(radians);
    double behind = -Double.MAX_VALUE;
    double ahead = Double.MAX_VALUE;
    End from = null;
    End to = null;
    for (int i = 0; i < face.ring.size(); i++) {
      int before = face.ring.get(i);
      int after = Mesh.next(face, i);
      Spot a = mesh.spot(before);
      Spot b = mesh.spot(after);
      double da = (a.y() - through.y()) * cos - (a.x() - through.x()) * sin;
      double db = (b.y() - through.y()) * cos - (b.x() - through.x()) * sin;
      if (da < 0 == db < 0) {
        continue;
      }
      Spot spot = a.toward(b, da / (da - db));
      double along = (spot.x() - through.x()) * cos + (spot.y() - through.y()) * sin;
      End end = end(mesh, before, after, spot, snapMeters);
      if (along <= 0 && along > behind) {
        behind = along;
        from = end;
      } else if (along > 0 && along < ahead) {
        ahead = along;
        to = end;
      }
    }
    return from == null || to == null ? Optional.empty() : new Cut(face, from, to).ifSound();
  }

  private static End end(Mesh mesh, int before, int after, Spot spot, double snapMeters) {
    double toBefore = spot.distance(mesh.spot(before));
    double toAfter = spot.distance(mesh.spot(after));
    if (Math.min(toBefore, toAfter) > snapMeters) {
      return new End(before, after, spot);
    }
    int node = toBefore <= toAfter ? before : after;
    return new End(node, -1, mesh.spot(node));
  }

  /** Without cuts that only shave off an edge. */
  private Optional<Cut> ifSound() {
    int size = face.ring.size();
    int start = face.ring.indexOf(from.before);
    int end = face.ring.indexOf(to.before);
    int gap = Math.abs(start - end);
    boolean neighbours = gap <= 1 || gap == size - 1;
    boolean shaving = neighbours && (from.after < 0 || to.after < 0);
    return gap == 0 || shaving ? Optional.empty() : Optional.of(this);
  }

  double lengthMeters() {
    return from.spot.distance(to.spot);
  }

  /**
   * Makes it, bent if asked for.
   *
   * @param bendMeters how far its middle is off the straight line, positive to the left
   * @param strand the street along it, or null
   * @return the side to its right; the face keeps the other
   */
  Face make(Mesh mesh, double bendMeters, @Nullable Strand strand) {
    double direction = from.spot.directionTo(to.spot);
    double length = lengthMeters();
    List<Spot> via = new ArrayList<>();
    int pieces = bendMeters == 0 ? 1 : (int) Math.max(2, Math.min(6, length / 40));
    for (int i = 1; i < pieces; i++) {
      double t = i / (double) pieces;
      via.add(from.spot.move(direction, length * t, bendMeters * 4 * t * (1 - t)));
    }
    int start = from.make(mesh);
    int end = to.make(mesh);
    return mesh.split(face, start, end, via, strand);
  }
}
