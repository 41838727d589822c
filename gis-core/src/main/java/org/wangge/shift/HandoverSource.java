package org.wangge.shift;

import java.time.Instant;
import java.util.List;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Knows what stands open; bound in the program. */
@FunctionalInterface
public interface HandoverSource {
  /** At most so many of a kind are put on one sheet. */
  int MOST_OF_A_KIND = 2_000;

  /** What stands open in an area of the tree and below it, kind by kind. */
  List<HandoverItem> standing(Tx tx, Caller caller, String area, Instant now);
}
