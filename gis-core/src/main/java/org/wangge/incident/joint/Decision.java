package org.wangge.incident.joint;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wangge.fault.Invalid;
import org.wangge.incident.Handler;
import org.wangge.incident.Life;

/**
 * What is to be decided.
 *
 * @param text in words
 * @param tasks what each shall do
 */
public record Decision(String text, List<Assignment> tasks) {

  public Decision {
    tasks = List.copyOf(tasks);
  }

  /**
   * What one shall do.
   *
   * @param handler who
   * @param what what
   * @param due by when
   */
  public record Assignment(Handler handler, String what, Instant due) {}

  /**
   * The duties that come of it.
   *
   * @param present who takes part
   * @throws Invalid with code {@code joint-duties} unless each has one and nobody else does, {@code
   *     joint-text-missing}, or {@code joint-due} for a deadline that is over or too far
   */
  List<Duty> duties(List<Participant> present, Instant now) {
    requireEach(present);
    Instant latest = now.plus(Life.LONGEST_SUSPENSION);
    List<Duty> duties = new ArrayList<>();
    for (Assignment one : tasks) {
      if (one.what().isBlank()) {
        throw new Invalid("duties", "joint-text-missing");
      }
      if (!one.due().isAfter(now) || one.due().isAfter(latest)) {
        throw new Invalid(
            "duties",
            "joint-due",
            Map.of("code", one.handler().code(), "latest", latest.toString()));
      }
      Instant due = one.due().truncatedTo(ChronoUnit.MICROS);
      duties.add(new Duty(duties.size() + 1, one.handler(), one.what(), due, null, null));
    }
    return duties;
  }

  private void requireEach(List<Participant> present) {
    Set<Handler> wanted = present.stream().map(Participant::handler).collect(Collectors.toSet());
    Set<Handler> wrong = new HashSet<>(wanted);
    Set<Handler> named = new HashSet<>();
    for (Assignment one : tasks) {
      if (named.add(one.handler()) && wanted.contains(one.handler())) {
        wrong.remove(one.handler());
      } else {
        wrong.add(one.handler());
      }
    }
    if (!wrong.isEmpty()) {
      String codes = wrong.stream().map(Handler::code).sorted().collect(Collectors.joining(", "));
      throw new Invalid("duties", "joint-duties", Map.of("codes", codes));
    }
  }
}
