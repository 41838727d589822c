package org.wangge.visit;

/**
 * How many of those who were due somewhere within a span have been seen in it: n of N.
 *
 * @param grid code of the grid
 * @param unitId of which building unit; empty for the whole grid
 * @param building what its building is called; empty for the whole grid
 * @param due N: doors that had to be seen by the end of the span
 * @param seen n: those of them at which somebody was met within it
 * @param settled those of them where nobody could be met: refused, or moved
 * @param tried those of them where somebody went, and nobody was home
 */
public record Coverage(
    String grid, String unitId, String building, int due, int seen, int settled, int tried) {

  /** Both together, told as of this place. */
  public Coverage and(Coverage other) {
    return new Coverage(
        grid,
        unitId,
        building,
        due + other.due,
        seen + other.seen,
        settled + other.settled,
        tried + other.tried);
  }

  /** The same as of its whole grid. */
  public Coverage ofGrid() {
    return new Coverage(grid, "", "", due, seen, settled, tried);
  }

  /** Nothing, nowhere. */
  public static Coverage none() {
    return new Coverage("", "", "", 0, 0, 0, 0);
  }
}
