package org.wangge.message;

import java.util.Optional;
import java.util.Set;
import org.wangge.word.Word;

/** What people are told of. Each has a rule of its own. */
@SuppressWarnings("ImmutableEnumChecker") // sets that nobody can change
public enum Occasion implements Word {
  /** A level was called with a whistle. */
  WHISTLE_CALLED("number", "category", "grid", "level"),
  /** Somebody is to handle an incident. */
  TASK_GIVEN("number", "category", "grid"),
  /** 试发: an administrator tries a medium. */
  TRIAL("grid");

  private final Set<String> blanks;

  Occasion(String... blanks) {
    this.blanks = Set.of(blanks);
  }

  public static Optional<Occasion> find(String word) {
    return Word.find(Occasion.class, word);
  }

  /**
   * What a text of it may leave to be filled in, such as {@code number} for <code>{number}</code>.
   */
  public Set<String> blanks() {
    return blanks;
  }
}
