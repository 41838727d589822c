package org.wangge.control;

/** Has a test that reaches next to nothing of it. */
public final class Fault {
  private Fault() {}

  /** Reached. */
  public static int one() {
    return 1;
  }

  /** Not reached. */
  public static int many(int a) {
    int b = a;
    b += 1;
    b *= 2;
    b -= 3;
    b ^= 4;
    return b;
  }
}
