package org.wangge.patrol.round;

/**
 * How many patrols of a person, or of a grid, went how. Numerator and denominator of every share
 * stand in it; what cannot be told counts neither as done nor as due.
 *
 * @param code of the person or the grid
 * @param due how many were due and are over
 * @param done of these
 * @param partly of these
 * @param missed of these
 * @param unknown of these, where nobody can tell
 * @param seconds in grids, in all
 * @param streetMeters asked for, in all
 * @param walkedStreetMeters of these
 */
public record RunTally(
    String code,
    int due,
    int done,
    int partly,
    int missed,
    int unknown,
    long seconds,
    double streetMeters,
    double walkedStreetMeters) {

  /** What the share of those done is a share of. */
  public int judged() {
    return due - unknown;
  }

  /** Nothing, of nobody and nowhere. */
  public static RunTally none(String code) {
    return new RunTally(code, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /** Both together, under the code of this one. */
  public RunTally and(RunTally other) {
    return new RunTally(
        code,
        due + other.due,
        done + other.done,
        partly + other.partly,
        missed + other.missed,
        unknown + other.unknown,
        seconds + other.seconds,
        streetMeters + other.streetMeters,
        walkedStreetMeters + other.walkedStreetMeters);
  }
}
