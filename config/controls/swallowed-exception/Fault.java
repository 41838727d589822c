package org.wangge.control;

/** Hides what went wrong. */
public final class Fault {
  private Fault() {}

  /** Reads a number, or gives 0. */
  public static int read(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
    }
    return 0;
  }
}
