package org.wangge.server.video;

import java.time.Duration;
import java.time.Instant;

/** Where single pictures of one camera come from, of instants that have been. Thread-safe. */
public interface StillSource {

  /** How far back from now pictures can be had. */
  Duration past();

  /**
   * The picture of an instant as JPEG, the same bytes whenever it is asked for.
   *
   * @param at neither to come nor longer ago than {@link #past}
   */
  byte[] jpeg(Instant at);
}
