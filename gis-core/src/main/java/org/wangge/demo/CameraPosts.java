package org.wangge.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraLens;
import org.wangge.camera.CameraLight;
import org.wangge.camera.CameraPose;
import org.wangge.camera.CameraState;
import org.wangge.camera.CameraUpkeep;
import org.wangge.camera.DirectionCertainty;
import org.wangge.camera.TurnSector;
import org.wangge.geo.LatticePoint;
import org.wangge.place.Ground;
import org.wangge.place.GroundKind;
import org.wangge.place.Street;
import org.wangge.place.StreetClass;
import org.wangge.place.StreetGraph;

/** Puts cameras up at junctions and at the gates of estates, looking along streets. */
final class CameraPosts {
  private static final int AT_JUNCTIONS = 86;
  private static final int AT_GATES = 35;
  private static final double APART_METERS = 105;

  private final StreetGraph graph;
  private final LocalFrame frame;
  private final GridFinder finder;
  private final Dice dice;
  private final Dice keeping;
  private final Map<String, String> streetNames = new HashMap<>();
  private final List<List<StreetGraph.Edge>> edgesAt = new ArrayList<>();
  private final List<Spot> taken = new ArrayList<>();
  private final List<Camera> cameras = new ArrayList<>();

  CameraPosts(
      StreetGraph graph, List<Street> streets, LocalFrame frame, GridFinder finder, Dice dice) {
    this.graph = graph;
    this.frame = frame;
    this.finder = finder;
    this.dice = dice;
    keeping = Dice.of(1, "camera-upkeep");
    streets.forEach(street -> streetNames.put(street.id(), street.nameZh()));
    graph.nodes().forEach(node -> edgesAt.add(new ArrayList<>()));
    for (StreetGraph.Edge edge : graph.edges()) {
      edgesAt.get(edge.from()).add(edge);
      edgesAt.get(edge.to()).add(edge);
    }
  }

  /** Those that stand, and last one that stood where no other was near. */
  List<Camera> make(List<Ground> grounds) {
    List<Integer> nodes =
        new ArrayList<>(IntStream.range(0, graph.nodes().size()).boxed().toList());
    Map<Integer, Double> worth = new HashMap<>();
    nodes.forEach(node -> worth.put(node, worth(node) + dice.between(0, 3)));
    nodes.sort(Comparator.comparingDouble(node -> -worth.getOrDefault(node, 0.0)));
    for (int node : nodes) {
      if (cameras.size() < AT_JUNCTIONS && edgesAt.get(node).size() >= 3 && free(at(node))) {
        junction(node);
      }
    }
    List<Ground> estates =
        grounds.stream().filter(ground -> ground.kind() == GroundKind.HOUSING).toList();
    for (StreetGraph.Edge edge : shuffled()) {
      int at = (edge.line().size() - 1) / 2;
      Spot from = frame.spot(edge.line().get(at));
      Spot to = frame.spot(edge.line().get(at + 1));
      Spot middle = from.toward(to, 0.5);
      boolean street = edge.streetClass() == StreetClass.LOCAL;
      if (cameras.size() < AT_JUNCTIONS + AT_GATES && street && free(middle)) {
        gate(middle, from.directionTo(to), estates);
      }
    }
    return cameras;
  }

  private List<StreetGraph.Edge> shuffled() {
    Map<StreetGraph.Edge, Double> order = new HashMap<>();
    graph.edges().forEach(edge -> order.put(edge, dice.unit()));
    return graph.edges().stream()
        .sorted(Comparator.comparingDouble(edge -> order.getOrDefault(edge, 0.0)))
        .toList();
  }

  private double worth(int node) {
    double sum = 0;
    for (StreetGraph.Edge edge : edgesAt.get(node)) {
      sum +=
          switch (edge.streetClass()) {
            case ARTERIAL -> 4;
            case COLLECTOR -> 3;
            case LOCAL -> 2;
            default -> 0.5;
          };
    }
    return sum;
  }

  private boolean free(Spot spot) {
    return taken.stream().noneMatch(other -> other.distance(spot) < APART_METERS);
  }

