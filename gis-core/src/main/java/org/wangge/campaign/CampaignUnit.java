package org.wangge.campaign;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;
import org.wangge.people.Masking;

/**
 * One of those a campaign goes to.
 *
 * @param number within its campaign, from 1: along the doors, grid by grid
 * @param spot where it is
 * @param version counts its answers: 0 before the first
 * @param answerOrNull what was answered last; null before
 * @param declaredOrNull what is to be verified there; null where nothing was declared
 */
public record CampaignUnit(
    int number,
    Spot spot,
    int version,
    @Nullable UnitAnswer answerOrNull,
    @Nullable Declared declaredOrNull) {

  /**
   * A door, or an entrance, as it was when the campaign began.
   *
   * @param grid code of the grid that held its building
   * @param buildingId of which building
   * @param unitId of which building unit
   * @param placeId of the household; of a building unit its own
   * @param building as people call it
   * @param door as on the door
   * @param at where the building is entered
   */
  public record Spot(
      String grid,
      String buildingId,
      String unitId,
      String placeId,
      String building,
      String door,
      LatticePoint at) {}

  /** What was answered last; empty before. */
  public Optional<UnitAnswer> answer() {
    return Optional.ofNullable(answerOrNull);
  }

  /** As whoever may read it who does not go there: without numbers of people. */
  CampaignUnit masked() {
    return new CampaignUnit(
        number,
        spot,
        version,
        answerOrNull == null ? null : answerOrNull.reading(Masking::numbersIn),
        declaredOrNull == null ? null : declaredOrNull.masked());
  }

  /** The same after one more answer. */
  CampaignUnit answered(UnitAnswer answer) {
    return new CampaignUnit(number, spot, version + 1, answer, declaredOrNull);
  }
}
