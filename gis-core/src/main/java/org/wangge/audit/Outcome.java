package org.wangge.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How it ended. */
public enum Outcome {
  /** It was done or shown. */
  DONE,
  /** It was refused. */
  REFUSED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Outcome> find(String word) {
    return Arrays.stream(values()).filter(outcome -> outcome.word().equals(word)).findFirst();
  }
}
