package org.wangge.control;

import java.util.List;

/** Uses a list of nothing in particular: only a warning of javac, and warnings are errors. */
public final class Fault {
  private Fault() {}

  /** How many. */
  public static int size(List things) {
    return things.size();
  }
}
