package org.wangge.server.http;

/** A body longer than this place takes: answered 413. */
public final class TooLarge extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long longestBytes;

  public TooLarge(long longestBytes) {
    super("more than " + longestBytes + " bytes");
    this.longestBytes = longestBytes;
  }

  public long longestBytes() {
    return longestBytes;
  }
}
