package org.wangge.plan.together;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.plan.planar.Chains;
import org.wangge.plan.planar.Edge;
import org.wangge.plan.planar.GroundScale;
import org.wangge.plan.planar.LineAlong;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Refusal;
import org.wangge.plan.topology.Topology;

/**
 * Finds the borders that comments are pinned to. A border is what one grid has in common with
 * another, or with what lies beyond the plan; a comment keeps a place on it and its two ends, by
 * which it is found again when the border was redrawn. Pure.
 */
final class BorderPins {
  /** A border that is no farther from where it was has stayed: vertices are whole numbers. */
  private static final double SAME_METERS = 2;

  /** How far from a place a border may run that is meant by it. */
  private static final int NEAR_METERS = 60;

  /** How far a border may have gone that is still taken for the one it was. */
  private static final int FOLLOWED_METERS = 30;

  private final Topology topology;
  private final List<Face> grids;

  /**
   * @param grids those whose borders comments may be about
   */
  BorderPins(Topology topology, List<Face> grids) {
    this.topology = topology;
    this.grids = grids.stream().filter(topology::isLaid).toList();
  }

  /** One grid and what is on the other side; empty where nothing is known there. */
  private record Pair(String grid, String other) {}

  /** The edge of a border that is nearest to a place. */
  private record Hit(Pair pair, Edge edge, double meters) {}

  /** A border from end to end. */
  private record Border(Pair pair, List<LatticePoint> line) {
    boolean joins(Comment.Ends ends) {
      LatticePoint first = line.get(0);
      LatticePoint last = line.get(line.size() - 1);
      return (first.equals(ends.from()) && last.equals(ends.to()))
          || (first.equals(ends.to()) && last.equals(ends.from()));
    }
  }

  /**
   * The border nearest to a place.
   *
   * @throws Invalid with code {@code comment-no-border}
   */
  Comment.Pin near(LatticePoint place) {
    Hit hit = nearest(place, NEAR_METERS);
    if (hit == null) {
      throw Refusal.at(place, "edge", "comment-no-border", Map.of("meters", NEAR_METERS));
    }
    List<LatticePoint> line = border(hit).line();
    LineAlong along = new LineAlong(line);
    return pin(line, along.at(along.nearest(place).way()));
  }

  /**
   * The longest border that two grids have in common.
   *
   * @throws Invalid with code {@code not-neighbours}
   */
  Comment.Pin between(Face one, Face other) {
    List<LatticePoint> line =
        borders(new Pair(one.id(), other.id())).stream()
            .map(Border::line)
            .max(Comparator.comparingDouble(border -> new LineAlong(border).meters()))
            .orElseThrow(
                () ->
                    Refusal.at(one.label(), "between", "not-neighbours", Map.of("face", one.id())));
    LineAlong along = new LineAlong(line);
    return pin(line, along.at(along.meters() / 2));
  }

  private static Comment.Pin pin(List<LatticePoint> line, LatticePoint place) {
    Comment.Ends ends = new Comment.Ends(line.get(0), line.get(line.size() - 1));
    return new Comment.Pin(null, place, ends);
  }

  /**
   * The border of a pin as it runs now: where it ran; else what joins the same two ends; else the
   * nearest one. Empty where none is near any more.
   */
  Optional<PinnedBorder> now(Comment.Pin pin) {
    LatticePoint place = pin.place().orElseThrow();
    Comment.Ends ends = pin.ends().orElseThrow();
    Hit hit = nearest(place, FOLLOWED_METERS);
    if (hit != null && hit.meters() <= SAME_METERS) {
      return Optional.of(shown(border(hit), place, ends, false));
    }
    return joining(ends, place)
        .or(() -> Optional.ofNullable(hit).map(this::border))
        .map(border -> shown(border, place, ends, true));
  }

