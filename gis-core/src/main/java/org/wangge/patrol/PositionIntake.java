package org.wangge.patrol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/** Judges what devices say before it is kept. Pure: what it needs to know is handed in. */
public final class PositionIntake {
  private static final Duration AHEAD = Duration.ofMinutes(2);
  private static final Duration BEHIND = Duration.ofDays(7);

  private PositionIntake() {}

  /**
   * A fix as it was sent.
   *
   * @param index its place in the batch
   * @param staffCode whose
   * @param fix where and when
   */
  public record Sent(int index, String staffCode, Fix fix) {}

  /**
   * A fix that is not kept.
   *
   * @param index its place in the batch
   * @param code why: {@code staff-unknown}, {@code time-ahead} or {@code time-too-old}
   */
  public record Refused(int index, String code) {}

  /**
   * What became of a batch.
   *
   * @param kept each person's fixes in the order of their times, no instant twice
   * @param accepted how many fixes that are
   * @param duplicates how many said the same instant of the same person again
   * @param jumps places in the batch of kept fixes that nobody can have got to in time
   * @param refused what is not kept
   */
  public record Judged(
      List<PersonFixes> kept,
      int accepted,
      int duplicates,
      List<Integer> jumps,
      List<Refused> refused) {

    /** The same once it is known which of the kept fixes are on record for the first time. */
    public Judged withNew(List<PersonFixes> fresh) {
      int now = count(fresh);
      return new Judged(fresh, now, duplicates + accepted - now, jumps, refused);
    }
  }

  private static int count(List<PersonFixes> people) {
    return people.stream().mapToInt(one -> one.fixes().size()).sum();
  }

  /**
   * Judges a batch.
   *
   * @param known whether there is a person of a code
   * @param last where a person was last, as far as is known
   */
  public static Judged judge(
      List<Sent> batch,
      Instant now,
      boolean generated,
      Predicate<String> known,
      Function<String, Optional<Fix>> last) {
    List<Refused> refused = new ArrayList<>();
    Map<String, Map<Instant, Sent>> kept = new TreeMap<>();
    int duplicates = 0;
    for (Sent sent : batch) {
      Optional<String> why = fault(sent, now, known);
      if (why.isPresent()) {
        refused.add(new Refused(sent.index(), why.get()));
      } else if (kept.computeIfAbsent(sent.staffCode(), code -> new TreeMap<>())
              .putIfAbsent(sent.fix().at(), sent)
          != null) {
        duplicates++;
      }
    }
    List<PersonFixes> people = new ArrayList<>();
    List<Integer> jumps = new ArrayList<>();
    kept.forEach(
        (code, fixes) -> {
          List<Fix> all = fixes.values().stream().map(Sent::fix).toList();
          people.add(new PersonFixes(code, all, generated));
          noteJumps(fixes.values(), last.apply(code), jumps);
        });
    jumps.sort(Comparator.naturalOrder());
    return new Judged(people, count(people), duplicates, jumps, refused);
  }

  /** What was said late is held against the rest of its batch alone. */
  private static void noteJumps(Collection<Sent> ofOne, Optional<Fix> last, List<Integer> jumps) {
    Optional<Fix> before = last;
    for (Sent sent : ofOne) {
      before
          .filter(fix -> fix.at().isBefore(sent.fix().at()) && sent.fix().isJumpFrom(fix))
          .ifPresent(fix -> jumps.add(sent.index()));
      before = Optional.of(sent.fix());
    }
  }

  private static Optional<String> fault(Sent sent, Instant now, Predicate<String> known) {
    Instant at = sent.fix().at();
    if (!known.test(sent.staffCode())) {
      return Optional.of("staff-unknown");
    }
    if (at.isAfter(now.plus(AHEAD))) {
      return Optional.of("time-ahead");
    }
    return at.isBefore(now.minus(BEHIND)) ? Optional.of("time-too-old") : Optional.empty();
  }
}
