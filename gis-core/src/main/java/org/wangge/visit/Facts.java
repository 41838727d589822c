package org.wangge.visit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wangge.fault.Invalid;

/**
 * What must be known of a door, in this order. Facts are named by their place, from 1.
 *
 * @param all none to {@value #MOST}
 */
public record Facts(List<Fact> all) {
  /** More nobody asks in passing. */
  public static final int MOST = 12;

  /**
   * @throws Invalid with code {@code visit-facts}
   */
  public Facts {
    all = List.copyOf(all);
    if (all.size() > MOST) {
      throw new Invalid("facts", "visit-facts", Map.of("most", MOST));
    }
  }

  /**
   * What was found out, in the order of the facts, without what was left empty.
   *
   * @param given place of the fact to the answer
   * @param met whether somebody was there who could be asked
   * @throws Invalid with code {@code visit-answer-unknown}, {@code visit-answer-missing} or {@code
   *     visit-answer-word}
   */
  public Map<Integer, String> read(Map<Integer, String> given, boolean met) {
    for (Integer place : given.keySet()) {
      if (place < 1 || place > all.size()) {
        throw new Invalid("answers", "visit-answer-unknown", Map.of("fact", place));
      }
    }
    Map<Integer, String> read = new LinkedHashMap<>();
    for (int place = 1; place <= all.size(); place++) {
      Fact fact = all.get(place - 1);
      String answer = given.getOrDefault(place, "").strip().replaceAll("\\s+", " ");
      Map<String, Object> which = Map.of("fact", place);
      if (!answer.isEmpty() && !fact.takes(answer)) {
        throw new Invalid("answers", "visit-answer-word", which);
      }
      if (answer.isEmpty() && met && fact.kind() != Fact.Kind.TEXT) {
        throw new Invalid("answers", "visit-answer-missing", which);
      }
      if (!answer.isEmpty()) {
        read.put(place, answer);
      }
    }
    return read;
  }

  /** The places of those that are answered in words. */
  public Set<Integer> inWords() {
    return IntStream.rangeClosed(1, all.size())
        .filter(place -> all.get(place - 1).kind() == Fact.Kind.TEXT)
        .boxed()
        .collect(Collectors.toUnmodifiableSet());
  }
}
