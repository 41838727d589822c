package org.wangge.plan.balance;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.wangge.grid.InCharge;

/**
 * The grids of a plan with their figures.
 *
 * @param version of the plan
 * @param grids in the order of new numbers, those of the last change perhaps at the end
 */
public record Balance(int version, List<GridBalance> grids) {

  public Balance {
    grids = List.copyOf(grids);
  }

  /**
   * All grids together.
   *
   * @param grids how many
   * @param staff people in charge, each once however many grids they have
   * @param problems how many grids something is wrong with
   */
  public record Totals(
      int grids,
      int households,
      int population,
      int buildings,
      int staff,
      int cameras,
      double squareMeters,
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
        grids.size(),
        sum(grid -> grid.area().households()),
        sum(grid -> grid.area().population()),
        sum(grid -> grid.ground().buildings()),
        (int)
            grids.stream()
                .flatMap(grid -> grid.area().inCharge().stream())
                .map(InCharge::staffCode)
                .distinct()
                .count(),
        sum(grid -> grid.ground().cameras()),
        grids.stream().mapToDouble(grid -> grid.ground().squareMeters()).sum(),
        sum(grid -> grid.problems().isEmpty() ? 0 : 1));
  }

  private int sum(ToIntFunction<GridBalance> figure) {
    return grids.stream().mapToInt(figure).sum();
  }

  /** How differently large they are; empty without any grid. */
  public Optional<Spread> spread() {
    int[] homes = grids.stream().mapToInt(grid -> grid.area().households()).sorted().toArray();
    if (homes.length == 0) {
      return Optional.empty();
    }
    double mean = Arrays.stream(homes).average().orElse(0);
    double square =
        Arrays.stream(homes).mapToDouble(one -> (one - mean) * (one - mean)).average().orElse(0);
    return Optional.of(new Spread(homes[0], homes[homes.length - 1], mean, Math.sqrt(square)));
  }
}
