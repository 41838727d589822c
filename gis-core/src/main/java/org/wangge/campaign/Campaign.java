package org.wangge.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.Invalid;

/**
 * One checklist for everything of a kind in some areas. Immutable and pure.
 *
 * @param id given by the store, from 1; 0 before
 * @param version counts its changes, from 1; answers are none of them
 * @param plan what was meant
 * @param units how many there are to go to
 * @param opened by whom and when
 * @param endingOrNull that it is over; null while it lasts
 */
public record Campaign(
    long id, int version, Plan plan, int units, Deed opened, @Nullable Deed endingOrNull) {

  /**
   * What a campaign is to do.
   *
   * @param title what it is called
   * @param kind what it goes to one by one
   * @param areas codes of areas of the tree it goes over, each with all below it
   * @param from when it begins
   * @param until when it is to be done
   * @param checklist what is asked
   * @param generated whether it belongs to a demonstration
   */
  public record Plan(
      String title,
      UnitKind kind,
      List<String> areas,
      Instant from,
      Instant until,
      Checklist checklist,
      boolean generated) {
    /** Characters of the longest title. */
    public static final int LONGEST_TITLE = 120;

    /** So many areas can be named; a street is one. */
    public static final int MOST_AREAS = 200;

    /**
     * @throws Invalid with code {@code campaign-title}, {@code campaign-areas} or {@code
     *     campaign-period}
     */
    public Plan {
      areas = areas.stream().distinct().sorted().toList();
      if (title.isBlank() || title.length() > LONGEST_TITLE) {
        throw new Invalid("title", "campaign-title", Map.of("most", LONGEST_TITLE));
      }
      if (areas.isEmpty() || areas.size() > MOST_AREAS) {
        throw new Invalid("areas", "campaign-areas", Map.of("most", MOST_AREAS));
      }
      if (!until.isAfter(from)) {
        throw new Invalid("until", "campaign-period");
      }
    }
  }

  /**
   * That something was done.
   *
   * @param at when
   * @param account by whom
   */
  public record Deed(Instant at, String account) {}

  static Campaign open(Plan plan, int units, Deed opened) {
    return new Campaign(0, 1, plan, units, opened, null);
  }

  public boolean isOpen() {
    return endingOrNull == null;
  }

  Campaign ended(Deed ending) {
    return new Campaign(id, version + 1, plan, units, opened, ending);
  }
}
