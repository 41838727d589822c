package org.wangge.campaign;

/**
 * How far a campaign has come somewhere: n of N.
 *
 * @param grid code of the grid
 * @param unitId of which building unit; empty for the whole grid
 * @param building what its building is called; empty for the whole grid
 * @param all how many there are to go to
 * @param answered of how many there is an answer
 * @param hazardous at how many of these a hazard was found
 */
public record Tally(
    String grid, String unitId, String building, int all, int answered, int hazardous) {

  /** Whether another is told of the same place. */
  public boolean isBeside(Tally other) {
    return grid.equals(other.grid) && unitId.equals(other.unitId);
  }

  /** Both together, told as of this place. */
  public Tally and(Tally other) {
    return new Tally(
        grid,
        unitId,
        building,
        all + other.all,
        answered + other.answered,
        hazardous + other.hazardous);
  }

  /** The same as of its whole grid. */
  public Tally ofGrid() {
    return new Tally(grid, "", "", all, answered, hazardous);
  }
}
