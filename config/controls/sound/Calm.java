package org.wangge.control;

/** Nothing is wrong with it. */
public final class Calm {
  private Calm() {}

  /** The length of a text. */
  public static int length(String text) {
    return text.length();
  }
}
