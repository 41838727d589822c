package org.wangge.server.patrol;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.grid.Area;
import org.wangge.patrol.TrackRegister;
import org.wangge.patrol.TrackStore;
import org.wangge.server.grid.AreaCounts;

/** Puts the patrol feature together. */
public final class PatrolModule {
  private static final Duration RECENT = Duration.ofHours(24);

  private final TrackStore store = new JdbcTrackStore();
  private final TrackRegister register;
  private final TrackHttp http;

  public PatrolModule(Transactions transactions, Clock clock) {
    register = new TrackRegister(transactions, store);
    http = new TrackHttp(register, clock);
  }

  public TrackRegister register() {
    return register;
  }

  public TrackHttp http() {
    return http;
  }

  /** How many people walked in an area during the last day, for its card. */
  public Map<String, Object> counts(Tx tx, Caller caller, Area area) {
    return caller.isStaff() && AreaCounts.isMadeOfGrids(area)
        ? Map.of("workers", store.countPeople(tx, caller, area.code(), tx.now().minus(RECENT)))
        : Map.of();
  }
}
