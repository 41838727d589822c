package org.wangge.campaign;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.word.Word;

/**
 * Which units of a campaign somebody asks for; what is null does not narrow.
 *
 * @param areaOrNull code of an area of the tree that they lie in
 * @param unitOrNull id of their building unit
 * @param stateOrNull how far they are
 * @param after only those of a larger number, for paging
 * @param limit at most so many
 */
public record UnitQuery(
    @Nullable String areaOrNull,
    @Nullable String unitOrNull,
    @Nullable State stateOrNull,
    int after,
    int limit) {

  /** How far a unit is. */
  public enum State implements Word {
    /** Nobody has answered. */
    OPEN,
    ANSWERED,
    /** Answered, and a hazard was found. */
    HAZARDOUS;

    public static Optional<State> find(String word) {
      return Word.find(State.class, word);
    }
  }

  /** All of a campaign. */
  public static UnitQuery all() {
    return new UnitQuery(null, null, null, 0, Integer.MAX_VALUE);
  }
}
