package org.wangge.place;

import org.wangge.geo.LatticePoint;

/**
 * A door that somebody can go to, as it stands: of a household, of a building unit, or of a
 * business.
 *
 * @param kind whose
 * @param grid code of the grid that holds its building
 * @param buildingId of which building
 * @param unitId of which building unit; of a business its building
 * @param placeId of the household; of a building unit and of a business its own
 * @param building as people call it
 * @param door as on the door; of a business empty
 * @param at where it is entered
 */
public record Door(
    Kind kind,
    String grid,
    String buildingId,
    String unitId,
    String placeId,
    String building,
    String door,
    LatticePoint at)
    implements Comparable<Door> {

  /** Whose a door can be. */
  public enum Kind {
    /** 户 */
    HOUSEHOLD,
    /** 楼道、单元 */
    UNIT,
    /** 商户、企业 */
    BUSINESS
  }

  /** As one walks: grid by grid, building by building, stairwell by stairwell, door by door. */
  @Override
  public int compareTo(Door other) {
    int order = grid.compareTo(other.grid);
    order = order != 0 ? order : buildingId.compareTo(other.buildingId);
    order = order != 0 ? order : unitId.compareTo(other.unitId);
    return order != 0 ? order : placeId.compareTo(other.placeId);
  }
}
