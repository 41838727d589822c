package org.wangge.server.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.figure.Period;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Partition;
import org.wangge.patrol.round.RoundRegister;
import org.wangge.patrol.round.RunQuery;
import org.wangge.patrol.round.RunTally;
import org.wangge.patrol.round.Span;
import org.wangge.visit.Coverage;
import org.wangge.visit.VisitCount;

/**
 * 巡查走访: what was patrolled and whom was called on in a period, area by area, as far as the caller
 * may know it. Beside the figures of incidents, which are sums over incidents. Thread-safe.
 */
final class Fieldwork {
  private final RoundRegister patrols;
  private final VisitCount visits;
  private final Supplier<AreaAtlas> atlas;

  Fieldwork(RoundRegister patrols, VisitCount visits, Supplier<AreaAtlas> atlas) {
    this.patrols = patrols;
    this.visits = visits;
    this.atlas = atlas;
  }

  /**
   * What was done in an area.
   *
   * @param patrolsOrNull null where the caller may not know of patrols
   * @param visitsOrNull null where the caller may not know of visits
   */
  record Work(@Nullable RunTally patrolsOrNull, @Nullable Coverage visitsOrNull) {
    Optional<RunTally> patrols() {
      return Optional.ofNullable(patrolsOrNull);
    }

    Optional<Coverage> visits() {
      return Optional.ofNullable(visitsOrNull);
    }

    private boolean isNothing() {
      return patrols().filter(one -> one.due() > 0).isEmpty()
          && visits().filter(one -> one.due() > 0).isEmpty();
    }
  }

  /** What was done below an area. */
  record Row(Area area, Work work) {}

  /**
   * What was done in all, and in each area below.
   *
   * @param rows those in which something was due, in the order of their codes
   */
  record Table(Work total, List<Row> rows) {}

  /**
   * What was done in all, and in each of some areas.
   *
   * @param areas by their codes; those in which nothing was due as well
   */
  record Shares(Work total, Map<String, Work> areas) {
    static final Shares NONE = new Shares(new Work(null, null), Map.of());

    Shares {
      areas = Map.copyOf(areas);
    }
  }

  /**
   * Of a period, below an area.
   *
   * @param areaOrNull code of an area of the tree; null for everywhere
   */
  Table of(Caller caller, @Nullable String areaOrNull, Period.Span span) {
    List<Area> below = below(areaOrNull);
    Shares shares = of(caller, areaOrNull, span, below.stream().map(Area::code).toList());
    List<Row> rows = new ArrayList<>();
    for (Area area : below) {
      Work work = Objects.requireNonNull(shares.areas().get(area.code()));
      if (!work.isNothing()) {
        rows.add(new Row(area, work));
      }
    }
    return new Table(shares.total(), rows);
  }

  /**
   * Of a period, in an area and in some areas of it.
   *
   * @param areaOrNull code of an area of the tree; null for everywhere
   * @param codes of areas of the tree
   */
  Shares of(
      Caller caller, @Nullable String areaOrNull, Period.Span span, Collection<String> codes) {
    boolean knowsPatrols = caller.has(Right.READ_PATROLS);
    boolean knowsVisits = caller.has(Right.READ_VISITS);
    List<RunTally> walked = walked(caller, areaOrNull, span);
    List<Coverage> seen = seen(caller, areaOrNull, span);
    Function<String, Work> workOf =
        code ->
            new Work(
                knowsPatrols ? sumOf(code, walked) : null,
                knowsVisits ? coverageOf(code, seen) : null);
    return new Shares(
        workOf.apply(""), codes.stream().distinct().collect(Collectors.toMap(it -> it, workOf)));
  }

  private List<RunTally> walked(Caller caller, @Nullable String area, Period.Span span) {
    return caller.has(Right.READ_PATROLS)
        ? patrols.tallies(
            caller, new RunQuery(new Span(span.from(), span.asOf()), null, null, area), true)
        : List.of();
  }

  private List<Coverage> seen(Caller caller, @Nullable String area, Period.Span span) {
    return caller.has(Right.READ_VISITS)
        ? VisitCount.byGrid(visits.coverage(caller, area, null, span.from(), span.to()))
        : List.of();
  }

  private List<Area> below(@Nullable String area) {
    AreaAtlas now = atlas.get();
    return area == null
        ? now.roots(Partition.TREE)
        : now.children(new AreaKey(Partition.TREE, area));
  }

  private static RunTally sumOf(String area, List<RunTally> grids) {
    return grids.stream()
        .filter(one -> one.code().startsWith(area))
        .reduce(RunTally.none(area), RunTally::and);
  }

  private static Coverage coverageOf(String area, List<Coverage> grids) {
    return grids.stream()
        .filter(one -> one.grid().startsWith(area))
        .reduce(Coverage.none(), Coverage::and);
  }
}
