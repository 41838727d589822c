package org.wangge.clock;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Counts as the clock on the wall goes, so that a day later is the same time of the next day. Where
 * that clock is put forward, the skipped hour counts at once; where it is put back, the second of
 * the doubled hours does not count. A limit that would end within a skipped hour ends where it is
 * skipped.
 */
final class LocalDayLine implements TimeLine {
  private final ZoneRules rules;

  LocalDayLine(ZoneId zone) {
    rules = zone.getRules();
  }

  @Override
  public long counted(long from, long to) {
    return wall(to) - wall(from);
  }

  /** The latest that the clock on the wall has ever shown, as if it were in UTC. */
  private long wall(long at) {
    Instant instant = Micros.instant(at);
    long shown = at + rules.getOffset(instant).getTotalSeconds() * Micros.SECOND;
    @Nullable ZoneOffsetTransition last = rules.previousTransition(instant.plusNanos(1));
    return last != null && last.isOverlap() ? Math.max(shown, wallBefore(last)) : shown;
  }

  /** What the clock on the wall shows when it is put back or forward. */
  private static long wallBefore(ZoneOffsetTransition change) {
    return (change.toEpochSecond() + change.getOffsetBefore().getTotalSeconds()) * Micros.SECOND;
  }

  @Override
  public long plus(long from, long amount) {
    long target = wall(from) + amount;
    LocalDateTime shown =
        LocalDateTime.ofEpochSecond(
            Math.floorDiv(target, Micros.SECOND),
            (int) Math.floorMod(target, Micros.SECOND) * 1_000,
            ZoneOffset.UTC);
    @Nullable ZoneOffsetTransition within = rules.getTransition(shown);
    if (within != null && within.isGap()) {
      return within.toEpochSecond() * Micros.SECOND;
    }
    ZoneOffset offset = rules.getValidOffsets(shown).get(0);
    long found = target - offset.getTotalSeconds() * Micros.SECOND;
    @Nullable ZoneOffsetTransition last = rules.previousTransition(Micros.instant(found));
    // At the end of the doubled hours: it was shown first when the clock was put back.
    boolean shownBefore = last != null && last.isOverlap() && wallBefore(last) == target;
    return shownBefore ? Objects.requireNonNull(last).toEpochSecond() * Micros.SECOND : found;
  }

  @Override
  public List<Counted> intervals(long from, long to) {
    List<Counted> found = new ArrayList<>();
    long begin = from;
    while (begin < to) {
      long end = Math.min(to, nextChange(begin));
      long time = counted(begin, end);
      if (time > 0) {
        found.add(Micros.counted(begin, end, time));
      }
      begin = end;
    }
    return found;
  }

  /** The next instant at which the clock on the wall changes, or at which a doubled hour ends. */
  private long nextChange(long after) {
    Instant instant = Micros.instant(after);
    @Nullable ZoneOffsetTransition last = rules.previousTransition(instant.plusNanos(1));
    if (last != null && last.isOverlap()) {
      long doubledUntil = (last.toEpochSecond() - last.getDuration().toSeconds()) * Micros.SECOND;
      if (doubledUntil > after) {
        return doubledUntil;
      }
    }
    @Nullable ZoneOffsetTransition next = rules.nextTransition(instant);
    return next == null ? Long.MAX_VALUE : next.toEpochSecond() * Micros.SECOND;
  }
}
