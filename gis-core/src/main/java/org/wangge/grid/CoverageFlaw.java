package org.wangge.grid;

import java.util.List;
import org.wangge.geo.LatticePoint;
import org.wangge.word.Word;

/**
 * A place where areas of one level do not cover the ground exactly once.
 *
 * @param kind what is wrong there
 * @param squareMeters size on the ground; 0 where it is thinner than the lattice can hold
 * @param widthMeters how far apart the two areas of a {@link Kind#NARROW_GAP} are, else 0
 * @param at a point of it
 * @param codes the areas involved, at most {@value #MAX_CODES}
 */
public record CoverageFlaw(
    Kind kind, double squareMeters, double widthMeters, LatticePoint at, List<String> codes) {
  /** How many areas one flaw names. */
  public static final int MAX_CODES = 12;

  /** What can be wrong. */
  public enum Kind implements Word {
    /** Two areas hold the same ground. */
    OVERLAP,
    /** Ground that no area holds, though areas or their parent's outline lie all round it. */
    GAP,
    /** Two neighbours that nearly touch, with nothing in between. */
    NARROW_GAP,
    /** Part of an area beyond the outline of the one above it. */
    OUTSIDE_PARENT;
  }

  public CoverageFlaw {
    codes = List.copyOf(codes.size() > MAX_CODES ? codes.subList(0, MAX_CODES) : codes);
  }
}
