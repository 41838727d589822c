package org.wangge.emergency;

/**
 * A grid in an emergency, as it was when that was declared.
 *
 * @param code of the grid
 * @param name what it was called
 * @param households how many lived there
 * @param needed how many people it takes
 * @param contact whom to call
 */
public record EmergencyGrid(
    String code, String name, int households, int needed, EmergencyContact contact) {

  EmergencyGrid with(EmergencyContact other) {
    return new EmergencyGrid(code, name, households, needed, other);
  }
}
