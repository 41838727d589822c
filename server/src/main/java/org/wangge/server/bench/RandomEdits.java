package org.wangge.server.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.GridKind;
import org.wangge.plan.operation.PlanOperation;
import org.wangge.plan.operation.PlanOperation.Carve;
import org.wangge.plan.operation.PlanOperation.Merge;
import org.wangge.plan.operation.PlanOperation.MoveGround;
import org.wangge.plan.operation.PlanOperation.PutBack;
import org.wangge.plan.operation.PlanOperation.Reshape;
import org.wangge.plan.operation.PlanOperation.Split;
import org.wangge.plan.operation.PlanOperation.Vertex;
import org.wangge.plan.topology.Drawn;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Topology;

/**
 * Makes up edits of a plan, of every kind, many of which will be refused: lines are drawn at
 * random. The same seed on the same faces makes the same edits. Not thread-safe.
 */
final class RandomEdits {
  private final Random random;
  private final int wanted;

  /**
   * Edits that keep the number of grids about the same.
   *
   * @param wanted how many grids there should be
   */
  RandomEdits(long seed, int wanted) {
    random = new Random(seed);
    this.wanted = wanted;
  }

  /** The next one, about a grid of these. */
  PlanOperation next(Topology topology, List<String> grids) {
    Face grid = topology.getFace(grids.get(random.nextInt(grids.size())));
    if (grid.kind() == GridKind.EXCLUSIVE && random.nextInt(3) > 0) {
      return new PutBack(grid.id(), "");
    }
    int dice = random.nextInt(100);
    if (dice < 25) {
      boolean tooMany = grids.size() > wanted;
      return tooMany ? merge(topology, grid) : split(grid);
    }
    if (dice < 35) {
      return merge(topology, grid);
    }
    if (dice < 60) {
      return reshape(topology, grid);
    }
    if (dice < 75) {
      return move(grid);
    }
    if (dice < 83) {
      return new Vertex(Vertex.INSERT, onEdge(grid), null, "");
    }
    if (dice < 89) {
      return new Vertex(Vertex.DELETE, vertex(grid), null, "");
    }
    if (dice < 95) {
      return moveGround(topology, grid);
    }
    return new Carve(grid.id(), square(grid.label(), reach(grid) / 8), "", "");
  }

  private Split split(Face grid) {
    double turn = random.nextDouble() * Math.PI;
    int reach = reach(grid) + 1_000;
    LatticePoint bend = shifted(grid.label(), reach / 20);
    return new Split(
        grid.id(),
        List.of(away(grid.label(), turn, reach), bend, away(grid.label(), turn + Math.PI, reach)),
        "");
  }

  private PlanOperation merge(Topology topology, Face grid) {
    String other = neighbour(topology, grid);
    return other.isEmpty() ? split(grid) : new Merge(List.of(grid.id(), other), "");
  }

  private String neighbour(Topology topology, Face grid) {
    List<String> beside =
        topology.neighboursOf(grid.id()).stream()
            .filter(id -> topology.getFace(id).parent().equals(grid.parent()))
            .toList();
    return beside.isEmpty() ? "" : beside.get(random.nextInt(beside.size()));
  }

  private PlanOperation reshape(Topology topology, Face grid) {
    String other = neighbour(topology, grid);
    if (other.isEmpty()) {
      return move(grid);
    }
    List<LatticePoint> common = new ArrayList<>(vertices(grid));
    common.retainAll(Set.copyOf(vertices(topology.getFace(other))));
    if (common.size() < 2) {
      return move(grid);
    }
    LatticePoint from = pick(common);
    LatticePoint to = pick(common);
    LatticePoint middle =
        new LatticePoint(
            (int) (((long) from.lon() + to.lon()) / 2), (int) (((long) from.lat() + to.lat()) / 2));
    return new Reshape(grid.id(), other, List.of(from, shifted(middle, reach(grid) / 5), to), "");
  }

  private Vertex move(Face grid) {
    LatticePoint vertex = vertex(grid);
    return new Vertex(Vertex.MOVE, vertex, shifted(vertex, reach(grid) / 15), "");
  }

  private PlanOperation moveGround(Topology topology, Face grid) {
    String other = neighbour(topology, grid);
    if (other.isEmpty()) {
      return move(grid);
    }
    List<LatticePoint> common = new ArrayList<>(vertices(grid));
    common.retainAll(Set.copyOf(vertices(topology.getFace(other))));
    LatticePoint at = common.isEmpty() ? vertex(grid) : pick(common);
    return new MoveGround(MoveGround.BLOCK, grid.id(), other, square(at, reach(grid) / 6), "");
  }

  private List<LatticePoint> square(LatticePoint middle, int half) {
    double turn = random.nextDouble() * Math.PI;
    List<LatticePoint> ring = new ArrayList<>();
    for (int corner = 0; corner < 4; corner++) {
      ring.add(away(middle, turn + corner * Math.PI / 2, half));
    }
    return ring;
  }

  private static int reach(Face grid) {
    LatticeBox box = grid.shape().bounds();
    return Math.max(box.east() - box.west(), box.north() - box.south());
  }

  private LatticePoint shifted(LatticePoint point, int most) {
    int span = Math.max(1, most);
    return new LatticePoint(
        point.lon() + random.nextInt(2 * span) - span,
        point.lat() + random.nextInt(2 * span) - span);
  }

  private static LatticePoint away(LatticePoint point, double turn, double units) {
    return new LatticePoint(
        (int) (point.lon() + units * Math.cos(turn)), (int) (point.lat() + units * Math.sin(turn)));
  }

  private LatticePoint vertex(Face grid) {
    return pick(vertices(grid));
  }

  private LatticePoint onEdge(Face grid) {
    List<LatticePoint> ring = vertices(grid);
    int i = random.nextInt(ring.size());
    LatticePoint a = ring.get(i);
    LatticePoint b = ring.get((i + 1) % ring.size());
    double along = 0.2 + 0.6 * random.nextDouble();
    return new LatticePoint(
        (int) (a.lon() + along * ((double) b.lon() - a.lon())),
        (int) (a.lat() + along * ((double) b.lat() - a.lat())));
  }

  private LatticePoint pick(List<LatticePoint> points) {
    return points.get(random.nextInt(points.size()));
  }

  private static List<LatticePoint> vertices(Face grid) {
    List<LatticePoint> vertices = new ArrayList<>();
    Coordinate[] all = grid.shape().scaled().getGeometryN(0).getCoordinates();
    for (int i = 1; i < all.length; i++) {
      vertices.add(new LatticePoint((int) all[i].x, (int) all[i].y));
    }
    return vertices;
  }

  /** Ids of the grids after an edit. */
  static List<String> after(Collection<String> grids, Drawn drawn) {
    List<String> next = new ArrayList<>(grids);
    next.removeAll(drawn.gone());
    next.addAll(drawn.made());
    return next;
  }
}
