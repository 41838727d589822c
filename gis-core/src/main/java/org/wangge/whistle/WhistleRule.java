package org.wangge.whistle;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.wangge.clock.Limit;
import org.wangge.fault.Invalid;
import org.wangge.grid.Duty;

/**
 * How a level is called.
 *
 * @param level which
 * @param version counts its changes, from 1
 * @param wanted what it says
 * @param since from when on
 */
public record WhistleRule(WhistleLevel level, int version, Wanted wanted, Instant since) {

  /**
   * What a rule says.
   *
   * @param answer within which somebody of the level has to say that they come
   * @param arrival within which somebody who has said so has to be there
   * @param duties as what people are in charge of the grid, of the micro-grid at the place, and of
   *     the areas above, who are called
   * @param departments whether departments are called too: those that are there for the category of
   *     the incident, or all where none is
   */
  public record Wanted(Limit answer, Limit arrival, Set<Duty> duties, boolean departments) {

    /**
     * @throws Invalid with code {@code whistle-nobody} where nobody would be called
     */
    public Wanted {
      duties = Set.copyOf(duties);
      if (duties.isEmpty() && !departments) {
        throw new Invalid("duties", "whistle-nobody");
      }
    }

    /** The duties in the order in which {@link Duty} has them. */
    public List<Duty> ordered() {
      Set<Duty> ordered = EnumSet.noneOf(Duty.class);
      ordered.addAll(duties);
      return List.copyOf(ordered);
    }
  }

  /** The next version of it. */
  WhistleRule with(Wanted other, Instant now) {
    return new WhistleRule(level, version + 1, other, now);
  }
}
