package org.wangge.server.grid;

import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.grid.Area;

/** What another feature counts within an area for its card. Declared here, bound in {@code App}. */
public interface AreaCounts {

  /** Counts by name; empty for a caller who may not read what is counted. */
  Map<String, Object> counts(Tx tx, Caller caller, Area area);
}
