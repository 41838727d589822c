package org.wangge.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.wangge.camera.Camera;
import org.wangge.place.StreetGraph;
import org.wangge.place.Traveller;

/**
 * Who walks by in the town. Time is cut into turns of half an hour, at other instants for every
 * stroller; in a turn a stroller takes one walk or none, drawn from the seed, the stroller and the
 * turn alone. The walk of each one's current turn is kept. Thread-safe.
 */
final class PassersBy {
  private static final int STROLLERS = 96;

  /** So many are out at any instant. */
  private static final int RESTLESS = 4;

  private static final int TURN_SECONDS = 1_800;
  private static final int LEAST_SECONDS = 700;

  /** A street that comes so near to a camera is a busy one. */
  private static final double BUSY_METERS = 60;

  private static final double SEEKS_BUSY_CHANCE = 0.9;
  private static final double PAUSE_CHANCE = 0.06;

  private final long seed;
  private final LocalFrame frame;
  private final List<StreetGraph.Edge> edges = new ArrayList<>();
  private final List<List<StreetGraph.Edge>> ways = new ArrayList<>();
  private final List<StreetGraph.Edge> busy = new ArrayList<>();

  /** The same again, to look up without comparing whole lines. */
  private final Set<StreetGraph.Edge> isBusy = Collections.newSetFromMap(new IdentityHashMap<>());

  private final AtomicReferenceArray<@Nullable Stroll> strolls =
      new AtomicReferenceArray<>(STROLLERS);

  /**
   * Makes the strollers of a town.
   *
   * @param cameras stand at crossings, gates and squares: more people walk there than elsewhere
   */
  PassersBy(long seed, LocalFrame frame, StreetGraph graph, List<Camera> cameras) {
    this.seed = seed;
    this.frame = frame;
    List<Spot> lively = cameras.stream().map(camera -> frame.spot(camera.location())).toList();
    graph.nodes().forEach(node -> ways.add(new ArrayList<>()));
    for (StreetGraph.Edge edge : graph.edges()) {
      if (edge.allowed().contains(Traveller.FOOT)) {
        edges.add(edge);
        ways.get(edge.from()).add(edge);
        ways.get(edge.to()).add(edge);
        if (lively.stream().anyMatch(spot -> isNear(edge, spot))) {
          busy.add(edge);
          isBusy.add(edge);
        }
      }
    }
  }

  private boolean isNear(StreetGraph.Edge edge, Spot spot) {
    return edge.line().stream().anyMatch(p -> frame.spot(p).distance(spot) < BUSY_METERS);
  }

  /** A stroller in a turn; without a path they stay at home. */
  private record Stroll(long turn, long number, @Nullable WalkedPath path) {}

  /** Who is out at an instant. */
  List<PasserBy> at(Instant instant) {
    List<PasserBy> out = new ArrayList<>();
    for (int stroller = 0; stroller < STROLLERS; stroller++) {
      Stroll stroll = stroll(stroller, instant);
      WalkedPath path = stroll.path();
      if (path != null && path.holds(instant)) {
        Whereabouts where = Walks.whereabouts("", path.at(instant), frame);
        out.add(
            new PasserBy(
                stroll.number(), where.location(), where.headingDegrees(), where.walking()));
      }
    }
    return out;
  }

  private Stroll stroll(int stroller, Instant instant) {
    long phase = (long) stroller * TURN_SECONDS / STROLLERS;
    long turn = Math.floorDiv(instant.getEpochSecond() - phase, TURN_SECONDS);
    Stroll known = strolls.get(stroller);
    if (known != null && known.turn() == turn) {
      return known;
    }
    Stroll drawn = draw(stroller, turn, Instant.ofEpochSecond(turn * TURN_SECONDS + phase));
    strolls.set(stroller, drawn);
    return drawn;
  }

  private Stroll draw(int stroller, long turn, Instant begin) {
    Dice dice = Dice.of(seed, "passer-by", stroller, turn);
    long number = dice.nextLong() >>> 1;
    boolean restless = stroller < RESTLESS;
    if (!dice.chance(shareAt(begin.atZone(IncidentBook.ZONE).getHour())) && !restless) {
      return new Stroll(turn, number, null);
    }
    int seconds = restless ? TURN_SECONDS : dice.whole(LEAST_SECONDS, TURN_SECONDS);
    Instant start = begin.plusSeconds(dice.whole(0, TURN_SECONDS - seconds));
    return new Stroll(turn, number, walk(dice, start, seconds));
  }

  /** Which share of the strollers goes out in an hour of the day. */
  private static double shareAt(int hour) {
    if (hour < 5 || hour == 23) {
      return 0.05;
    }
    if (hour < 7 || hour >= 21) {
      return 0.3;
    }
    return 0.8;
  }

  private WalkedPath walk(Dice dice, Instant start, int seconds) {
    double metersPerSecond = dice.between(1.0, 1.5);
    List<Spot> spots = route(dice, seconds * metersPerSecond);
    WalkedPath.Builder path = new WalkedPath.Builder(start, spots.get(0));
    for (int i = 1; i < spots.size() && path.seconds() < seconds; i++) {
      double needed = path.here().distance(spots.get(i)) / metersPerSecond;
      double given = Math.min(needed, seconds - path.seconds());
      if (given > 0) {
        path.to(path.here().toward(spots.get(i), given / needed), given);
      }
      if (dice.chance(PAUSE_CHANCE)) {
        path.to(path.here(), Math.min(dice.between(5, 60), seconds - path.seconds()));
      }
    }
    path.to(path.here(), seconds - path.seconds());
    return path.build();
  }

  /** Along streets for at least so many metres, back only where a street ends. */
  private List<Spot> route(Dice dice, double meters) {
    Pavement pavement = new Pavement(frame, dice.chance(0.5));
    StreetGraph.Edge way =
        dice.pick(dice.chance(SEEKS_BUSY_CHANCE) && !busy.isEmpty() ? busy : edges);
    boolean forward = dice.chance(0.5);
    pavement.along(way, forward);
    for (double gone = length(way); gone < 1.1 * meters; gone += length(way)) {
      int node = forward ? way.to() : way.from();
      way = next(dice, ways.get(node), way);
      forward = way.from() == node;
      pavement.along(way, forward);
    }
    return pavement.spots();
  }

  private StreetGraph.Edge next(Dice dice, List<StreetGraph.Edge> ways, StreetGraph.Edge came) {
    List<StreetGraph.Edge> others = ways.stream().filter(way -> !way.equals(came)).toList();
    List<StreetGraph.Edge> lively = others.stream().filter(isBusy::contains).toList();
    if (!lively.isEmpty() && dice.chance(SEEKS_BUSY_CHANCE)) {
      return dice.pick(lively);
    }
    return others.isEmpty() ? came : dice.pick(others);
  }

  private double length(StreetGraph.Edge edge) {
    double meters = 0;
    for (int i = 1; i < edge.line().size(); i++) {
      meters += frame.spot(edge.line().get(i - 1)).distance(frame.spot(edge.line().get(i)));
    }
    return meters;
  }
}
