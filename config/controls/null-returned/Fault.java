package org.wangge.control;

/** Gives back null from a place that promises a value. */
public final class Fault {
  private Fault() {}

  /** The promise. */
  public static String name() {
    return null;
  }
}
