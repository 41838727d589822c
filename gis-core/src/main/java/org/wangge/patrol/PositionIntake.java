package org.wangge.patrol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
   * @param refused what is not kept
   */
  public record Judged(
      List<PersonFixes> kept, int accepted, int duplicates, List<Refused> refused) {}

  /**
   * Judges a batch.
   *
   * @param known whether there is a person of a code
   * @param seen whether this very fix's instant is on record already, as far as one can tell fast
   */
  public static Judged judge(
      List<Sent> batch,
      Instant now,
      boolean generated,
      Predicate<String> known,
      Predicate<Sent> seen) {
    List<Refused> refused = new ArrayList<>();
    Map<String, Map<Instant, Fix>> kept = new TreeMap<>();
    int duplicates = 0;
    for (Sent sent : batch) {
      Optional<String> why = fault(sent, now, known);
      if (why.isPresent()) {
        refused.add(new Refused(sent.index(), why.get()));
      } else if (seen.test(sent)
          || kept.computeIfAbsent(sent.staffCode(), code -> new TreeMap<>())
                  .putIfAbsent(sent.fix().at(), sent.fix())
              != null) {
        duplicates++;
      }
    }
    List<PersonFixes> people = new ArrayList<>();
    kept.forEach(
        (code, fixes) -> {
          if (!fixes.isEmpty()) {
            people.add(new PersonFixes(code, List.copyOf(fixes.values()), generated));
          }
        });
    people.sort(Comparator.comparing(PersonFixes::staffCode));
    int accepted = people.stream().mapToInt(one -> one.fixes().size()).sum();
    return new Judged(people, accepted, duplicates, refused);
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
