package org.wangge.server.bench;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.demo.DemoCity;
import org.wangge.fault.Invalid;
import org.wangge.plan.operation.Operations;
import org.wangge.plan.operation.PlanOperation;
import org.wangge.plan.topology.Drawn;
import org.wangge.plan.topology.Topology;

/**
 * Redraws a city at random, edit after edit, with an independent check of every one; then holds the
 * time of an edit against that of validating everything.
 */
final class PlanBench implements Bench {
  /** Grids of a district (domain.md). */
  private static final int DISTRICT = 1_543;

  private static final int FULL_CHECK_EVERY = 100;

  @Override
  public String name() {
    return "plan";
  }

  @Override
  public String purpose() {
    return "100,000 random edits of 1,543 grids without a seam; time of an edit among 8,256 grids";
  }

  @Override
  public Figures run(Settings settings, PrintWriter out) {
    Figures figures = new Figures(name());
    race(settings, out, figures);
    walk(settings, out, figures);
    return figures;
  }

  private static void walk(Settings settings, PrintWriter out, Figures figures) {
    int grids = settings.pick(DISTRICT, 120);
    int wanted = settings.pick(100_000, 600);
    Walk walk = new Walk(settings.seed(), grids, true, out);
    long begun = System.nanoTime();
    walk.go(wanted);
    Optional<String> end = walk.fault().or(() -> SeamCheck.full(walk.topology()));
    end.ifPresent(fault -> out.println("FAULT: " + fault));
    figures.agreed(end.isEmpty() && walk.isBeginningKept());
    figures.figure("edits", walk.accepted());
    figures.figure("refused", walk.refused().values().stream().mapToInt(Integer::intValue).sum());
    figures.figure("walk_seconds", (System.nanoTime() - begun) / 1e9);
    out.println("refused: " + walk.refused());
  }

  /** Time of an edit and its verdict, against that of the full check, on the same faces. */
  private static void race(Settings settings, PrintWriter out, Figures figures) {
    int grids = settings.pick(BenchCity.CITY, BenchCity.QUICK);
    Walk walk = new Walk(settings.seed() + 1, grids, false, out);
    walk.go(settings.pick(500, 60));
    walk.forgetTimes();
    walk.go(settings.pick(2_000, 120));
    figures.agreed(walk.fault().isEmpty());
    if (walk.fault().isPresent()) {
      out.println("FAULT: " + walk.fault().get());
      return;
    }
    double[] millis = walk.millis();
    List<Double> full = new ArrayList<>();
    for (int i = 0; i < settings.pick(9, 3); i++) {
      long start = System.nanoTime();
      Optional<String> fault = SeamCheck.full(walk.topology());
      full.add((System.nanoTime() - start) / 1e6);
      figures.agreed(fault.isEmpty() && walk.fault().isEmpty());
    }
    double fastestFull = full.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double p50 = millis[millis.length / 2];
    double p95 = millis[millis.length * 95 / 100];
    out.printf(
        "%,d grids: an edit p50 %.2f ms, p95 %.2f ms, p99 %.2f ms; full check %.0f ms%n",
        grids, p50, p95, millis[millis.length * 99 / 100], fastestFull);
    figures.figure("edit_p50_ms", p50);
    figures.figure("edit_p95_ms", p95);
    figures.figure("edit_p99_ms", millis[millis.length * 99 / 100]);
    figures.figure("full_validation_ms", fastestFull);
    figures.ratio("edit_vs_full_validation", fastestFull / p95);
  }

  /** A walk of random edits from a fresh city. */
  static final class Walk {
    private final Topology base;
    private final List<String> baseShapes;
    private final RandomEdits edits;
    private final PrintWriter out;
    private final Map<String, Integer> refused = new LinkedHashMap<>();
    private final List<Double> times = new ArrayList<>();
    private List<String> grids;
    private Topology topology;
    private Optional<String> fault = Optional.empty();
    private int accepted;
    private int seq;
    private final boolean checked;

    /**
     * A walk.
     *
     * @param checked whether everything is checked every so often, besides each edit
     */
    Walk(long seed, int gridCount, boolean checked, PrintWriter out) {
      this.checked = checked;
      base = Topology.of(DemoCity.generate(seed, gridCount, Instant.EPOCH).areas());
      baseShapes = shapes(base);
      topology = base;
      grids = base.faces().stream().filter(Topology::isGrid).map(face -> face.id()).toList();
      edits = new RandomEdits(seed, gridCount);
      this.out = out;
    }

    private static List<String> shapes(Topology topology) {
      return topology.faces().stream()
          .map(face -> face.id() + " " + face.shape().scaled().toText().hashCode())
          .toList();
    }

    /** Makes edits until so many more were accepted, or one is at fault. */
    void go(int more) {
      int until = accepted + more;
      long told = System.nanoTime();
      while (accepted < until && fault.isEmpty()) {
        step();
        if (System.nanoTime() - told > 10_000_000_000L) {
          out.printf("%,d of %,d edits%n", accepted, until);
          out.flush();
          told = System.nanoTime();
        }
      }
    }

    private void step() {
      PlanOperation operation = edits.next(topology, grids);
      long start = System.nanoTime();
      try {
        seq++;
        Drawn drawn = Operations.apply(topology, operation, seq);
        times.add((System.nanoTime() - start) / 1e6);
        accepted++;
        fault = SeamCheck.local(topology, drawn);
        grids = RandomEdits.after(grids, drawn);
        topology = drawn.topology();
        if (fault.isEmpty() && checked && accepted % FULL_CHECK_EVERY == 0) {
          fault = SeamCheck.full(topology);
        }
        fault = fault.map(what -> what + " after " + operation);
      } catch (Invalid refusal) {
        times.add((System.nanoTime() - start) / 1e6);
        refused.merge(refusal.code(), 1, Integer::sum);
      } catch (IllegalArgumentException | IllegalStateException broken) {
        fault = Optional.of(broken + " in " + operation);
      }
    }

    /** Whether the faces the walk began with are still what they were. */
    boolean isBeginningKept() {
      return shapes(base).equals(baseShapes);
    }

    Topology topology() {
      return topology;
    }

    Optional<String> fault() {
      return fault;
    }

    int accepted() {
      return accepted;
    }

    Map<String, Integer> refused() {
      return refused;
    }

    void forgetTimes() {
      times.clear();
    }

    double[] millis() {
      double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
      Arrays.sort(sorted);
      return sorted;
    }
  }
}
