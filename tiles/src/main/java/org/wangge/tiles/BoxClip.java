package org.wangge.tiles;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Cuts rings and lines to a box, side after side (Sutherland and Hodgman).
 *
 * <p>Where a segment meets a side is worked out from its western end, whichever way the ring runs:
 * two areas that share a border run along it in opposite directions, and must be cut at the same
 * point to the last bit.
 */
final class BoxClip {
  private enum Side {
    WEST,
    EAST,
    NORTH,
    SOUTH
  }

  private final Envelope box;

  BoxClip(Envelope box) {
    this.box = box;
  }

  /**
   * A closed ring cut to the box, closed again; empty where nothing is left. Parts that the box
   * separates stay joined by edges along its sides.
   */
  Coordinate[] ring(Coordinate[] ring) {
    Coordinate[] rest = ring;
    for (Side side : Side.values()) {
      if (rest.length == 0) {
        break;
      }
      rest = cut(rest, side);
    }
    return rest;
  }

  private Coordinate[] cut(Coordinate[] ring, Side side) {
    List<Coordinate> kept = new ArrayList<>(ring.length + 4);
    for (int i = 1; i < ring.length; i++) {
      Coordinate from = ring[i - 1];
      Coordinate to = ring[i];
      boolean fromInside = inside(from, side);
      boolean toInside = inside(to, side);
      if (fromInside) {
        kept.add(from);
      }
      if (fromInside != toInside) {
        kept.add(crossing(from, to, side));
      }
    }
    if (kept.isEmpty()) {
      return new Coordinate[0];
    }
    kept.add(kept.get(0));
    return kept.toArray(Coordinate[]::new);
  }

  /** The pieces of a line within the box, in its order. */
  List<Coordinate[]> line(Coordinate[] line) {
    List<Coordinate[]> pieces = new ArrayList<>();
    List<Coordinate> piece = new ArrayList<>();
    for (int i = 1; i < line.length; i++) {
      Coordinate[] segment = segment(line[i - 1], line[i]);
      if (segment.length == 0) {
        continue;
      }
      if (piece.isEmpty() || !piece.get(piece.size() - 1).equals2D(segment[0])) {
        flush(piece, pieces);
        piece.add(segment[0]);
      }
      piece.add(segment[1]);
    }
    flush(piece, pieces);
    return pieces;
  }

  private static void flush(List<Coordinate> piece, List<Coordinate[]> pieces) {
    if (piece.size() > 1) {
      pieces.add(piece.toArray(Coordinate[]::new));
    }
    piece.clear();
  }

  /** Both ends of what is left of a segment, or nothing. */
  private Coordinate[] segment(Coordinate from, Coordinate to) {
    Coordinate start = from;
    Coordinate end = to;
    for (Side side : Side.values()) {
      boolean startInside = inside(start, side);
      boolean endInside = inside(end, side);
      if (!startInside && !endInside) {
        return new Coordinate[0];
      }
      if (!startInside) {
        start = crossing(start, end, side);
      } else if (!endInside) {
        end = crossing(start, end, side);
      }
    }
    return new Coordinate[] {start, end};
  }

  private boolean inside(Coordinate point, Side side) {
    return switch (side) {
      case WEST -> point.x >= box.getMinX();
      case EAST -> point.x <= box.getMaxX();
      case NORTH -> point.y >= box.getMinY();
      case SOUTH -> point.y <= box.getMaxY();
    };
  }

  private Coordinate crossing(Coordinate a, Coordinate b, Side side) {
    boolean aFirst = a.compareTo(b) <= 0;
    Coordinate low = aFirst ? a : b;
    Coordinate high = aFirst ? b : a;
    return switch (side) {
      case WEST -> atX(low, high, box.getMinX());
      case EAST -> atX(low, high, box.getMaxX());
      case NORTH -> atY(low, high, box.getMinY());
      case SOUTH -> atY(low, high, box.getMaxY());
    };
  }

  private static Coordinate atX(Coordinate low, Coordinate high, double x) {
    return new Coordinate(x, low.y + (high.y - low.y) * ((x - low.x) / (high.x - low.x)));
  }

  private static Coordinate atY(Coordinate low, Coordinate high, double y) {
    return new Coordinate(low.x + (high.x - low.x) * ((y - low.y) / (high.y - low.y)), y);
  }
}
