package org.wangge.patrol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Judges what devices say before it is kept. Pure: what it needs to know is handed in. */
public final class PositionIntake {
  private static final Duration AHEAD = Duration.ofMinutes(2);
  private static final Duration BEHIND = Duration.ofDays(7);

  private static final String UNKNOWN = "staff-unknown";

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
   * @param code why: {@code staff-unknown}, {@code time-ahead}, {@code time-too-old} or {@code
   *     off-duty}
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
   * @param hours when the person of a code is on duty; empty where there is no such person
   * @param last where a person was last, as far as is known
   */
  public static Judged judge(
      List<Sent> batch,
      Instant now,
      boolean generated,
      Function<String, Optional<Predicate<Instant>>> hours,
      Function<String, Optional<Fix>> last) {
    Instant earliest = now.minus(BEHIND);
    Instant latest = now.plus(AHEAD);
    List<Refused> refused = new ArrayList<>();
    Map<String, List<Sent>> sane = new LinkedHashMap<>();
    String code = "";
    Optional<Predicate<Instant>> onDuty = Optional.empty();
    List<Sent> ofOne = List.of();
    for (Sent sent : batch) {
      // A person's fixes mostly stand side by side: who they are is asked once.
      if (!sent.staffCode().equals(code)) {
        code = sent.staffCode();
        onDuty = hours.apply(code);
        ofOne = sane.computeIfAbsent(code, one -> new ArrayList<>(1));
      }
      @Nullable String why =
          onDuty.isEmpty()
              ? UNKNOWN
              : fault(sent.fix().at(), earliest, latest, onDuty.orElseThrow());
      if (why != null) {
        refused.add(new Refused(sent.index(), why));
      } else {
        ofOne.add(sent);
      }
    }
    sane.values().removeIf(List::isEmpty);
    List<PersonFixes> people = new ArrayList<>(sane.size());
    List<Integer> jumps = new ArrayList<>();
    sane.forEach(
        (one, said) -> {
          List<Sent> kept = inOrder(said);
          List<Fix> fixes = new ArrayList<>(kept.size());
          kept.forEach(sent -> fixes.add(sent.fix()));
          people.add(new PersonFixes(one, fixes, generated));
          noteJumps(kept, last.apply(one), jumps);
        });
    jumps.sort(Comparator.naturalOrder());
    int kept = count(people);
    return new Judged(people, kept, batch.size() - refused.size() - kept, jumps, refused);
  }

  /** In the order of their times; of one instant the first that was said. */
  private static List<Sent> inOrder(List<Sent> said) {
    if (isInOrder(said)) {
      return said;
    }
    Map<Instant, Sent> ordered = new TreeMap<>();
    said.forEach(sent -> ordered.putIfAbsent(sent.fix().at(), sent));
    return List.copyOf(ordered.values());
  }

  private static boolean isInOrder(List<Sent> said) {
    for (int i = 1; i < said.size(); i++) {
      if (!said.get(i).fix().at().isAfter(said.get(i - 1).fix().at())) {
        return false;
      }
    }
    return true;
  }

  /** What was said late is held against the rest of its batch alone. */
  private static void noteJumps(List<Sent> ofOne, Optional<Fix> last, List<Integer> jumps) {
    @Nullable Fix before = last.orElse(null);
    for (Sent sent : ofOne) {
      Fix now = sent.fix();
      if (before != null && before.at().isBefore(now.at()) && now.isJumpFrom(before)) {
        jumps.add(sent.index());
      }
      before = now;
    }
  }

  private static @Nullable String fault(
      Instant at, Instant earliest, Instant latest, Predicate<Instant> onDuty) {
    if (at.isAfter(latest)) {
      return "time-ahead";
    }
    if (at.isBefore(earliest)) {
      return "time-too-old";
    }
    return onDuty.test(at) ? null : "off-duty";
  }
}
