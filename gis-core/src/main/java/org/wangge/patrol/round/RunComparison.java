package org.wangge.patrol.round;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wangge.patrol.Fix;
import org.wangge.place.Street;

/**
 * Holds a patrol that was due against what phones say of where its person went
 * (docs/decisions/048-patrols.md). Pure.
 */
public final class RunComparison {
  /** Whoever is back so soon was not away: phones waver at borders. */
  static final Duration SAME_PASS = Duration.ofMinutes(1);

  private RunComparison() {}

  /**
   * The ground of a patrol as it was when it began.
   *
   * @param grid one that is to be walked
   * @param streets those to be walked that touch it
   */
  public record Ground(GridGround grid, List<Street> streets) {
    public Ground {
      streets = List.copyOf(streets);
    }
  }

  /**
   * How a patrol went.
   *
   * @param result as a word
   * @param grids one by one
   * @param walked when somebody was in any of the grids
   * @param silences when their phone said nothing, between two times when it did
   * @param heard how long it is known where they were
   * @param fixes how many fixes there are
   * @param meters how far they went, wherever
   */
  public record Outcome(
      RunResult result,
      List<GridWalk> grids,
      List<Span> walked,
      List<Span> silences,
      Duration heard,
      int fixes,
      double meters) {
    public Outcome {
      grids = List.copyOf(grids);
      walked = List.copyOf(walked);
      silences = List.copyOf(silences);
    }

    /** How long the phone said nothing, in all. */
    public Duration silent() {
      return silences.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }
  }

  /**
   * All that can be told, for a sheet.
   *
   * @param outcome what is kept
   * @param passes when somebody was in each grid, by code
   * @param streets walked and not, grid by grid, by code
   */
  public record Compared(
      Outcome outcome, Map<String, List<Span>> passes, Map<String, List<StreetPart>> streets) {}

  /**
   * Compares.
   *
   * @param grounds of grids that were there when it began
   * @param fixes of the person, each later than the one before; those beyond its times by {@link
   *     KnownWay#MARGIN} tell of silences
   * @param now decides between what is going on and what is over
   */
  public static Compared compare(DueRun run, List<Ground> grounds, List<Fix> fixes, Instant now) {
    KnownWay way = KnownWay.of(fixes, run.spans());
    PatrolTerms.Wanted wanted = run.plan().terms().wanted();
    List<GridWalk> walks = new ArrayList<>();
    Map<String, List<StreetPart>> streets = new TreeMap<>();
    List<Span> anywhere = new ArrayList<>();
    Map<String, List<Span>> passes = new TreeMap<>();
    for (Ground ground : grounds) {
      List<Span> within = new ArrayList<>();
      double meters = 0;
      for (KnownWay.Leg leg : way.legs()) {
        meters += walk(ground.grid(), leg, within);
      }
      StreetCover cover = new StreetCover(ground.grid(), way.legs(), wanted.nearMeters());
      List<StreetPart> parts =
          ground.streets().stream().flatMap(street -> cover.of(street).stream()).toList();
      streets.put(ground.grid().code(), parts);
      anywhere.addAll(within);
      passes.put(ground.grid().code(), passes(within));
      walks.add(gridWalk(wanted, ground.grid().code(), within, meters, parts));
    }
    Outcome outcome =
        new Outcome(
            result(run, walks, way, now),
            walks,
            joined(anywhere),
            way.silences(),
            way.heard(),
            way.fixes(),
            way.meters());
    return new Compared(outcome, passes, streets);
  }

  /** Adds when a leg was in a grid; how far it went there. */
  private static double walk(GridGround grid, KnownWay.Leg leg, List<Span> within) {
    double meters = 0;
    for (GridGround.Part part : grid.partsOf(leg.from().location(), leg.to().location())) {
      Optional<Span> time = leg.timeOf(part);
      if (time.isPresent()) {
        within.add(time.get());
        meters += leg.meters() * (leg.share(time.get().to()) - leg.share(time.get().from()));
      }
    }
    return meters;
  }

  private static GridWalk gridWalk(
      PatrolTerms.Wanted wanted,
      String code,
      List<Span> within,
      double meters,
      List<StreetPart> parts) {
    List<Span> passes = passes(within);
    Duration time = within.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    double streets = parts.stream().mapToDouble(StreetPart::meters).sum();
    double walked = parts.stream().filter(StreetPart::walked).mapToDouble(StreetPart::meters).sum();
    return new GridWalk(
        code,
        passes.isEmpty() ? null : passes.get(0).from(),
        passes.isEmpty() ? null : passes.get(passes.size() - 1).to(),
        passes.size(),
        time,
        meters,
        streets,
        walked,
        GridWalk.lacking(wanted, !passes.isEmpty(), time, streets, walked));
  }

  /** Times in any order, as passes. */
  private static List<Span> joined(List<Span> times) {
    List<Span> ordered = new ArrayList<>(times);
    ordered.sort(Comparator.comparing(Span::from).thenComparing(Span::to));
    return passes(ordered);
  }

  private static List<Span> passes(List<Span> within) {
    List<Span> passes = new ArrayList<>();
    for (Span one : within) {
      int last = passes.size() - 1;
      if (last >= 0
          && Duration.between(passes.get(last).to(), one.from()).compareTo(SAME_PASS) <= 0) {
        Instant end = passes.get(last).to();
        passes.set(last, new Span(passes.get(last).from(), end.isAfter(one.to()) ? end : one.to()));
      } else {
        passes.add(one);
      }
    }
    return List.copyOf(passes);
  }

  private static RunResult result(DueRun run, List<GridWalk> walks, KnownWay way, Instant now) {
    Duration lacking = walks.stream().map(GridWalk::lacking).reduce(Duration.ZERO, Duration::plus);
    if (now.isBefore(run.from())) {
      return RunResult.DUE;
    }
    if (lacking.isZero()) {
      return RunResult.DONE;
    }
    if (now.isBefore(run.to())) {
      return RunResult.RUNNING;
    }
    if (way.silent().compareTo(lacking) >= 0) {
      return RunResult.UNKNOWN;
    }
    return walks.stream().anyMatch(one -> one.passes() > 0) ? RunResult.PARTLY : RunResult.MISSED;
  }
}
