package org.wangge.message;

import java.util.Optional;
import java.util.Set;
import org.wangge.word.Word;

/** What people are told of. Each has a rule of its own. */
@SuppressWarnings("ImmutableEnumChecker") // sets that nobody can change
public enum Occasion implements Word {
  /** A level was called with a whistle. */
  WHISTLE_CALLED(true, "number", "category", "grid", "level"),
  /** Somebody is to handle an incident. */
  TASK_GIVEN(true, "number", "category", "grid"),
  /**
   * 平战结合: somebody is asked to serve where they live. Who has not answered stands on the list of
   * the emergency; hundreds to be called would bury whistles.
   */
  EMERGENCY_ASKED(false, "title", "grid"),
  /** 巡查将开始: somebody's patrol begins soon. */
  PATROL_SOON(false, "title", "grid", "time"),
  /** 巡查缺失: somebody entered no grid of a patrol. */
  PATROL_MISSED(false, "title", "grid", "time"),
  /** 三次未遇: nobody was home so often that the head of the grid has to act. */
  VISIT_UNREACHABLE(false, "grid"),
  /** A reporter is asked how satisfied they are with what was closed. */
  REPORT_CLOSED(false, "number", "category", "link"),
  /** 试发: an administrator tries a medium. */
  TRIAL(false, "grid");

  private final boolean wantsAnswer;
  private final Set<String> blanks;

  Occasion(boolean wantsAnswer, String... blanks) {
    this.wantsAnswer = wantsAnswer;
    this.blanks = Set.of(blanks);
  }

  public static Optional<Occasion> find(String word) {
    return Word.find(Occasion.class, word);
  }

  /** Whether somebody has to be called where nobody answers; else it is over then. */
  boolean wantsAnswer() {
    return wantsAnswer;
  }

  /**
   * What a text of it may leave to be filled in, such as {@code number} for <code>{number}</code>.
   */
  public Set<String> blanks() {
    return blanks;
  }
}
