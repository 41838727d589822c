package org.wangge.shift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is on duty in an area. Immutable and pure.
 *
 * @param entries the earliest first
 */
public record Roster(List<RosterEntry> entries) {
  private static final Comparator<RosterEntry> EARLIEST =
      Comparator.comparing((RosterEntry one) -> one.span().from())
          .thenComparing(RosterEntry::post)
          .thenComparing(RosterEntry::id);

  public Roster {
    entries = entries.stream().sorted(EARLIEST).toList();
  }

  /** Who is on duty at an instant, in the order in which they are called. */
  public List<RosterEntry> at(Instant instant) {
    return entries.stream()
        .filter(one -> one.span().holds(instant))
        .sorted(Comparator.comparing(RosterEntry::post).thenComparing(EARLIEST))
        .toList();
  }

  /** When somebody comes or goes next. */
  public Optional<Instant> nextChange(Instant after) {
    return entries.stream()
        .flatMap(one -> Stream.of(one.span().from(), one.span().to()))
        .filter(at -> at.isAfter(after))
        .min(Comparator.naturalOrder());
  }

  /** The times within one at which nobody is on duty. */
  public List<DutySpan> gaps(DutySpan within) {
    List<DutySpan> gaps = new ArrayList<>();
    Instant reached = within.from();
    for (RosterEntry one : entries) {
      Instant begins = earlier(one.span().from(), within.to());
      if (begins.isAfter(reached)) {
        gaps.add(new DutySpan(reached, begins));
      }
      if (one.span().to().isAfter(reached)) {
        reached = one.span().to();
      }
    }
    if (within.to().isAfter(reached)) {
      gaps.add(new DutySpan(reached, within.to()));
    }
    return gaps;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
