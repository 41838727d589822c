package org.wangge.server.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.wangge.grid.GridIndex;

/** How long it takes to find the owner of a point, by the index in use and by what JTS offers. */
final class LookupBench implements Bench {
  private static final String CHOSEN = "grid-index";
  private static final int LARGE = 100_000;

  @Override
  public String name() {
    return "lookup";
  }

  @Override
  public String purpose() {
    return "nanoseconds to find a point's grid, against every variant JTS offers";
  }

  @Override
  public Figures run(Settings settings, PrintWriter out) {
    Figures figures = new Figures(name());
    out.println("Nanoseconds a lookup, median over interleaved rounds: thread time (wall time).");
    int city = settings.pick(BenchCity.CITY, BenchCity.QUICK);
    int large = settings.pick(LARGE, 4 * BenchCity.QUICK);
    compare(settings, city, Map.of("uniform", "uniform", "patrol", "patrol"), figures, out);
    compare(settings, large, Map.of("uniform", "100k", "patrol", "100k"), figures, out);
    return figures;
  }

  /**
   * @param ratioNames under what each kind of points counts
   */
  private static void compare(
      Settings settings,
      int grids,
      Map<String, String> ratioNames,
      Figures figures,
      PrintWriter out) {
    BenchCity city = BenchCity.of(settings.seed(), grids);
    Map<String, Locator> locators = new LinkedHashMap<>();
    locators.put(CHOSEN, GridIndex.of(city.slots())::ownerAt);
    locators.putAll(JtsLocators.all(city.slots()));
    Random random = new Random(settings.seed());
    int count = settings.pick(100_000, 2_000);
    Map<String, Points> kinds = new LinkedHashMap<>();
    kinds.put("uniform", Points.uniform(city.bounds(), count, random));
    kinds.put("patrol", Points.patrol(city.bounds(), count, random));
    kinds.forEach(
        (kind, points) -> {
          boolean equal = allAnswerAlike(locators, points);
          figures.agreed(equal);
          out.printf(
              "%n%,d grids, %s points, answers %s%n", grids, kind, equal ? "equal" : "DIFFER");
          Map<String, Rounds.Times> times = time(settings, locators, points);
          report(kind + "_" + grids, times, figures, out);
          Rounds.Times chosen = times.getOrDefault(CHOSEN, Rounds.Times.NONE);
          List<Rounds.Times> rivals = new ArrayList<>(times.values());
          rivals.remove(chosen);
          double ratio = chosen.ratioTo(rivals);
          out.printf("%-22s %8.2f times the best of JTS, in the worst round%n", CHOSEN, ratio);
          out.flush();
          figures.ratio("vs_best_jts_" + ratioNames.get(kind), ratio);
        });
  }

  private static boolean allAnswerAlike(Map<String, Locator> locators, Points points) {
    List<int[]> answers = new ArrayList<>();
    locators.values().forEach(locator -> answers.add(locator.ownersAt(points)));
    return answers.stream().allMatch(answer -> Arrays.equals(answer, answers.get(0)));
  }

  private static Map<String, Rounds.Times> time(
      Settings settings, Map<String, Locator> locators, Points points) {
    Rounds rounds = new Rounds(settings.pick(7, 3), settings.seed());
    locators.forEach((name, locator) -> rounds.enter(name, () -> locator.ownersAt(points)));
    return rounds.run(points.count());
  }

  private static void report(
      String where, Map<String, Rounds.Times> times, Figures figures, PrintWriter out) {
    times.forEach(
        (name, time) -> {
          out.printf("%-22s %8.0f (%.0f)%n", name, time.medianCpuNanos(), time.medianWallNanos());
          figures.figure("ns_" + where + "_" + name.replace('-', '_'), time.medianCpuNanos());
        });
  }
}
