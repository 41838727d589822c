package org.wangge.server.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.wangge.grid.GridIndex;

/**
 * Whether the index is right on every point: anywhere, exactly on vertices, and exactly on edges,
 * against JTS on scaled whole numbers; and whether the order of loading changes anything.
 */
final class ExactnessBench implements Bench {
  private static final int SHUFFLES = 3;

  @Override
  public String name() {
    return "exactness";
  }

  @Override
  public String purpose() {
    return "the owner of every point against JTS on whole numbers, borders and load order included";
  }

  @Override
  public Figures run(Settings settings, PrintWriter out) {
    Figures figures = new Figures(name());
    int grids = settings.pick(BenchCity.CITY, BenchCity.QUICK);
    BenchCity city = BenchCity.of(settings.seed(), grids);
    GridIndex index = GridIndex.of(city.slots());
    Locator oracle = JtsLocators.rayCrossing(city.slots());
    Random random = new Random(settings.seed());
    out.printf("%,d grids; every answer is held against JTS on whole numbers%n", grids);
    out.printf("%-10s %11s %11s %13s%n", "points", "count", "inside", "disagreeing");
    Points anywhere = Points.uniform(city.bounds(), settings.pick(1_000_000, 20_000), random);
    int borderCount = settings.pick(100_000, 5_000);
    Points onVertices = Points.onVertices(city.shapes(), borderCount, random);
    Points onEdges = Points.onEdges(city.shapes(), borderCount, random);
    compare("anywhere", index, oracle, anywhere, figures, out);
    compare("vertices", index, oracle, onVertices, figures, out);
    compare("edges", index, oracle, onEdges, figures, out);
    figures.figure("vertices_outside", outside(index, onVertices));
    figures.figure("edges_outside", outside(index, onEdges));
    figures.agreed(outside(index, onVertices) + outside(index, onEdges) == 0);
    int differing = 0;
    for (Points points : List.of(anywhere, onVertices, onEdges)) {
      differing += differingWhenShuffled(city, index, points, random);
    }
    out.printf("loaded in %d other orders: %,d answers differ%n", SHUFFLES, differing);
    figures.figure("shuffled_differing", differing);
    figures.agreed(differing == 0);
    return figures;
  }

  private static void compare(
      String kind,
      GridIndex index,
      Locator oracle,
      Points points,
      Figures figures,
      PrintWriter out) {
    Locator chosen = index::ownerAt;
    int[] mine = chosen.ownersAt(points);
    int[] expected = oracle.ownersAt(points);
    int disagreeing = differing(mine, expected);
    long inside = Arrays.stream(mine).filter(owner -> owner != GridIndex.NONE).count();
    out.printf("%-10s %,11d %,11d %,13d%n", kind, points.count(), inside, disagreeing);
    out.flush();
    figures.figure(kind + "_points", points.count());
    figures.figure(kind + "_disagreeing", disagreeing);
    figures.agreed(disagreeing == 0);
  }

  private static int outside(GridIndex index, Points points) {
    int outside = 0;
    for (int i = 0; i < points.count(); i++) {
      outside += index.ownerAt(points.lon(i), points.lat(i)) == GridIndex.NONE ? 1 : 0;
    }
    return outside;
  }

  private static int differingWhenShuffled(
      BenchCity city, GridIndex index, Points points, Random random) {
    Locator chosen = index::ownerAt;
    int[] expected = chosen.ownersAt(points);
    int differing = 0;
    List<GridIndex.Slot> shuffled = new ArrayList<>(city.slots());
    for (int i = 0; i < SHUFFLES; i++) {
      Collections.shuffle(shuffled, random);
      Locator reloaded = GridIndex.of(shuffled)::ownerAt;
      differing += differing(reloaded.ownersAt(points), expected);
    }
    return differing;
  }

  private static int differing(int[] some, int[] others) {
    int differing = 0;
    for (int i = 0; i < some.length; i++) {
      differing += some[i] == others[i] ? 0 : 1;
    }
    return differing;
  }
}
