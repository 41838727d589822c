package org.wangge.patrol.round;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which patrols are due when, by a plan and the calendar. Immutable. */
public final class DueRuns {
  private static final int DAYS_OF_A_WEEK = 7;

  /** A week and a window that goes on into the next day. */
  static final Duration LONGEST_RUN = Duration.ofDays(9);

  private final ZoneId zone;

  /**
   * Makes one.
   *
   * @param zone whose days and times of day plans speak of
   */
  public DueRuns(ZoneId zone) {
    this.zone = zone;
  }

  /** Patrols of a version of a plan that touch a time, in the order in which they begin. */
  public List<DueRun> of(PatrolPlan plan, Span time) {
    List<DueRun> due = new ArrayList<>();
    LocalDate monday =
        time.from()
            .minus(LONGEST_RUN)
            .atZone(zone)
            .toLocalDate()
            .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate end = time.to().atZone(zone).toLocalDate();
    for (LocalDate week = monday; !week.isAfter(end); week = week.plusDays(DAYS_OF_A_WEEK)) {
      for (List<Span> spans : inWeek(plan.terms(), week)) {
        if (plan.holdsAt(spans.get(0).from()) && touches(spans, time)) {
          plan.terms().staffCodes().forEach(one -> due.add(new DueRun(plan, one, spans)));
        }
      }
    }
    due.sort(Comparator.comparing(DueRun::from).thenComparing(DueRun::staffCode));
    return due;
  }

  private static boolean touches(List<Span> spans, Span time) {
    return new Span(spans.get(0).from(), spans.get(spans.size() - 1).to()).and(time).isPresent();
  }

  private List<List<Span>> inWeek(PatrolTerms terms, LocalDate monday) {
    List<Span> windows =
        terms.days().stream()
            .map(day -> window(terms.timing(), monday.with(TemporalAdjusters.nextOrSame(day))))
            .filter(window -> !window.length().isZero())
            .toList();
    int times = terms.timing().times();
    if (terms.timing().per() == Per.WEEK) {
      return groups(windows, times);
    }
    return windows.stream()
        .flatMap(window -> equalParts(window, times).stream())
        .map(List::of)
        .toList();
  }

  private Span window(PatrolTerms.Timing timing, LocalDate day) {
    LocalDate last = timing.to().isAfter(timing.from()) ? day : day.plusDays(1);
    Instant from = day.atTime(timing.from()).atZone(zone).toInstant();
    Instant to = last.atTime(timing.to()).atZone(zone).toInstant();
    // Where clocks are set forward a short window may not be there at all.
    return new Span(from, to.isBefore(from) ? from : to);
  }

  private static List<Span> equalParts(Span window, int count) {
    List<Span> parts = new ArrayList<>();
    Duration part = window.length().dividedBy(count);
    for (int i = 0; i < count; i++) {
      Instant from = window.from().plus(part.multipliedBy(i));
      parts.add(new Span(from, i + 1 == count ? window.to() : from.plus(part)));
    }
    return parts;
  }

  private static List<List<Span>> groups(List<Span> windows, int count) {
    List<List<Span>> groups = new ArrayList<>();
    int at = 0;
    for (int left = count; left > 0; left--) {
      int size = (windows.size() - at + left - 1) / left;
      if (size > 0) {
        groups.add(List.copyOf(windows.subList(at, at + size)));
      }
      at += size;
    }
    return groups;
  }
}
