package org.wangge.grid;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.fault.Conflict;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;

/** What may be done to an area, by whom. Pure. */
public final class AreaRules {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_REASON = 500;

  private AreaRules() {}

  /**
   * Judges an area that is to be added.
   *
   * @param parent the area its parent code names, as valid when the new one begins
   * @throws Forbidden when the caller may not draw areas there
   * @throws Invalid with the field and the rule that is broken
   */
  public static Area add(Caller caller, CodeScheme scheme, Area candidate, Optional<Area> parent) {
    requirePlanner(caller, candidate);
    scheme.check("code", candidate.level(), candidate.code());
    checkParent(candidate, parent);
    checkWords(candidate);
    checkCounts(candidate);
    return candidate.edit().version(1).build();
  }

  /**
   * Judges a new state of an area and gives it the next version.
   *
   * @param current the newest state on record
   * @param ifVersion the version the caller has seen
   * @param wanted the state wanted, in force from its validity's start
   */
  public static Area change(
      Caller caller, Area current, int ifVersion, Area wanted, Optional<Area> parent) {
    requirePlanner(caller, current);
    Conflict.unlessNewest(ifVersion, current.version());
    if (!current.key().equals(wanted.key())) {
      throw new Invalid("code", "code-fixed", Map.of("code", current.code()));
    }
    if (current.level() != wanted.level()) {
      throw new Invalid("level", "level-fixed", Map.of("level", current.level().word()));
    }
    checkParent(wanted, parent);
    checkWords(wanted);
    checkCounts(wanted);
    checkFrom(current, wanted.validity().from());
    return wanted.edit().version(current.version() + 1).build();
  }

  /** Areas of an overlay partition are drawn by who may draw everywhere. */
  private static void requirePlanner(Caller caller, Area area) {
    AreaScope scope = caller.with(Right.DRAW_AREAS).scope();
    boolean inTree = area.key().partition().equals(Partition.TREE);
    if (!scope.everywhere() && !(inTree && scope.covers(area.code()))) {
      throw new Forbidden("area-scope");
    }
  }

  private static void checkParent(Area area, Optional<Area> parent) {
    Optional<String> code = area.parentCode();
    if (area.level() == Level.OVERLAY || area.level() == Level.DISTRICT) {
      if (code.isPresent()) {
        throw new Invalid(
            "parent", "parent-not-wanted", Map.of("code", area.code(), "parent", code.get()));
      }
      return;
    }
    if (code.isEmpty()) {
      throw new Invalid(
          "parent", "parent-missing", Map.of("code", area.code(), "level", area.level().word()));
    }
    Area above =
        parent.orElseThrow(
            () ->
                new Invalid(
                    "parent", "parent-unknown", Map.of("code", area.code(), "parent", code.get())));
    if (!area.level().mayHangBelow(above.level())) {
      throw new Invalid(
          "parent",
          "parent-level",
          Map.of(
              "code", area.code(),
              "level", area.level().word(),
              "parent", above.code(),
              "parentLevel", above.level().word()));
    }
  }

  private static void checkWords(Area area) {
    if (area.name().isBlank() || area.name().length() > LONGEST_NAME) {
      throw new Invalid("name", "name-length", Map.of("longest", LONGEST_NAME));
    }
    if (area.reason().length() > LONGEST_REASON) {
      throw new Invalid("reason", "reason-length", Map.of("longest", LONGEST_REASON));
    }
  }

  private static void checkCounts(Area area) {
    if (area.households() < 0) {
      throw new Invalid("households", "count-negative", Map.of("given", area.households()));
    }
    if (area.population() < 0) {
      throw new Invalid("population", "count-negative", Map.of("given", area.population()));
    }
  }

  private static void checkFrom(Area current, Instant from) {
    if (from.isBefore(current.validity().from())) {
      throw new Invalid(
          "validFrom",
          "valid-from-too-early",
          Map.of("given", from.toString(), "earliest", current.validity().from().toString()));
    }
  }
}
