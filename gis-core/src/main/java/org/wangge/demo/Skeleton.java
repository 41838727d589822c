package org.wangge.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.place.StreetClass;

/** Lays the main streets along and across the river, and so makes the superblocks between them. */
final class Skeleton {
  static final double[] U = {0, 0.19, 0.385, 0.575, 0.785, 1};
  static final double[] V = {0, 0.062, 0.295, 0.52, 0.765, 1};

  private static final StreetClass[] ALONG = {
    StreetClass.PATH,
    StreetClass.ARTERIAL,
    StreetClass.COLLECTOR,
    StreetClass.ARTERIAL,
    StreetClass.COLLECTOR,
    StreetClass.ARTERIAL
  };
  private static final StreetClass[] ACROSS = {
    StreetClass.COLLECTOR,
    StreetClass.COLLECTOR,
    StreetClass.COLLECTOR,
    StreetClass.ARTERIAL,
    StreetClass.COLLECTOR,
    StreetClass.ARTERIAL
  };
  static final int CANAL_LINE = 1;
  static final int BRIDGE_LINE = 3;
  private static final double CANAL_METERS = 24;

  private final Mesh mesh;
  private final Terrain terrain;
  private final int[][] corners = new int[U.length][V.length];
  private final Face[][] faces = new Face[TownPlan.COLUMNS][TownPlan.ROWS + 1];
  private final Strand[] along = new Strand[V.length];
  private final Strand[] across = new Strand[U.length];

  Skeleton(Mesh mesh, Terrain terrain, Streets streets) {
    this.mesh = mesh;
    this.terrain = terrain;
    for (int j = 0; j < V.length; j++) {
      along[j] = streets.lay(ALONG[j]);
    }
    for (int i = 0; i < U.length; i++) {
      across[i] = streets.lay(ACROSS[i], i == CANAL_LINE ? CANAL_METERS : 0);
    }
    build();
  }

  /** Row 0 is the strip between the river and its avenue. */
  Face face(int column, int row) {
    return faces[column][row];
  }

  int corner(int line, int row) {
    return corners[line][row];
  }

  Strand along(int row) {
    return along[row];
  }

  Strand across(int line) {
    return across[line];
  }

  private void build() {
    for (int i = 0; i < U.length; i++) {
      for (int j = 0; j < V.length; j++) {
        corners[i][j] = mesh.addNode(terrain.at(U[i], V[j]));
      }
    }
    Map<String, List<Integer>> sides = new HashMap<>();
    for (int i = 0; i < TownPlan.COLUMNS; i++) {
      for (int j = 0; j <= TownPlan.ROWS; j++) {
        List<Integer> south = side(sides, i, j, true);
        List<Integer> north = side(sides, i, j + 1, true);
        List<Integer> west = side(sides, i, j, false);
        List<Integer> east = side(sides, i + 1, j, false);
        List<Integer> ring = new ArrayList<>();
        Stream.of(south, east, reversed(north), reversed(west))
            .forEach(line -> ring.addAll(line.subList(0, line.size() - 1)));
        faces[i][j] = mesh.addFace(ring);
      }
    }
  }

  private List<Integer> side(Map<String, List<Integer>> sides, int i, int j, boolean east) {
    return sides.computeIfAbsent(i + "," + j + east, key -> layOut(i, j, east));
  }

  /** A stretch of main street between two corners, with the vertices of its curve. */
  private List<Integer> layOut(int i, int j, boolean east) {
    int pieces = east ? (j == 0 ? 12 : 7) : (j == 0 ? 1 : 5);
    int end = east ? corners[i + 1][j] : corners[i][j + 1];
    List<Integer> line = new ArrayList<>();
    line.add(corners[i][j]);
    for (int k = 1; k < pieces; k++) {
      double t = k / (double) pieces;
      double u = east ? U[i] + (U[i + 1] - U[i]) * t : U[i];
      double v = east ? V[j] : V[j] + (V[j + 1] - V[j]) * t;
      line.add(mesh.addNode(terrain.at(u, v)));
    }
    line.add(end);
    Strand strand = strand(i, j, east);
    for (int k = 0; strand != null && k + 1 < line.size(); k++) {
      mesh.layStreet(line.get(k), line.get(k + 1), strand);
    }
    return line;
  }

  private @Nullable Strand strand(int i, int j, boolean east) {
    boolean quay = !east && j == 0 && i != BRIDGE_LINE && i != 0 && i != U.length - 1;
    return quay ? null : east ? along[j] : across[i];
  }

  private static List<Integer> reversed(List<Integer> line) {
    List<Integer> turned = new ArrayList<>(line);
    Collections.reverse(turned);
    return turned;
  }
}
