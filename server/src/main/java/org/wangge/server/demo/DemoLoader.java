package org.wangge.server.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.demo.DemoCity;
import org.wangge.demo.DemoTown;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.grid.Area;
import org.wangge.grid.GridEvent;
import org.wangge.grid.GridStore;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;

/**
 * Generates the demonstration into an empty database: all of it in one transaction, never twice.
 * Thread-safe.
 */
public final class DemoLoader {
  private static final Logger log = LoggerFactory.getLogger(DemoLoader.class);
  private static final long SEED = 1;

  private final Transactions transactions;
  private final GridStore grids;
  private final List<DemoPart> parts;
  private final Clock clock;
  private final JdbcDemoStore store = new JdbcDemoStore();

  /** Drawing it takes most of a second: once for all who ask. */
  private Optional<DemoTown> drawn = Optional.empty();

  DemoLoader(Transactions transactions, GridStore grids, List<DemoPart> parts, Clock clock) {
    this.transactions = transactions;
    this.grids = grids;
    this.parts = List.copyOf(parts);
    this.clock = clock;
  }

  /** What was generated into this database. */
  public Optional<Made> made() {
    return transactions.read(store::find);
  }

  /**
   * The town that was generated here, drawn again from its seed when first asked for; empty where
   * there is none.
   */
  synchronized Optional<DemoTown> town() {
    if (drawn.isEmpty()) {
      drawn =
          made()
              .filter(made -> made.kind() == Made.Kind.TOWN)
              .map(made -> DemoTown.generate(made.seed(), made.madeAt()));
    }
    return drawn;
  }

  /** Remembers that everything that happened in the town until an instant is on record. */
  void told(Instant until) {
    transactions.write(
        Caller.upkeep(),
        tx -> {
          store.toldTo(tx, until);
          return 0;
        });
  }

  /** The latest instant at which something was written here: the town's time was as far. */
  public Optional<Instant> reached() {
    return transactions.read(store::reached);
  }

  /**
   * Loads the town where nothing was ever stored; where the town is, adds what has happened there
   * since the program last ran.
   */
  public void loadTown() {
    Optional<Made> made = made();
    if (made.filter(it -> it.kind() == Made.Kind.TOWN).isPresent()) {
      goOn(made.get(), town().orElseThrow());
    } else if (transactions.read(store::nothingStored)) {
      begin();
    }
  }

  private void begin() {
    log.info("the database is empty: generating the demonstration town");
    Instant now = now();
    DemoTown town = DemoTown.generate(SEED, now);
    transactions.write(
        Caller.upkeep(),
        tx -> {
          store.add(tx, new Made(Made.Kind.TOWN, SEED, 0, now, now, now));
          addAreas(tx, town.partitions(), town.areas());
          parts.forEach(part -> part.settle(tx, Caller.upkeep(), town));
          parts.forEach(
              part -> part.happen(tx, Caller.upkeep(), town, now.minus(part.past()), now));
          return 0;
        });
    log.info("the demonstration town is loaded: {} areas", town.areas().size());
  }

  private void goOn(Made made, DemoTown town) {
    Instant now = now();
    transactions.write(
        Caller.upkeep(),
        tx -> {
          store.fillTo(tx, now);
          parts.forEach(part -> part.catchUp(tx, Caller.upkeep(), town));
          parts.forEach(
              part ->
                  part.happen(
                      tx,
                      Caller.upkeep(),
                      town,
                      later(made.filledTo(), now.minus(part.past())),
                      now));
          return 0;
        });
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /**
   * Loads a seamless city.
   *
   * @return how many areas it has, of all levels
   * @throws Conflict with code {@code database-not-empty}
   */
  public int loadCity(Caller caller, int gridCount) {
    caller.with(Right.RUN);
    if (gridCount < DemoCity.MIN_GRIDS || gridCount > DemoCity.MAX_GRIDS) {
      throw new Invalid(
          "grids",
          "number-out-of-range",
          Map.of(
              "name",
              "grids",
              "given",
              gridCount,
              "least",
              DemoCity.MIN_GRIDS,
              "most",
              DemoCity.MAX_GRIDS));
    }
    if (!transactions.read(store::nothingStored)) {
      throw new Conflict("database-not-empty", Map.of());
    }
    Instant now = now();
    return store(caller, DemoCity.generate(SEED, gridCount, now), gridCount, now);
  }

  /** Loads a city that was drawn elsewhere, into an empty database. */
  public int loadCity(Caller caller, DemoCity city) {
    caller.with(Right.RUN);
    if (!transactions.read(store::nothingStored)) {
      throw new Conflict("database-not-empty", Map.of());
    }
    return store(caller, city, city.areas(Level.GRID).size(), now());
  }

  private int store(Caller caller, DemoCity city, int gridCount, Instant now) {
    return transactions.write(
        caller,
        tx -> {
          store.add(tx, new Made(Made.Kind.CITY, SEED, gridCount, now, now, now));
          addAreas(tx, city.partitions(), city.areas());
          return city.areas().size();
        });
  }

  private void addAreas(Tx tx, List<Partition> partitions, List<Area> areas) {
    for (Partition partition : partitions) {
      if (!partition.id().equals(Partition.TREE)) {
        grids.addPartition(tx, Caller.upkeep(), partition);
        tx.record(new GridEvent.PartitionAdded(partition.id()));
      }
    }
    grids.add(tx, Caller.upkeep(), areas);
    tx.record(new GridEvent.AreasLoaded(Partition.TREE, areas.size(), 0));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
