package org.wangge.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wangge.camera.Camera;
import org.wangge.place.StreetGraph;
import org.wangge.place.Traveller;

/**
 * The cars that drive in the town. Time is cut into beats: on each, every lane is begun by one car
 * or none, takes a whole number of beats and lets its car over the junction into another lane. So
 * cars on a lane keep a beat's distance, and who is on it is found by going back, junction by
 * junction, to where they came into the town: at a node that no camera sees, drawn there from the
 * seed, the lane and the beat. Immutable and thread-safe.
 */
final class Traffic {
  /** Milliseconds from one car on a lane to the next. */
  static final long BEAT = 3_000;

  /** Streets that cross are begun so much apart, so that cars pass between cars. */
  private static final long ASIDE = 1_000;

  /** In a town that cameras see all of, cars come from nowhere after so many junctions. */
  private static final int MOST_JUNCTIONS = 2_000;

  private static final double UNSEEN_METERS = 15;

  private final long seed;
  private final LocalFrame frame;
  private final List<Lane> lanes = new ArrayList<>();
  private final List<Junction> junctions = new ArrayList<>();
  private final boolean[] isGate;

  /** Beats that each lane takes, and when after a beat it is begun and ended. */
  private final int[] beats;

  private final long[] beginsAfter;
  private final long[] endsAfter;

  /**
   * Makes the traffic of a town.
   *
   * @param cameras before none of these cars come into the town or leave it
   */
  Traffic(long seed, LocalFrame frame, StreetGraph graph, List<Camera> cameras) {
    this.seed = seed;
    this.frame = frame;
    List<List<Integer>> in = new ArrayList<>();
    graph.nodes().forEach(node -> in.add(new ArrayList<>()));
    for (StreetGraph.Edge edge : graph.edges()) {
      if (edge.allowed().contains(Traveller.CAR)) {
        in.get(edge.to()).add(lanes.size());
        lanes.add(Lane.of(edge, true, frame));
        in.get(edge.from()).add(lanes.size());
        lanes.add(Lane.of(edge, false, frame));
      }
    }
    isGate = new boolean[graph.nodes().size()];
    for (int node = 0; node < isGate.length; node++) {
      int[] ending = in.get(node).stream().mapToInt(Integer::intValue).toArray();
      int[] beginning = in.get(node).stream().mapToInt(Traffic::opposite).toArray();
      junctions.add(new Junction(seed, node, ending, beginning, lanes));
      Spot spot = frame.spot(graph.nodes().get(node));
      isGate[node] = cameras.stream().noneMatch(camera -> mayShow(camera, spot));
    }
    beginsAfter = new long[lanes.size()];
    endsAfter = new long[lanes.size()];
    beats = new int[lanes.size()];
    for (int lane = 0; lane < beats.length; lane++) {
      double axis = lanes.get(in.get(lanes.get(lane).from()).get(0)).headingAtEnd();
      beginsAfter[lane] = aside(axis, lanes.get(lane).headingAtBegin());
      axis = lanes.get(in.get(lanes.get(lane).to()).get(0)).headingAtEnd();
      endsAfter[lane] = aside(axis, lanes.get(lane).headingAtEnd());
      beats[lane] = Math.max(1, (int) Math.round(lanes.get(lane).usualSeconds() * 1000 / BEAT));
    }
  }

  /** The two directions of a stretch lie side by side. */
  private static int opposite(int lane) {
    return lane ^ 1;
  }

  private boolean mayShow(Camera camera, Spot spot) {
    double far = camera.lens().farMeters() + UNSEEN_METERS;
    return frame.spot(camera.location()).distance(spot) < far;
  }

  private static long aside(double axis, double heading) {
    double off = Math.abs(StrictMath.IEEEremainder(heading - axis, Math.PI));
    return off > Math.PI / 4 ? ASIDE : 0;
  }

  List<Lane> lanes() {
    return lanes;
  }

  /** Numbers of the lanes that lead past a spot. */
  int[] near(Spot spot, double meters) {
    return IntStream.range(0, lanes.size())
        .filter(lane -> lanes.get(lane).isNear(spot, meters))
        .toArray();
  }

  /** The latest beat on which a lane was begun at an instant. */
  long lastBeat(int lane, long millis) {
    return Math.floorDiv(millis - beginsAfter[lane], BEAT);
  }

  /** So many of the last beats have begun whoever is on a lane, or on the junction after it. */
  int beatsUnderWay(int lane) {
    return beats[lane] + 2;
  }

  /** Number of the car that began a lane on a beat; 0 where there was none. */
  long carOn(int lane, long beat) {
    int at = lane;
    long begun = beat;
    for (int i = 0; i < MOST_JUNCTIONS && !isGate[lanes.get(at).from()]; i++) {
      at = junctions.get(lanes.get(at).from()).before(at, begun);
      begun -= 1 + beats[at];
    }
    Dice dice = Dice.of(seed, "car", at, begun);
    Instant came = Instant.ofEpochMilli(begun * BEAT);
    boolean isThere = dice.chance(shareAt(came.atZone(IncidentBook.ZONE).getHour()));
    return isThere ? dice.nextLong() >>> 1 | 1 : 0;
  }

  /** Which share of the beats brings a car in an hour of the day. */
  private static double shareAt(int hour) {
    if (hour < 5) {
      return 0.015;
    }
    if (hour == 7 || hour == 8 || hour == 17 || hour == 18) {
      return 0.28;
    }
    return hour < 7 || hour >= 22 ? 0.05 : 0.14;
  }

  /**
   * Where the car is that began a lane on a beat.
   *
   * @return null where it has not begun, is past the next junction or has left the town
   */
  Lane.@Nullable Pose where(int lane, long beat, long millis) {
    Lane driven = lanes.get(lane);
    long begin = beat * BEAT + beginsAfter[lane];
    long end = (beat + beats[lane]) * BEAT + endsAfter[lane];
    if (millis >= begin && millis < end) {
      return driven.at((millis - begin) / (double) (end - begin));
    }
    if (millis < begin || isGate[driven.to()]) {
      return null;
    }
    long nextBeat = beat + beats[lane] + 1;
    int next = junctions.get(driven.to()).after(lane, nextBeat);
    long over = nextBeat * BEAT + beginsAfter[next];
    return millis < over
        ? driven.onTo(lanes.get(next), (millis - end) / (double) (over - end))
        : null;
  }
}
