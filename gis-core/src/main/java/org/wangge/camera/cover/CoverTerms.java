package org.wangge.camera.cover;

/**
 * How coverage is counted.
 *
 * @param spacingMeters from one place that is asked to the next
 * @param houseMeters how far from the walls of a house the ground around it reaches; at least 1.5
 *     times the spacing, so that a wall with open ground before it has a place there
 * @param leastBlindSquareMeters smaller ground that nobody sees is no blind spot
 */
public record CoverTerms(double spacingMeters, double houseMeters, double leastBlindSquareMeters) {
  /** What is used where nothing else is said. */
  public static final CoverTerms USUAL = new CoverTerms(5, 8, 200);

  public CoverTerms {
    if (!(spacingMeters >= 0.5) || !(houseMeters >= 1.5 * spacingMeters)) {
      throw new IllegalArgumentException("too fine, or houses without ground around them");
    }
  }

  /** The same at another spacing. */
  public CoverTerms withSpacing(double meters) {
    return new CoverTerms(meters, houseMeters, leastBlindSquareMeters);
  }
}
