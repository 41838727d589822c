package org.wangge.place;

import org.wangge.geo.LatticePoint;

/**
 * Some thirty households who have one head between them: those behind one entrance of a building
 * (单元、楼道), or of several small buildings.
 *
 * @param id stable
 * @param buildingId its building; of several small ones that share a unit, one of them
 * @param label as on the door, such as 1单元
 * @param households how many live there
 * @param headCode staff code of the unit's head (楼道长); empty where there is none
 * @param informationOfficerCode staff code of the information officer (信息员); empty where there is
 *     none
 * @param supportOfficerCode staff code of the support officer (帮扶员); empty where there is none
 * @param entrance where it is entered
 */
public record BuildingUnit(
    String id,
    String buildingId,
    String label,
    int households,
    String headCode,
    String informationOfficerCode,
    String supportOfficerCode,
    LatticePoint entrance)
    implements Place {

  public BuildingUnit {
    if (households < 0) {
      throw new IllegalArgumentException("households are not negative: " + id);
    }
  }

  /** A unit nobody is in charge of. */
  public BuildingUnit(
      String id, String buildingId, String label, int households, LatticePoint entrance) {
    this(id, buildingId, label, households, "", "", "", entrance);
  }

  @Override
  public PlaceKind placeKind() {
    return PlaceKind.UNITS;
  }
}
