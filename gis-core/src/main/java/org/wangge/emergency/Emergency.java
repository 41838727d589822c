package org.wangge.emergency;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;
import org.wangge.fault.Invalid;

/**
 * An emergency in some grids, from its declaration to its end. Immutable and pure.
 *
 * @param id given by the store, from 1; 0 before
 * @param version counts its changes, from 1; answers of people are none of them
 * @param plan what was meant
 * @param grids where it is, in the order of their codes
 * @param campaignOrNull id of the campaign that takes its task to every household; null for none
 * @param declared by whom and when
 * @param endingOrNull that it is over; null while it lasts
 */
public record Emergency(
    long id,
    int version,
    Plan plan,
    List<EmergencyGrid> grids,
    @Nullable Long campaignOrNull,
    Deed declared,
    @Nullable Deed endingOrNull) {

  public Emergency {
    grids = List.copyOf(grids);
  }

  /**
   * What an emergency is to be.
   *
   * @param title what it is called, shown to everybody on the cards of its grids
   * @param areas codes of areas of the tree; each with all grids below it
   * @param householdsPerPerson one person is needed for so many households
   * @param contact whom to call in each of its grids
   * @param taskOrNull what is to be done at every household; null for nothing
   * @param urgentCategories codes of categories whose reports from its grids are urgent while it
   *     lasts
   * @param generated whether it belongs to a demonstration
   */
  public record Plan(
      String title,
      List<String> areas,
      int householdsPerPerson,
      EmergencyContact contact,
      @Nullable EmergencyTask taskOrNull,
      List<String> urgentCategories,
      boolean generated) {
    /** Characters of the longest title. */
    public static final int LONGEST_TITLE = 60;

    /** So many areas can be named; a street is one. */
    public static final int MOST_AREAS = 200;

    /** So many categories can be named. */
    public static final int MOST_CATEGORIES = 60;

    /** Fewer households than these need no person of their own. */
    public static final int LEAST_HOUSEHOLDS = 5;

    /** More households than these no person can look after. */
    public static final int MOST_HOUSEHOLDS = 2_000;

    /**
     * @throws Invalid with code {@code emergency-title}, {@code emergency-areas}, {@code
     *     emergency-categories} or {@code emergency-rule}
     */
    public Plan {
      areas = areas.stream().distinct().sorted().toList();
      urgentCategories = urgentCategories.stream().distinct().sorted().toList();
      if (urgentCategories.size() > MOST_CATEGORIES) {
        throw new Invalid(
            "urgentCategories", "emergency-categories", Map.of("most", MOST_CATEGORIES));
      }
      if (title.isBlank() || title.length() > LONGEST_TITLE) {
        throw new Invalid("title", "emergency-title", Map.of("most", LONGEST_TITLE));
      }
      if (areas.isEmpty() || areas.size() > MOST_AREAS) {
        throw new Invalid("areas", "emergency-areas", Map.of("most", MOST_AREAS));
      }
      if (householdsPerPerson < LEAST_HOUSEHOLDS || householdsPerPerson > MOST_HOUSEHOLDS) {
        throw new Invalid(
            "householdsPerPerson",
            "emergency-rule",
            Map.of("least", LEAST_HOUSEHOLDS, "most", MOST_HOUSEHOLDS));
      }
    }

    /**
     * How many people a grid takes: one for each beginning share of its households, at least one.
     */
    public int needed(int households) {
      return Math.max(1, (households + householdsPerPerson - 1) / householdsPerPerson);
    }

    public Optional<EmergencyTask> task() {
      return Optional.ofNullable(taskOrNull);
    }
  }

  /**
   * That something was done.
   *
   * @param at when
   * @param account by whom
   */
  public record Deed(Instant at, String account) {}

  static Emergency declare(Plan plan, List<EmergencyGrid> grids, Deed declared) {
    return new Emergency(0, 1, plan, grids, null, declared, null);
  }

  public boolean isLasting() {
    return endingOrNull == null;
  }

  public Optional<Long> campaign() {
    return Optional.ofNullable(campaignOrNull);
  }

  public Optional<Deed> ending() {
    return Optional.ofNullable(endingOrNull);
  }

  /** The grid of a code; empty where it is none of these. */
  public Optional<EmergencyGrid> grid(String code) {
    return grids.stream().filter(one -> one.code().equals(code)).findFirst();
  }

  public List<String> gridCodes() {
    return grids.stream().map(EmergencyGrid::code).toList();
  }

  /** The same with the grids of a scope alone. */
  public Emergency within(AreaScope scope) {
    return new Emergency(
        id,
        version,
        plan,
        grids.stream().filter(one -> scope.covers(one.code())).toList(),
        campaignOrNull,
        declared,
        endingOrNull);
  }

  Emergency ended(Deed ending) {
    return new Emergency(id, version + 1, plan, grids, campaignOrNull, declared, ending);
  }

  Emergency calling(String grid, EmergencyContact contact) {
    return new Emergency(
        id,
        version + 1,
        plan,
        grids.stream().map(one -> one.code().equals(grid) ? one.with(contact) : one).toList(),
        campaignOrNull,
        declared,
        endingOrNull);
  }

  /** The same with the campaign of its task. */
  public Emergency carriedBy(long campaign) {
    return new Emergency(id, version, plan, grids, campaign, declared, endingOrNull);
  }
}
