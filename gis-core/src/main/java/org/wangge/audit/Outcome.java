package org.wangge.audit;

import java.util.Locale;

/** How it ended. */
public enum Outcome {
  /** It was done or shown. */
  DONE,
  /** It was refused. */
  REFUSED;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
