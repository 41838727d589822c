package org.wangge.patrol.street;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.wangge.patrol.Fix;

/** Cuts fixes where nobody knows what lies between them, and where somebody leaves the streets. */
public final class FixRuns {
  private FixRuns() {}

  /**
   * Fixes that belong together.
   *
   * @param onStreets whether all of them lie at streets; if not, none does but the first and the
   *     last, where the way leaves the streets and comes back to them
   */
  public record Run(List<Fix> fixes, boolean onStreets) {

    public Run {
      fixes = List.copyOf(fixes);
    }
  }

  /**
   * The runs of a track in their order. A silence or a leap ends one; where streets are left, the
   * last fix at them is also the first of what follows, and likewise where they are met again.
   *
   * @param atStreet whether a fix lies at a street
   */
  public static List<Run> of(List<Fix> fixes, Predicate<Fix> atStreet) {
    List<Run> runs = new ArrayList<>();
    List<Fix> going = new ArrayList<>();
    boolean on = false;
    for (Fix fix : fixes) {
      boolean at = atStreet.test(fix);
      if (!going.isEmpty() && isBroken(going.get(going.size() - 1), fix)) {
        end(runs, going, on);
        going = new ArrayList<>();
      }
      if (going.isEmpty()) {
        on = at;
      } else if (at != on) {
        going = turn(runs, going, fix, on);
        on = at;
      }
      going.add(fix);
    }
    end(runs, going, on);
    return runs;
  }

  private static boolean isBroken(Fix before, Fix fix) {
    return fix.isAfterSilence(before) || fix.isJumpFrom(before);
  }

  /** The fix at the street belongs to both. */
  private static List<Fix> turn(List<Run> runs, List<Fix> going, Fix fix, boolean leaves) {
    Fix last = going.get(going.size() - 1);
    if (!leaves) {
      going.add(fix);
    }
    end(runs, going, leaves);
    return leaves ? new ArrayList<>(List.of(last)) : new ArrayList<>();
  }

  private static void end(List<Run> runs, List<Fix> fixes, boolean on) {
    if (fixes.size() > 1) {
      runs.add(new Run(fixes, on));
    }
  }
}
