package org.wangge.control;

/** Its test does not hold. */
public final class Fault {
  private Fault() {}
}
