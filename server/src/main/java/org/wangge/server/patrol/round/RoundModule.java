package org.wangge.server.patrol.round;

import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.event.Transactions;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.GridStore;
import org.wangge.message.Telling;
import org.wangge.patrol.LookBook;
import org.wangge.patrol.TrackRegister;
import org.wangge.patrol.round.DueRuns;
import org.wangge.patrol.round.RoundGround;
import org.wangge.patrol.round.RoundJudging;
import org.wangge.patrol.round.RoundRegister;
import org.wangge.patrol.round.RoundStore;
import org.wangge.patrol.round.RunReminding;
import org.wangge.people.PersonNames;
import org.wangge.people.PersonStore;
import org.wangge.place.PlaceStore;
import org.wangge.server.message.GridTelling;

/** Puts patrols together. */
public final class RoundModule implements AutoCloseable {
  private final RoundStore store = new JdbcRoundStore();
  private final RoundJudging judging;
  private final RoundRegister register;
  private final RoundUpkeep upkeep;
  private final RoundHttp http;

  /**
   * What it stands on.
   *
   * @param places where streets are
   * @param people who can be sent
   * @param names of these
   * @param telling lets people be told of their patrols
   */
  public record Ground(
      GridStore grids,
      Supplier<AreaAtlas> atlas,
      PlaceStore places,
      PersonStore people,
      PersonNames names,
      Telling telling) {}

  /**
   * Puts it together.
   *
   * @param tracks what was walked
   * @param looks who looked at that
   * @param zone whose days and times of day plans speak of
   */
  public RoundModule(
      Transactions transactions,
      Ground ground,
      TrackRegister tracks,
      LookBook looks,
      ZoneId zone,
      Clock clock) {
    DueRuns due = new DueRuns(zone);
    judging =
        new RoundJudging(
            transactions,
            store,
            due,
            new RoundGround(ground.grids(), ground.places()),
            query -> tracks.list(Caller.upkeep(), query));
    upkeep =
        new RoundUpkeep(
            judging,
            new RunReminding(
                transactions,
                store,
                due,
                new ToldRuns(new GridTelling(ground.telling(), ground.atlas()), zone)),
            clock);
    register = new RoundRegister(transactions, store, ground.people(), ground.atlas(), due);
    http =
        new RoundHttp(
            register,
            judging,
            upkeep::hurry,
            looks,
            new RoundHttp.Words(ground.names(), ground.atlas(), zone, clock));
  }

  /** Begins to compare. */
  public void start() {
    upkeep.start();
  }

  /** Plans, and how patrols went. */
  public RoundRegister register() {
    return register;
  }

  public RoundStore store() {
    return store;
  }

  public RoundHttp http() {
    return http;
  }

  @Override
  public void close() {
    upkeep.close();
  }
}
