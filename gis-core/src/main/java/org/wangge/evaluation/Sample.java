package org.wangge.evaluation;

import java.time.Instant;
import java.util.Map;
import org.wangge.fault.Invalid;

/**
 * Closed incidents drawn by lot, to be looked at and their reporters called (抽查回访). Never changed
 * once it is drawn. Immutable.
 *
 * @param id given by the store; 0 before
 * @param frame from which incidents
 * @param seed from which the lot was made
 * @param wanted how many were asked for
 * @param population how many there were to draw from
 * @param drawnAt when, and as of when the incidents were read
 * @param account by whom
 */
public record Sample(
    long id,
    SampleFrame frame,
    String seed,
    int wanted,
    int population,
    Instant drawnAt,
    String account) {
  /** Samples are no larger than this. */
  public static final int MOST = 200;

  private static final String SEED = "[0-9A-Za-z-]{1,40}";

  /**
   * @throws Invalid with code {@code sample-size}, {@code sample-seed}, or {@code sample-empty}
   *     where there is nothing to draw from
   */
  public Sample {
    if (wanted < 1 || wanted > MOST) {
      throw new Invalid("size", "sample-size", Map.of("most", MOST));
    }
    if (!seed.matches(SEED)) {
      throw new Invalid("seed", "sample-seed");
    }
    if (population < 1) {
      throw new Invalid("to", "sample-empty");
    }
  }

  /** How many were drawn. */
  public int size() {
    return Math.min(wanted, population);
  }
}
