package org.wangge.plan.balance;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pcollections.OrderedPMap;

/** The grids of a plan with their figures. Immutable. */
public final class Balance {
  private final int version;
  private final OrderedPMap<String, GridBalance> grids;
  private final Tally tally;

  private Balance(int version, OrderedPMap<String, GridBalance> grids, Tally tally) {
    this.version = version;
    this.grids = grids;
    this.tally = tally;
  }

  /** A balance of these grids. */
  static Balance of(int version, List<GridBalance> grids) {
    Map<String, GridBalance> byFace = new LinkedHashMap<>();
    grids.forEach(grid -> byFace.put(grid.face(), grid));
    return new Balance(version, OrderedPMap.from(byFace), Tally.of(grids));
  }

  /**
   * The same after a change.
   *
   * @param gone ids of faces that are no more
   * @param other grids that are new or other than before
   */
  Balance after(int nextVersion, Collection<String> gone, List<GridBalance> other) {
    Set<String> leaves = new HashSet<>(gone);
    other.forEach(grid -> leaves.add(grid.face()));
    OrderedPMap<String, GridBalance> next = grids;
    Tally sum = tally;
    for (String face : leaves) {
      GridBalance was = grids.get(face);
      if (was != null) {
        sum = sum.minus(was);
        next = next.minus(face);
      }
    }
    for (GridBalance grid : other) {
      sum = sum.plus(grid);
      next = next.plus(grid.face(), grid);
    }
    return new Balance(nextVersion, next, sum);
  }

  /** The version of the plan. */
  public int version() {
    return version;
  }

  /** In the order of new numbers, those of the last change perhaps at the end. */
  public List<GridBalance> grids() {
    return List.copyOf(grids.values());
  }

  /** The grid of a face; empty where there is none. */
  public Optional<GridBalance> find(String face) {
    return Optional.ofNullable(grids.get(face));
  }

  /**
   * All grids together.
   *
   * @param grids how many
   * @param staff people in charge, each once however many grids they have
   * @param squareMeters each grid's area in whole square metres, added up
   * @param problems how many grids something is wrong with
   */
  public record Totals(
      int grids,
      int households,
      int population,
      int buildings,
      int staff,
      int cameras,
      long squareMeters,
      int problems) {}

  /**
   * How differently large the grids are, in households.
   *
   * @param least of the smallest
   * @param most of the largest
   * @param mean of all
   * @param deviation standard deviation from it, of all and not of a sample
   */
  public record Spread(int least, int most, double mean, double deviation) {}

  /** All grids together. */
  public Totals totals() {
    return new Totals(
        tally.grids(),
        tally.households(),
        tally.population(),
        tally.buildings(),
        tally.staff().size(),
        tally.cameras(),
        tally.squareMeters(),
        tally.problems());
  }

  /** How differently large they are; empty without any grid. */
  public Optional<Spread> spread() {
    int[] homes =
        grids.values().stream().mapToInt(grid -> grid.area().households()).sorted().toArray();
    if (homes.length == 0) {
      return Optional.empty();
    }
    double mean = Arrays.stream(homes).average().orElse(0);
    double square =
        Arrays.stream(homes).mapToDouble(one -> (one - mean) * (one - mean)).average().orElse(0);
    return Optional.of(new Spread(homes[0], homes[homes.length - 1], mean, Math.sqrt(square)));
  }
}
