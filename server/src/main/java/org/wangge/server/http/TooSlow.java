package org.wangge.server.http;

/** A body that comes in too slowly: answered 408. */
public final class TooSlow extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooSlow(long bytes) {
    super("only " + bytes + " bytes came in time");
  }
}
