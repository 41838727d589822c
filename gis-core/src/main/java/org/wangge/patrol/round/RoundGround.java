package org.wangge.patrol.round;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.geo.AsOf;
import org.wangge.grid.Area;
import org.wangge.grid.AreaKey;
import org.wangge.grid.GridStore;
import org.wangge.place.PlaceKind;
import org.wangge.place.PlaceQuery;
import org.wangge.place.PlaceStore;
import org.wangge.place.StandingPlace;
import org.wangge.place.Street;

/**
 * What lay where when patrols began: grids as they were valid then and as it was known when the
 * patrol ended, so that a redraw changes nothing of the past; as it is known now where nothing was
 * known of the grid then. Thread-safe.
 */
public final class RoundGround {
  private final GridStore grids;
  private final PlaceStore places;

  public RoundGround(GridStore grids, PlaceStore places) {
    this.grids = grids;
    this.places = places;
  }

  /** Reads within a transaction, and remembers what it has read. */
  Reading reading(Tx tx) {
    return new Reading(tx);
  }

  /** Of one transaction. */
  final class Reading {
    private final Tx tx;
    private final Map<String, Optional<GridGround>> known = new HashMap<>();
    private final Map<String, List<Street>> streets = new HashMap<>();

    private Reading(Tx tx) {
      this.tx = tx;
    }

    /** Those grids of a patrol that were there, with the streets asked for. */
    List<RunComparison.Ground> of(DueRun run, Instant now) {
      AsOf asOf = new AsOf(run.from(), run.to().isBefore(now) ? run.to() : now);
      List<RunComparison.Ground> grounds = new ArrayList<>();
      for (String code : run.plan().terms().gridCodes()) {
        String key = code + asOf;
        known
            .computeIfAbsent(key, any -> read(code, asOf).or(() -> read(code, laterKnown(asOf))))
            .ifPresent(
                grid ->
                    grounds.add(
                        new RunComparison.Ground(
                            grid,
                            wanted(
                                run.plan().terms(),
                                streets.computeIfAbsent(key, any -> streets(grid, run.from()))))));
      }
      return grounds;
    }

    /** Grids that were put on record after the patrol were not known before. */
    private AsOf laterKnown(AsOf asOf) {
      return new AsOf(asOf.at(), tx.now());
    }

    private Optional<GridGround> read(String code, AsOf asOf) {
      return grids
          .find(tx, Caller.upkeep(), AreaKey.tree(code), asOf)
          .flatMap(Area::shape)
          .map(shape -> new GridGround(code, shape));
    }

    private List<Street> streets(GridGround grid, Instant at) {
      PlaceQuery query =
          new PlaceQuery(PlaceKind.STREETS, at, grid.box(), null, null, "", Integer.MAX_VALUE);
      return places.list(tx, Caller.upkeep(), query).stream()
          .map(StandingPlace::place)
          .filter(Street.class::isInstance)
          .map(Street.class::cast)
          .toList();
    }
  }

  private static List<Street> wanted(PatrolTerms terms, List<Street> streets) {
    return terms.streetIds().isEmpty()
        ? streets
        : streets.stream().filter(street -> terms.streetIds().contains(street.id())).toList();
  }
}
