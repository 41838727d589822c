package org.wangge.alarm;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.word.Word;

/**
 * That alarms are kept from the desk for a while (搁置): of a kind, of an area, or of a kind in an
 * area; for a limited time and with a reason, as ISA-18.2 (IEC 62682) has it. They go into the log
 * all the same. Emergencies are never shelved. It ends by itself.
 *
 * @param id given by the store, from 1; 0 before
 * @param kindOrNull of which kind; null for all
 * @param area code of an area of the tree; empty: everywhere
 * @param since from when on
 * @param until when it ends
 * @param reason why
 * @param account by whom
 * @param endedAtOrNull when somebody has ended it before its time; null where nobody has
 */
public record Shelf(
    long id,
    @Nullable AlarmKind kindOrNull,
    String area,
    Instant since,
    Instant until,
    Reason reason,
    String account,
    @Nullable Instant endedAtOrNull) {

  /** Why alarms are shelved: a list, so that nothing personal is written there. */
  public enum Reason implements Word {
    /** 设备检修: what rings is being mended. */
    MAINTENANCE,
    /** 误报频发: what rings is wrong. */
    FALSE_ALARMS,
    /** 已知事项: it is known, and somebody is at it. */
    KNOWN_MATTER,
    /** 演练 */
    DRILL;

    public static Optional<Reason> find(String word) {
      return Word.find(Reason.class, word);
    }
  }

  /** Whether it lasts. */
  public boolean lasts(Instant now) {
    return endedAtOrNull == null && until.isAfter(now);
  }

  /** Whether it keeps such an alarm from the desk while it lasts. */
  public boolean holds(AlarmCause cause, AlarmPriority priority) {
    return priority != AlarmPriority.EMERGENCY
        && (kindOrNull == null || kindOrNull == cause.kind())
        && cause.place().grid().startsWith(area);
  }
}
