package org.wangge.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.wangge.fault.Invalid;

/**
 * What is asked everywhere, in this order. Questions are named by their place, from 1.
 *
 * @param questions one to {@value #MOST}
 */
public record Checklist(List<Question> questions) {
  /** More no one asks at a door. */
  public static final int MOST = 20;

  /** Characters of the longest answer in words. */
  public static final int LONGEST_ANSWER = 200;

  /**
   * @throws Invalid with code {@code campaign-questions}
   */
  public Checklist {
    questions = List.copyOf(questions);
    if (questions.isEmpty() || questions.size() > MOST) {
      throw new Invalid("questions", "campaign-questions", Map.of("most", MOST));
    }
  }

  /** The question at a place. */
  public Question question(int place) {
    return questions.get(place - 1);
  }

  /**
   * What was answered, in the order of the questions, without what was left empty.
   *
   * @param given place of the question to the answer
   * @throws Invalid with code {@code campaign-answer-unknown}, {@code campaign-answer-missing},
   *     {@code campaign-answer-word} or {@code campaign-answer-long}
   */
  public Map<Integer, String> read(Map<Integer, String> given) {
    for (Integer place : given.keySet()) {
      if (place < 1 || place > questions.size()) {
        throw new Invalid("answers", "campaign-answer-unknown", Map.of("question", place));
      }
    }
    Map<Integer, String> read = new LinkedHashMap<>();
    for (int place = 1; place <= questions.size(); place++) {
      String answer = given.getOrDefault(place, "").strip().replaceAll("\\s+", " ");
      check(place, answer);
      if (!answer.isEmpty()) {
        read.put(place, answer);
      }
    }
    return read;
  }

  private void check(int place, String answer) {
    Map<String, Object> which = Map.of("question", place);
    if (question(place).kind() == Question.Kind.TEXT) {
      if (answer.length() > LONGEST_ANSWER) {
        throw new Invalid("answers", "campaign-answer-long", which);
      }
    } else if (answer.isEmpty()) {
      throw new Invalid("answers", "campaign-answer-missing", which);
    } else if (Question.YesNo.find(answer).isEmpty()) {
      throw new Invalid("answers", "campaign-answer-word", which);
    }
  }

  /** The places of the questions that are answered in words. */
  public Set<Integer> inWords() {
    return IntStream.rangeClosed(1, questions.size())
        .filter(place -> question(place).kind() == Question.Kind.TEXT)
        .boxed()
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The places of the questions to which an answer is a hazard, in order. */
  public List<Integer> hazards(Map<Integer, String> answers) {
    return new ArrayList<>(
        IntStream.rangeClosed(1, questions.size())
            .filter(place -> question(place).isHazard(answers.get(place)))
            .boxed()
            .toList());
  }
}
