package org.wangge.server.bench;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.wangge.camera.picture.DepthProbe;
import org.wangge.camera.picture.PictureView;
import org.wangge.camera.sight.Blocker;
import org.wangge.camera.sight.Eye;
import org.wangge.camera.sight.Lens;
import org.wangge.camera.sight.SeenGround;
import org.wangge.camera.sight.Sight;
import org.wangge.camera.sight.SightIndex;
import org.wangge.camera.sight.SightsFound;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

/** Who of a city's cameras sees a place: the index in use, what JTS offers, and the truth. */
final class CoverageBench implements Bench {
  private static final String OWN = "sight-index";
  private static final int MOST_AT_ONCE = 256;

  /** Arcs of outlines are drawn by chords and written in whole lattice units: 5 cm at most. */
  private static final double OUTLINE_ERROR_DEGREES = 5e-7;

  @Override
  public String name() {
    return "coverage";
  }

  @Override
  public String purpose() {
    return "which of a city's cameras see a place: exact, small, quick to ask and to change";
  }

  @Override
  public Figures run(Settings settings, PrintWriter out) {
    Figures figures = new Figures(name());
    SightCity city = SightCity.of(settings.seed(), settings.pick(100_000, 400));
    figures.figure("cameras", city.eyes().size());
    figures.figure("buildings", city.buildings().size());
    SightIndex index = built(city, figures, out);
    Contest contest = new Contest(settings, city, index, figures, out);
    contest.askOracle();
    contest.askPictures();
    contest.race();
    contest.change();
    return figures;
  }

  private static SightIndex built(SightCity city, Figures figures, PrintWriter out) {
    double before = heapMegabytes();
    long begun = System.nanoTime();
    SightIndex index = SightIndex.of(city.eyes(), city.buildings());
    double seconds = (System.nanoTime() - begun) / 1e9;
    figures.figure("build_seconds", seconds);
    figures.figure("index_megabytes", heapMegabytes() - before);
    figures.figure("entries", (double) index.entries());
    out.printf("%,d cameras drawn in %.1f s%n", city.eyes().size(), seconds);
    out.flush();
    return index;
  }

  /** What cameras and buildings take themselves is not the index's: they are there before. */
  private static double heapMegabytes() {
    tidy();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
  }

  private static void tidy() {
    for (int i = 0; i < 3; i++) {
      ManagementFactory.getMemoryMXBean().gc();
    }
  }

  /** The questions, all of the same city. */
  private static final class Contest {
    private final Settings settings;
    private final SightCity city;
    private final SightIndex index;
    private final Figures figures;
    private final PrintWriter out;
    private final Random random;
    private final List<Sight> sights;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final SightsFound found = new SightsFound();

    private Contest(
        Settings settings, SightCity city, SightIndex index, Figures figures, PrintWriter out) {
      this.settings = settings;
      this.city = city;
      this.index = index;
      this.figures = figures;
      this.out = out;
      random = new Random(settings.seed() + 1);
      BlockerTree tree = new BlockerTree(city.buildings());
      sights = city.eyes().stream().map(eye -> Sight.of(eye, tree.in(Sight.reachOf(eye)))).toList();
      for (Eye eye : city.eyes()) {
        numbers.put(eye.id(), numbers.size());
      }
    }

    /** Every camera is asked about every place. */
    void askOracle() {
      int count = settings.pick(60_000, 2_000);
      List<LatticePoint> places = places(count);
      long different =
          IntStream.range(0, count)
              .parallel()
              .filter(
                  i -> {
                    LatticePoint place = places.get(i);
                    int[] all =
                        IntStream.range(0, sights.size())
                            .filter(one -> sights.get(one).sees(place))
                            .toArray();
                    return !Arrays.equals(all, own(place, new SightsFound()));
                  })
              .count();
      figures.figure("oracle_places", count);
      figures.figure("oracle_different", (double) different);
      figures.agreed(different == 0);
      out.printf("%,d places asked of every camera: %d otherwise%n", count, different);
      out.flush();
    }

    /** A place is in a depth buffer if and only if the camera is named for it. */
    void askPictures() {
      int cameras = settings.pick(2_000, 100);
      int each = settings.pick(50, 20);
      int different = 0;
      int shown = 0;
      for (int i = 0; i < cameras; i++) {
        Sight sight = sights.get(random.nextInt(sights.size()));
        List<DepthProbe> probes = new ArrayList<>();
        for (Lens lens : sight.eye().lenses()) {
          probes.add(new DepthProbe(PictureView.of(sight, lens, 640, 360)));
        }
        for (int k = 0; k < each; k++) {
          LatticePoint place = near(sight);
          boolean isShown = probes.stream().anyMatch(probe -> probe.shows(place));
          boolean isNamed =
              index.seeing(place).stream().anyMatch(one -> one.eye().id().equals(sight.eye().id()));
          shown += isShown ? 1 : 0;
          different += isShown == isNamed ? 0 : 1;
        }
      }
      figures.figure("picture_places", (double) cameras * each);
      figures.figure("picture_shown", shown);
      figures.figure("picture_different", different);
      figures.agreed(different == 0);
      out.printf(
          "%,d places looked up in depth buffers, %,d shown: %d otherwise%n",
          cameras * each, shown, different);
      out.flush();
    }