  private Spot at(int node) {
    return frame.spot(graph.nodes().get(node));
  }

  private void junction(int node) {
    List<StreetGraph.Edge> edges = new ArrayList<>(edgesAt.get(node));
    edges.sort(Comparator.comparing(StreetGraph.Edge::streetClass));
    Spot here = at(node);
    String first = streetNames.getOrDefault(edges.get(0).streetId(), "");
    String crossing =
        edges.stream()
            .map(edge -> streetNames.getOrDefault(edge.streetId(), ""))
            .filter(name -> !name.isEmpty() && !name.equals(first))
            .findFirst()
            .orElse("");
    String name = first + (crossing.isEmpty() ? "" : "与" + crossing) + "路口";
    int looks = edges.size() > 3 && dice.chance(0.35) ? 2 : 1;
    for (int i = 0; i < looks && cameras.size() < AT_JUNCTIONS; i++) {
      StreetGraph.Edge edge = edges.get(i == 0 ? dice.whole(0, edges.size() - 1) : 0);
      boolean outward = edge.from() == node;
      int next = outward ? 1 : edge.line().size() - 2;
      double direction = here.directionTo(frame.spot(edge.line().get(next)));
      add(name, here.move(direction, 7, dice.chance(0.5) ? 9 : -9), direction);
    }
    taken.add(here);
  }

  private void gate(Spot middle, double direction, List<Ground> estates) {
    Ground nearest =
        estates.stream()
            .min(
                Comparator.comparingDouble(
                    ground -> frame.spot(ground.shape().labelPoint()).distance(middle)))
            .orElseThrow();
    double turned = dice.chance(0.5) ? direction : direction + Math.PI;
    add(nearest.nameZh() + "门口", middle.move(turned, 0, 6.5), turned);
    taken.add(middle);
  }

  private void add(String name, Spot spot, double direction) {
    LatticePoint location = frame.at(spot.x(), spot.y());
    String grid = finder.at(location).orElse("");
    if (grid.isEmpty()) {
      return;
    }
    double azimuth = ((90 - Math.toDegrees(direction)) % 360 + 360) % 360;
    double lot = dice.unit();
    DirectionCertainty certainty =
        lot < 0.7
            ? DirectionCertainty.MEASURED
            : lot < 0.92 ? DirectionCertainty.ESTIMATED : DirectionCertainty.UNKNOWN;
    double known =
        switch (certainty) {
          case MEASURED -> Math.rint(azimuth * 10) / 10 % 360;
          case ESTIMATED -> Math.rint(azimuth / 45) * 45 % 360;
          case UNKNOWN -> 0;
        };
    double health = dice.unit();
    CameraState state =
        health < 0.88
            ? CameraState.ONLINE
            : health < 0.95 ? CameraState.OFFLINE : CameraState.REGISTERED;
    boolean ptz = dice.chance(0.15);
    TurnSector turn = ptz ? TurnSector.allRound() : null;
    cameras.add(
        new Camera(
            AreaTree.DISTRICT + "00001320%06d".formatted(cameras.size() + 1),
            name,
            new CameraPose(
                location, dice.whole(4, 8), false, List.of(lens(known, ptz)), certainty, turn),
            state,
            upkeep(),
            grid,
            true));
  }

  private CameraLens lens(double azimuth, boolean ptz) {
    return CameraLens.of(
        azimuth, ptz ? 60 : dice.whole(11, 18) * 5, ptz ? 180 : dice.whole(8, 15) * 10);
  }

  /** Drawn by lots of its own, so that the cameras themselves stay where they stand. */
  private CameraUpkeep upkeep() {
    double owner = keeping.unit();
    CameraLight light = keeping.chance(0.6) ? CameraLight.INFRARED : CameraLight.WHITE;
    return owner < 0.6
        ? new CameraUpkeep("区公安分局视频大队", "视频侦查值班室 分机 6201", light, 30)
        : owner < 0.85
            ? new CameraUpkeep("街道综治中心", "综治中心值班台 分机 6118", light, 60)
            : new CameraUpkeep("小区物业服务中心", "物业监控室 分机 6033", CameraLight.NONE, 15);
  }
}
