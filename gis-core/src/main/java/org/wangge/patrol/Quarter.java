package org.wangge.patrol;

import java.time.Duration;
import java.time.Instant;

/** Quarters of an hour, as positions are packed by. */
public final class Quarter {
  /** How long one is. */
  public static final Duration LENGTH = Duration.ofMinutes(15);

  private static final long SECONDS = LENGTH.toSeconds();

  private Quarter() {}

  /** When the one that holds an instant began. */
  public static Instant of(Instant at) {
    return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), SECONDS) * SECONDS);
  }
}