    void race() {
      List<Geometry> outlines =
          sights.parallelStream().map(sight -> SeenGround.of(sight).outline()).toList();
      Map<String, SightRivals.Rival> rivals = SightRivals.all(outlines);
      List<LatticePoint> places = places(settings.pick(100_000, 2_000));
      compare(places, rivals, outlines);
      Rounds rounds = new Rounds(settings.pick(7, 3), settings.seed());
      long[] sums = new long[1];
      rounds.enter(
          OWN,
          () -> {
            for (LatticePoint place : places) {
              index.seeing(place.lon(), place.lat(), found);
              sums[0] += found.count();
            }
          });
      int[] into = new int[MOST_AT_ONCE];
      rivals.forEach(
          (name, rival) ->
              rounds.enter(
                  name,
                  () -> {
                    for (LatticePoint place : places) {
                      sums[0] += rival.seeing(place, into);
                    }
                  }));
      Map<String, Rounds.Times> times = rounds.run(places.size());
      times.forEach(
          (name, time) -> {
            out.printf("%-22s %8.0f ns%n", name, time.medianCpuNanos());
            figures.figure("ns_" + name.replace('-', '_'), time.medianCpuNanos());
          });
      Rounds.Times chosen = times.getOrDefault(OWN, Rounds.Times.NONE);
      List<Rounds.Times> others = new ArrayList<>(times.values());
      others.remove(chosen);
      figures.ratio("vs_best_jts", chosen.ratioTo(others));
      out.printf("%,d answers in all%n", sums[0]);
      out.flush();
    }

    /** Answers of all; they may differ only where an outline's border passes by. */
    private void compare(
        List<LatticePoint> places, Map<String, SightRivals.Rival> rivals, List<Geometry> outlines) {
      int atBorders = 0;
      int different = 0;
      for (LatticePoint place : places) {
        int[] own = own(place, found);
        for (SightRivals.Rival rival : rivals.values()) {
          int[] into = new int[MOST_AT_ONCE];
          int count = rival.seeing(place, into);
          int[] theirs = Arrays.copyOf(into, count);
          Arrays.sort(theirs);
          if (!Arrays.equals(own, theirs)) {
            if (isAtBorder(place, own, theirs, outlines)) {
              atBorders++;
            } else {
              different++;
            }
          }
        }
      }
      figures.figure("jts_otherwise_at_borders", atBorders);
      figures.figure("jts_otherwise", different);
      figures.agreed(different == 0);
      out.printf(
          "%,d places asked of JTS: %d otherwise, %d within 5 cm of a border%n",
          places.size(), different, atBorders);
      out.flush();
    }

    private static boolean isAtBorder(
        LatticePoint place, int[] own, int[] theirs, List<Geometry> outlines) {
      Geometry point =
          LatticeShape.DEGREES.createPoint(new Coordinate(place.lonDegrees(), place.latDegrees()));
      return IntStream.concat(Arrays.stream(own), Arrays.stream(theirs))
          .filter(one -> Arrays.binarySearch(own, one) < 0 || Arrays.binarySearch(theirs, one) < 0)
          .allMatch(one -> outlines.get(one).getBoundary().distance(point) < OUTLINE_ERROR_DEGREES);
    }

    void change() {
      // What the rivals left behind is no part of a change.
      tidy();
      int count = settings.pick(500, 40);
      double[] cameras = new double[count];
      double[] buildings = new double[count];
      for (int i = 0; i < count; i++) {
        Eye eye = city.eye("c" + random.nextInt(sights.size()));
        long begun = System.nanoTime();
        index.put(eye);
        cameras[i] = (System.nanoTime() - begun) / 1e6;
        int building = random.nextInt(city.buildings().size());
        Blocker before = city.buildings().get(building);
        Blocker raised = SightCity.raised(before);
        city.buildings().set(building, raised);
        begun = System.nanoTime();
        index.change(before, raised);
        buildings[i] = (System.nanoTime() - begun) / 1e6;
      }
      report("camera_change", cameras);
      report("building_change", buildings);
    }

    private void report(String what, double[] millis) {
      Arrays.sort(millis);
      figures.figure(what + "_p50_ms", millis[millis.length / 2]);
      figures.figure(what + "_p99_ms", millis[millis.length * 99 / 100]);
      figures.figure(what + "_max_ms", millis[millis.length - 1]);
    }

    private int[] own(LatticePoint place, SightsFound into) {
      index.seeing(place.lon(), place.lat(), into);
      int[] seeing = new int[into.count()];
      for (int i = 0; i < seeing.length; i++) {
        seeing[i] = numbers.getOrDefault(into.get(i).eye().id(), -1);
      }
      Arrays.sort(seeing);
      return seeing;
    }

    /** Half of them in streets, where most happens. */
    private List<LatticePoint> places(int count) {
      return IntStream.range(0, count)
          .mapToObj(i -> i % 2 == 0 ? city.somewhere(random) : city.inStreet(random))
          .toList();
    }

    private LatticePoint near(Sight sight) {
      double far = sight.eye().farMeters() * 1.1 * Math.sqrt(random.nextDouble());
      double azimuth = random.nextDouble() * 2 * Math.PI;
      LatticePoint foot = sight.eye().place();
      return new LatticePoint(
          (int) Math.rint(foot.lon() + far * Math.sin(azimuth) / sight.plane().metersPerLon()),
          (int) Math.rint(foot.lat() + far * Math.cos(azimuth) / sight.plane().metersPerLat()));
    }
  }
}