  private static PinnedBorder shown(
      Border border, LatticePoint place, Comment.Ends ends, boolean moved) {
    LineAlong along = new LineAlong(border.line());
    LineAlong.Spot from = along.nearest(ends.from());
    LineAlong.Spot to = along.nearest(ends.to());
    boolean part =
        from.off() <= SAME_METERS
            && to.off() <= SAME_METERS
            && Math.abs(from.way() - to.way()) > SAME_METERS;
    List<LatticePoint> line =
        part
            ? along.part(Math.min(from.way(), to.way()), Math.max(from.way(), to.way()))
            : border.line();
    List<String> sides = new ArrayList<>(List.of(border.pair().grid(), border.pair().other()));
    sides.removeIf(String::isEmpty);
    Collections.sort(sides);
    return new PinnedBorder(line, along.at(along.nearest(place).way()), sides, moved);
  }

  /** What joins two places: a border between grids before the outline of them all. */
  private Optional<Border> joining(Comment.Ends ends, LatticePoint place) {
    return grids.stream()
        .filter(grid -> grid.shape().bounds().contains(ends.from()))
        .filter(grid -> grid.shape().bounds().contains(ends.to()))
        .flatMap(grid -> sides(grid).stream())
        .flatMap(pair -> borders(pair).stream())
        .filter(border -> border.joins(ends))
        .min(
            Comparator.comparing((Border border) -> border.pair().other().isEmpty())
                .thenComparing(border -> new LineAlong(border.line()).nearest(place).off()));
  }

  private @Nullable Hit nearest(LatticePoint place, int within) {
    Coordinate there = GroundScale.coordinate(place);
    GroundScale scale = new GroundScale(place);
    LatticeBox around = LatticeBox.around(place, within);
    Hit best = null;
    for (Face grid : grids) {
      if (!grid.shape().bounds().intersects(around)) {
        continue;
      }
      for (Edge edge : rim(grid)) {
        double along = scale.along(edge.a(), edge.b(), there);
        double meters = scale.meters(there, GroundScale.place(edge.a(), edge.b(), along));
        if (meters <= within && (best == null || meters < best.meters())) {
          best = new Hit(new Pair(grid.id(), beyond(edge)), edge.undirected(), meters);
        }
      }
    }
    return best;
  }

  /** The edges between a grid and what is around it, with the grid to their left. */
  private List<Edge> rim(Face grid) {
    List<Edge> rim = new ArrayList<>();
    for (String piece : topology.piecesOf(grid.id())) {
      topology.mosaic().edges(piece).stream()
          .filter(edge -> !beyond(edge).equals(grid.id()))
          .forEach(rim::add);
    }
    return rim;
  }

  /** The grid to the right of an edge; empty where there is none. */
  private String beyond(Edge edge) {
    return Optional.ofNullable(topology.gridOf(topology.mosaic().map().right(edge))).orElse("");
  }

  private Set<Pair> sides(Face grid) {
    Set<Pair> sides = new LinkedHashSet<>();
    rim(grid).forEach(edge -> sides.add(new Pair(grid.id(), beyond(edge))));
    return sides;
  }

  private List<Border> borders(Pair pair) {
    return chains(pair).stream().map(chain -> new Border(pair, points(chain))).toList();
  }

  private List<List<Edge>> chains(Pair pair) {
    Set<Edge> common = new LinkedHashSet<>();
    for (Edge edge : rim(topology.getFace(pair.grid()))) {
      if (beyond(edge).equals(pair.other())) {
        common.add(edge.undirected());
      }
    }
    return Chains.of(common);
  }

  private Border border(Hit hit) {
    return chains(hit.pair()).stream()
        .filter(chain -> chain.stream().anyMatch(hit.edge()::isSameAs))
        .findFirst()
        .map(chain -> new Border(hit.pair(), points(chain)))
        .orElseThrow();
  }

  /** The vertices of a chain, always from the same end. */
  private static List<LatticePoint> points(List<Edge> chain) {
    List<LatticePoint> points = new ArrayList<>(List.of(chain.get(0).a()));
    chain.forEach(edge -> points.add(edge.b()));
    if (points.get(0).compareTo(points.get(points.size() - 1)) > 0) {
      Collections.reverse(points);
    }
    return points;
  }
}
