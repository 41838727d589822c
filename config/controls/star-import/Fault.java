package org.wangge.control;

import java.util.*;

/** Imports a whole package. */
public final class Fault {
  private Fault() {}

  /** How many. */
  public static int size(List<String> things) {
    return things.size();
  }
}
