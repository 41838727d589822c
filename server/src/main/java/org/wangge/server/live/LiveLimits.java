package org.wangge.server.live;

/**
 * How much the live stream takes on itself.
 *
 * @param mostStreams readers at once; one more is answered 503
 * @param mostBehind events a reader may be behind; beyond it is told to read everything anew
 * @param mostHeld newest events held in memory for readers that are a little behind
 * @param beatMillis between two beats, by the machine's time
 * @param stallMillis after which a reader that takes nothing is cut, by the machine's time
 */
public record LiveLimits(
    int mostStreams, int mostBehind, int mostHeld, int beatMillis, int stallMillis) {
  /** What the program runs with. */
  public static final LiveLimits USUAL = new LiveLimits(500, 10_000, 4_096, 2_000, 25_000);
}
