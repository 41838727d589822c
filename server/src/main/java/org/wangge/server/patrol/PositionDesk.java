package org.wangge.server.patrol;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.InCharge;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.patrol.LatestPositions;
import org.wangge.patrol.OpenQuarters;
import org.wangge.patrol.Position;
import org.wangge.patrol.PositionIntake;
import org.wangge.patrol.PositionStore;
import org.wangge.shift.DutyHours;

/**
 * Takes positions in and says where everybody is: what is acknowledged is in the log, and the
 * latest of everybody in memory. Thread-safe.
 */
final class PositionDesk implements AutoCloseable {
  private static final Duration REBUILT_FROM = Duration.ofHours(2);

  private final Transactions transactions;
  private final PositionStore store;
  private final OpenQuarters open;
  private final PositionLog log;
  private final LatestPositions latest;
  private final Supplier<AreaAtlas> atlas;
  private final Supplier<DutyHours> hours;
  private final Clock clock;
  private volatile Staff staff = new Staff(-1, Set.of());

  /** Whose positions are taken, as of a version of the coverage. */
  private record Staff(long version, Set<String> codes) {}

  PositionDesk(
      Transactions transactions,
      PositionStore store,
      OpenQuarters open,
      Supplier<AreaAtlas> atlas,
      Supplier<DutyHours> hours,
      Clock clock) {
    this.hours = hours;
    this.transactions = transactions;
    this.store = store;
    this.atlas = atlas;
    this.clock = clock;
    this.open = open;
    log = new PositionLog(transactions, store, open);
    latest = new LatestPositions(point -> gridOf(atlas.get(), point));
  }

  static Optional<String> gridOf(AreaAtlas atlas, LatticePoint point) {
    return atlas.ownerAt(Partition.TREE, Level.GRID, point).map(Area::code);
  }

  /** Reads where everybody was, and begins to take more. */
  void start() {
    Instant since = clock.instant().minus(REBUILT_FROM);
    transactions.read(tx -> store.packedSince(tx, since)).forEach(latest::take);
    log.start();
    open.said(code -> true).forEach(latest::take);
  }

  /** Takes a batch; what is accepted is durable when this returns. */
  PositionIntake.Judged take(Caller caller, List<PositionIntake.Sent> batch, boolean generated) {
    Caller sender = caller.with(Right.SEND_POSITIONS);
    Instant now = clock.instant();
    PositionIntake.Judged judged =
        PositionIntake.judge(
            batch,
            now,
            generated && sender.has(Right.RUN),
            code -> hours(sender, code, now),
            code -> latest.find(code).map(Position::fix));
    PositionIntake.Judged kept = judged.withNew(log.append(judged.kept()));
    kept.kept().forEach(latest::take);
    return kept;
  }

  private Optional<Predicate<Instant>> hours(Caller sender, String staffCode, Instant now) {
    return maySend(sender, staffCode) && knownStaff().contains(staffCode)
        ? Optional.of(hours.get().of(staffCode, now))
        : Optional.empty();
  }

  /**
   * People say where they are themselves; only the installation's own programs speak for others.
   */
  private static boolean maySend(Caller sender, String staffCode) {
    return sender.has(Right.RUN) || sender.staffCode().filter(staffCode::equals).isPresent();
  }

  private Set<String> knownStaff() {
    AreaAtlas now = atlas.get();
    Staff known = staff;
    if (known.version() != now.coverageVersion()) {
      Set<String> codes = ConcurrentHashMap.newKeySet();
      codes.addAll(
          now.areas().stream()
              .flatMap(area -> area.inCharge().stream())
              .map(InCharge::staffCode)
              .collect(Collectors.toSet()));
      known = new Staff(now.coverageVersion(), codes);
      staff = known;
    }
    return known.codes();
  }

  /** Where everybody is who is on duty, and whom the caller may see. */
  List<Position> shown(Caller caller) {
    AreaScope scope = caller.with(Right.READ_POSITIONS).scope();
    Instant now = clock.instant();
    Set<String> offDuty = hours.get().offDuty(now);
    return latest.shown(now).stream()
        .filter(one -> !offDuty.contains(one.staffCode()) && isIn(scope, one))
        .toList();
  }

  /** Who is nearest to a point, of those on duty whom the caller may see. */
  List<LatestPositions.Near> near(
      Caller caller, LatticePoint point, double withinMeters, int most) {
    AreaScope scope = caller.with(Right.READ_POSITIONS).scope();
    Instant now = clock.instant();
    Set<String> offDuty = hours.get().offDuty(now);
    return latest.near(point, withinMeters, Integer.MAX_VALUE, now).stream()
        .filter(near -> !offDuty.contains(near.position().staffCode()))
        .filter(near -> isIn(scope, near.position()))
        .limit(most)
        .toList();
  }

  /** Since when somebody is known to be in a grid: a device that leapt there proves nothing. */
  Optional<Instant> seenIn(String staffCode, String grid, Instant since) {
    return latest
        .find(staffCode)
        .filter(one -> !one.jumped() && !one.isStale(clock.instant()))
        .filter(one -> one.gridCode().filter(grid::equals).isPresent())
        .map(one -> one.fix().at())
        .filter(at -> at.isAfter(since));
  }

  private static boolean isIn(AreaScope scope, Position position) {
    return scope.covers(position.gridCode().orElse(null), position.fix().location());
  }

  @Override
  public void close() {
    log.close();
  }
}
