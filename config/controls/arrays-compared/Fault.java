package org.wangge.control;

/** Compares arrays by identity where contents are meant. */
public final class Fault {
  private Fault() {}

  /** Always false for two equal arrays. */
  public static boolean same(int[] a, int[] b) {
    return a.equals(b);
  }
}
