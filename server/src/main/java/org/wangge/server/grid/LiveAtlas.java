package org.wangge.server.grid;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.access.Caller;
import org.wangge.event.DomainEvent;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.geo.AsOf;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.grid.AreaQuery;
import org.wangge.grid.GridEvent;
import org.wangge.grid.GridStore;
import org.wangge.grid.Located;
import org.wangge.grid.Partition;
import org.wangge.grid.SizeRule;
import org.wangge.grid.SizeRules;
import org.wangge.server.storage.Rounds;

/**
 * The atlas of what is valid now, kept in step with the store: renewed after every commit that
 * touched areas, when a planned change comes into force, and when another process changed
 * something. Readers get a snapshot and are never blocked. Thread-safe.
 */
public final class LiveAtlas implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LiveAtlas.class);
  private static final Caller CALLER = Caller.upkeep();
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Transactions transactions;
  private final GridStore store;
  private final Clock clock;
  private final Rounds looks = new Rounds("atlas", PAUSE, this::look);
  private volatile State state;

  public LiveAtlas(Transactions transactions, GridStore store, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.clock = clock;
    this.state = load();
  }

  /** Starts looking for planned changes and for those of other processes. */
  public void start() {
    looks.start();
  }

  /** What is valid now. */
  public AreaAtlas now() {
    return state.atlas();
  }

  /** The rules of size, as read with the atlas. */
  public SizeRules sizeRules() {
    return state.sizeRules();
  }

  /** The rule for the households of an area, if there is one. */
  public Optional<SizeRule> sizeRule(Area area) {
    return sizeRules().find(area, SizeRule.Measure.HOUSEHOLDS);
  }

  /** To be told of commits: renews the atlas before the writer gets its answer. */
  void changed(List<DomainEvent> events) {
    List<GridEvent> ours =
        events.stream().filter(GridEvent.class::isInstance).map(GridEvent.class::cast).toList();
    if (!ours.isEmpty()) {
      renew(ours);
    }
  }

  private void look() {
    try {
      if (isDue(clock.instant())
          || transactions.read(store::coverageVersion) != now().coverageVersion()) {
        renew();
      }
    } catch (RuntimeException e) {
      log.warn(
          "the atlas could not be renewed, answers are as of version {}: {}",
          now().coverageVersion(),
          e.getMessage());
    }
  }

  /** Whether a planned change has come into force since the snapshot. */
  private boolean isDue(Instant now) {
    return state.nextChange().filter(moment -> !now.isBefore(moment)).isPresent();
  }

  /** Reads everything anew, as it is by the clock now. */
  public synchronized void renew() {
    state = load();
  }

  /**
   * Reads only what the events name, if they are all that happened since the snapshot: each counted
   * the coverage version up by one.
   */
  private synchronized void renew(List<GridEvent> events) {
    List<AreaKey> keys = events.stream().flatMap(event -> event.area().stream()).toList();
    if (keys.size() < events.size()) {
      renew();
      return;
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    State next =
        transactions.read(
            tx ->
                !isDue(now) && store.coverageVersion(tx) == now().coverageVersion() + keys.size()
                    ? reread(tx, new LinkedHashSet<>(keys), now)
                    : load(tx, now));
    state = next;
  }

  private State reread(Tx tx, Set<AreaKey> keys, Instant now) {
    List<Area> valid = new ArrayList<>();
    List<AreaKey> gone = new ArrayList<>();
    for (AreaKey key : keys) {
      store.find(tx, CALLER, key, AsOf.now(now)).ifPresentOrElse(valid::add, () -> gone.add(key));
    }
    return new State(
        now().with(valid, gone, store.coverageVersion(tx)),
        state.sizeRules(),
        store.nextChangeAfter(tx, now));
  }

  private State load() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return transactions.read(tx -> load(tx, now));
  }

  private State load(Tx tx, Instant now) {
    return new State(
        atlas(tx, AsOf.now(now)),
        new SizeRules(store.sizeRules(tx, CALLER)),
        store.nextChangeAfter(tx, now));
  }

  /**
   * The atlas as it was, is or will be; read from the store, so for single questions and rare ones.
   */
  public AreaAtlas asOf(AsOf asOf) {
    return transactions.read(tx -> atlas(tx, asOf));
  }

  private AreaAtlas atlas(Tx tx, AsOf asOf) {
    List<Partition> partitions = partitions(tx);
    List<Area> areas = new ArrayList<>();
    for (Partition partition : partitions) {
      areas.addAll(store.list(tx, CALLER, AreaQuery.all(partition.id(), asOf)));
    }
    return AreaAtlas.of(areas, partitions, store.coverageVersion(tx));
  }

  /**
   * Where a point lay or will lie, from the few areas whose box holds it. Outside every grid
   * nothing is said of what is near.
   */
  public Located locate(LatticePoint point, AsOf asOf) {
    return transactions.read(
        tx -> {
          List<Area> near = new ArrayList<>();
          for (Partition partition : partitions(tx)) {
            near.addAll(around(tx, partition.id(), point, asOf));
          }
          Located located =
              AreaAtlas.of(near, partitions(tx), store.coverageVersion(tx)).locate(point);
          return located.isInside()
              ? located
              : new Located(
                  List.of(),
                  located.overlays(),
                  new Located.Outside(
                      located.outside().flatMap(Located.Outside::within).orElse(null), null));
        });
  }

  private List<Area> around(Tx tx, String partition, LatticePoint point, AsOf asOf) {
    LatticeBox box = new LatticeBox(point.lon(), point.lat(), point.lon(), point.lat());
    List<Area> areas =
        new ArrayList<>(
            store.list(
                tx,
                CALLER,
                new AreaQuery(partition, asOf, null, null, box, null, "", Integer.MAX_VALUE)));
    // Areas above may have no outline, so that the box does not find them.
    for (int i = 0; i < areas.size(); i++) {
      areas
          .get(i)
          .parentCode()
          .map(code -> new AreaKey(partition, code))
          .filter(key -> areas.stream().noneMatch(area -> area.key().equals(key)))
          .flatMap(key -> store.find(tx, CALLER, key, asOf))
          .ifPresent(areas::add);
    }
    return areas;
  }

  private List<Partition> partitions(Tx tx) {
    List<Partition> all = new ArrayList<>();
    all.add(new Partition(Partition.TREE, "区域树", "Area tree"));
    all.addAll(store.partitions(tx, CALLER));
    return all;
  }

  @Override
  public void close() {
    looks.close();
  }

  private record State(AreaAtlas atlas, SizeRules sizeRules, Optional<Instant> nextChange) {}
}
