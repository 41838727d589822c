package org.wangge.plan.balance;

/**
 * What an outline holds and how it runs: all that follows from the outline and the ground alone, so
 * that it need not be counted again while the outline stays the same.
 *
 * @param buildings how many stand in it, each counted where its middle is
 * @param housed resident households of these
 * @param cameras how many stand in it
 * @param squareMeters its ground
 * @param perimeterMeters its borders, those of holes included
 * @param onStreets share of the borders that runs along streets, from 0 to 1
 * @param cutBuildings how many buildings its borders run through
 */
public record GroundFigures(
    int buildings,
    int housed,
    int cameras,
    double squareMeters,
    double perimeterMeters,
    double onStreets,
    int cutBuildings) {

  /**
   * How compact the outline is, from 0 to 1 for a circle: 4π·area / perimeter² (D. D. Polsby and R.
   * D. Popper, "The Third Criterion", Yale Law and Policy Review 9, 1991).
   */
  public double compactness() {
    return perimeterMeters == 0
        ? 0
        : 4 * Math.PI * squareMeters / (perimeterMeters * perimeterMeters);
  }
}
