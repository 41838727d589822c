package org.wangge.figure;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wangge.clock.Pause;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.Channel;
import org.wangge.incident.Handler;
import org.wangge.incident.Priority;

/**
 * An incident as figures see it. Immutable.
 *
 * @param id of the incident
 * @param number what people call it
 * @param category code of its category
 * @param channel how it came in
 * @param priority how urgent it is
 * @param location where it is
 * @param gridOrNull code of the grid it counts in, whatever was redrawn since: the one that held it
 *     when it was filed, or when it was reported if it never was; null outside every grid
 * @param handlerOrNull who had it in hand last and did not decline; the leader where several had;
 *     null where nobody is on record
 * @param course what became of it
 */
public record Case(
    String id,
    String number,
    String category,
    Channel channel,
    Priority priority,
    LatticePoint location,
    @Nullable String gridOrNull,
    @Nullable Handler handlerOrNull,
    Course course) {

  /** Who had it in hand, if it is one of a kind. */
  public Optional<String> handler(Handler.Kind kind) {
    Handler handler = handlerOrNull;
    return handler != null && handler.kind() == kind
        ? Optional.of(handler.code())
        : Optional.empty();
  }

  public Optional<String> grid() {
    return Optional.ofNullable(gridOrNull);
  }

  /** The instant whose state of the overlay areas it counts in. */
  public Instant countsAt() {
    Instant filed = course.filedOrNull();
    return filed == null ? course.reported() : filed;
  }

  /** The same in another grid. */
  public Case in(@Nullable String grid) {
    return new Case(id, number, category, channel, priority, location, grid, handlerOrNull, course);
  }

  /**
   * What became of it.
   *
   * @param reported when the first report came in
   * @param filedOrNull when it was filed; null where it never was
   * @param dispatchedOrNull when somebody first got it to handle; null where nobody did
   * @param answeredInTime whether it was taken up within the limit of accepting
   * @param rounds each time it was to be handled, in their order: more than one where it was opened
   *     again; none where it was never filed
   * @param suspensions when it stood still for its handlers (挂账)
   * @param answers what its reporters said of it afterwards, each reporter's in their order
   * @param findings what supervisors found who had drawn it by lot, in their order
   * @param traits what else is so of it
   */
  public record Course(
      Instant reported,
      @Nullable Instant filedOrNull,
      @Nullable Instant dispatchedOrNull,
      boolean answeredInTime,
      List<Round> rounds,
      List<Pause> suspensions,
      List<Answer> answers,
      List<Finding> findings,
      Traits traits) {

    public Course {
      findings = List.copyOf(findings);
      answers = List.copyOf(answers);
      rounds = List.copyOf(rounds);
      suspensions = List.copyOf(suspensions);
    }

    boolean isSuspended(Instant at) {
      return suspensions.stream()
          .anyMatch(
              pause ->
                  pause.from().isBefore(at)
                      && pause.to().map(end -> !end.isBefore(at)).orElse(true));
    }

    /** The last round that was due in a span. */
    Optional<Round> dueIn(Period.Span span) {
      return last(round -> span.holds(round.due()));
    }

    /** The last round that was closed in a span. */
    Optional<Round> closedIn(Period.Span span) {
      return last(round -> round.closedOrNull() != null && span.holds(round.closedOrNull()));
    }

    /**
     * Whether its reporters are satisfied: of each, what they said last in the span counts, and one
     * who is not makes it unsatisfied. Empty where nobody said anything in the span.
     */
    Optional<Boolean> satisfiedIn(Period.Span span) {
      Map<String, Boolean> last = new HashMap<>();
      for (Answer one : answers) {
        if (span.holds(one.at())) {
          last.put(one.reportKey(), one.satisfied());
        }
      }
      return last.isEmpty() ? Optional.empty() : Optional.of(!last.containsValue(false));
    }

    /**
     * Whether it passes: of each sample the last finding in the span counts, and one that does not
     * pass is enough. Empty where nothing was found in the span.
     */
    Optional<Boolean> passedIn(Period.Span span) {
      Map<Long, Boolean> last = new HashMap<>();
      for (Finding one : findings) {
        if (span.holds(one.at())) {
          last.put(one.sample(), one.passed());
        }
      }
      return last.isEmpty() ? Optional.empty() : Optional.of(!last.containsValue(false));
    }

    private Optional<Round> last(Predicate<Round> which) {
      return rounds.stream().filter(which).reduce((earlier, later) -> later);
    }
  }

  /**
   * What a reporter said of the result.
   *
   * @param reportKey of the report
   * @param at when
   * @param satisfied whether it counts as satisfied
   */
  public record Answer(String reportKey, Instant at, boolean satisfied) {}

  /**
   * What a supervisor found.
   *
   * @param sample id of the sample it was drawn in
   * @param at when
   * @param passed whether it was as reported, and is solved
   */
  public record Finding(long sample, Instant at, boolean passed) {}

  /**
   * One time that it was to be handled.
   *
   * @param due when the limit of its handling ended; of all of it, while nobody got it to handle
   * @param reportedBackOrNull when the handler said, last, that it is done; null before
   * @param closedOrNull when it was closed with a result; null before, and if it was cancelled
   * @param cancelledOrNull when it ended without a result; null otherwise
   * @param late whether its handling took longer than the limit, or has by now
   * @param worked from the first dispatch until it was reported back last; zero before
   */
  public record Round(
      Instant due,
      @Nullable Instant reportedBackOrNull,
      @Nullable Instant closedOrNull,
      @Nullable Instant cancelledOrNull,
      boolean late,
      Duration worked) {

    boolean isClosedBy(Instant at) {
      return closedOrNull != null && closedOrNull.isBefore(at);
    }

    boolean isCancelledBy(Instant at) {
      return cancelledOrNull != null && cancelledOrNull.isBefore(at);
    }

    boolean isReportedBackBy(Instant at) {
      return reportedBackOrNull != null && reportedBackOrNull.isBefore(at);
    }
  }

  /**
   * What else is so of a case.
   *
   * @param sentBack whether a handler sent it back to the dispatcher
   * @param reworked whether a check of its result failed
   * @param excused whether an appeal against its being overdue was upheld
   * @param escalated whether a department had it, several handled it jointly, or a whistle called
   *     more than the estate
   * @param repeated whether it goes on as another incident
   * @param unfounded whether it was found on the spot not to be so, and was not filed
   */
  public record Traits(
      boolean sentBack,
      boolean reworked,
      boolean excused,
      boolean escalated,
      boolean repeated,
      boolean unfounded) {
    /** Of most. */
    public static final Traits NONE = new Traits(false, false, false, false, false, false);
  }
}
