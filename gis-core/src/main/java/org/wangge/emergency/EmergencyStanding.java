package org.wangge.emergency;

/**
 * How things stand in a grid of an emergency, or stood when it ended.
 *
 * @param grid which, with its contact
 * @param asked how many people were asked
 * @param confirmed how many of them come
 * @param declined how many do not
 * @param doors households its task goes to; 0 without a task
 * @param done at how many of them it is done
 * @param incidents reported there since it was declared
 * @param open how many of them are not closed
 * @param whistles blown there since
 */
public record EmergencyStanding(
    EmergencyGrid grid,
    int asked,
    int confirmed,
    int declined,
    int doors,
    int done,
    int incidents,
    int open,
    int whistles) {

  /** Households the task has not been to. */
  public int left() {
    return doors - done;
  }
}
