package org.wangge.patrol;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.audit.AuditEntry;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.patrol.TrackStore.Walked;

/**
 * What people walked, for whoever works here. Tracks grow out of what devices say: a quarter of an
 * hour is kept when it is packed, what was said since then is joined on when somebody asks.
 * Thread-safe.
 */
public final class TrackRegister {
  private static final Duration A_DAY = Duration.ofDays(1);

  private final Transactions transactions;
  private final TrackStore store;
  private final PositionStore positions;
  private final OpenQuarters open;
  private final TrackGrowth growth;
  private final PackedGrowth packedGrowth;
  private final GridFinder gridOf;

  /**
   * Makes a register.
   *
   * @param positions what devices said
   * @param open what of it is not packed yet
   * @param cut where one track ends and the next begins
   * @param gridOf code of the grid that holds a point; empty outside every grid
   */
  public TrackRegister(
      Transactions transactions,
      TrackStore store,
      PositionStore positions,
      OpenQuarters open,
      TrackCut cut,
      GridFinder gridOf) {
    this.transactions = transactions;
    this.store = store;
    this.positions = positions;
    this.open = open;
    this.growth = new TrackGrowth(store, cut);
    this.packedGrowth = new PackedGrowth(store, growth, cut);
    this.gridOf = gridOf;
  }

  /**
   * Those that a query asks for and the caller may see, in the order of their ids; of those that
   * lead out of the caller's scope the stretches within it.
   */
  public List<Track> list(Caller caller, TrackQuery query) {
    Caller reader = caller.with(Right.READ_TRACKS);
    // Looked at first: what is packed meanwhile is then found twice, not missed.
    List<PersonFixes> said =
        open.said(code -> query.staffCodes().isEmpty() || query.staffCodes().contains(code));
    return transactions.read(
        tx -> {
          TrackGrowth.Grown now = growth.of(tx, said);
          // As many more as give way to what they have grown into.
          TrackQuery more = query.withLimit(query.limit() + now.given().size());
          List<Track> tracks = new ArrayList<>(store.list(tx, reader, more));
          tracks.removeIf(track -> now.given().contains(track.id()));
          now.grown().stream().filter(track -> isShown(track, reader, query)).forEach(tracks::add);
          tracks.sort(Comparator.comparing(Track::id));
          return clipped(tracks.subList(0, Math.min(query.limit(), tracks.size())), reader, query);
        });
  }

  /** Whoever may look at one area is not told where people went beyond it. */
  private List<Track> clipped(List<Track> tracks, Caller reader, TrackQuery query) {
    AreaScope scope = reader.scope();
    if (scope.everywhere()) {
      return List.copyOf(tracks);
    }
    return tracks.stream()
        .flatMap(track -> track.stretches(fix -> isIn(scope, fix)).stream())
        .filter(
            stretch ->
                query.area() == null
                    || gridOf.of(stretch.fixes()).stream()
                        .anyMatch(grid -> grid.startsWith(query.area())))
        .toList();
  }

  private boolean isIn(AreaScope scope, Fix fix) {
    return scope.covers(gridOf.at(fix.location()).orElse(null), fix.location());
  }

  private boolean isShown(Track track, Caller caller, TrackQuery query) {
    AreaScope scope = caller.scope();
    Set<String> grids =
        scope.everywhere() && query.area() == null ? Set.of() : gridOf.of(track.fixes());
    return query.asksFor(track, grids)
        && (grids.stream().anyMatch(scope::covers)
            || track.fixes().stream().anyMatch(fix -> scope.covers(null, fix.location())));
  }

  /** Lets tracks grow by what is packed, within the transaction that packs it. */
  public void grow(Tx tx, List<PersonFixes> said) {
    packedGrowth.grow(tx, Caller.upkeep(), said, gridOf);
  }

  private void growAlone(Tx tx, Caller caller, List<PersonFixes> said, GridFinder gridOf) {
    TrackGrowth.Grown grown = growth.of(tx, said);
    store.replace(tx, caller, grown.given(), walked(grown.grown(), gridOf));
  }

  /**
   * Adds many walks within a transaction, with one event: where a person's device told itself what
   * they did, that stands, and only the rest is filled in.
   *
   * @param gridOf code of the grid that holds a point, of the areas that this transaction adds
   */
  public void load(Tx tx, Caller caller, Collection<Track> walks, GridFinder gridOf) {
    caller.with(Right.RUN);
    Instant from = walks.stream().map(Track::from).min(Instant::compareTo).orElse(tx.now());
    Instant to = walks.stream().map(Track::to).max(Instant::compareTo).orElse(tx.now());
    Map<String, List<Track>> known =
        store.during(tx, caller, Set.of(), from, to).stream()
            .collect(Collectors.groupingBy(Track::staffCode));
    if (known.isEmpty()) {
      store.add(tx, caller, walked(walks, gridOf));
    } else {
      List<PersonFixes> rest = new ArrayList<>();
      walks.forEach(
          walk -> rest(walk, known.getOrDefault(walk.staffCode(), List.of())).ifPresent(rest::add));
      growAlone(tx, caller, rest, gridOf);
    }
    tx.record(new TrackEvent.TracksLoaded(walks.size()));
  }

  /**
   * Removes what devices said, and the tracks of it, from before an instant, a day at a time so
   * that nobody waits long; on record.
   *
   * @return how many tracks
   */
  public int removeBefore(Instant instant) {
    int removed = 0;
    Instant until = transactions.read(positions::oldest).orElse(instant).plus(A_DAY);
    while (until.isBefore(instant)) {
      removed += removeDay(until);
      until = until.plus(A_DAY);
    }
    return removed + removeDay(instant);
  }

  private int removeDay(Instant before) {
    Caller upkeep = Caller.upkeep();
    return transactions.write(
        upkeep,
        tx -> {
          int quarters = positions.removeBefore(tx, before);
          int tracks = store.removeBefore(tx, upkeep, before);
          if (quarters + tracks > 0) {
            tx.audit(
                AuditEntry.done(
                    "positions-removed",
                    "",
                    Map.of("before", before.toString(), "quarters", quarters, "tracks", tracks)));
          }
          return tracks;
        });
  }

  private static Optional<PersonFixes> rest(Track walk, List<Track> known) {
    List<Fix> rest =
        walk.fixes().stream()
            .filter(fix -> known.stream().noneMatch(track -> track.holds(fix.at())))
            .toList();
    return rest.isEmpty()
        ? Optional.empty()
        : Optional.of(new PersonFixes(walk.staffCode(), rest, walk.generated()));
  }

  private static List<Walked> walked(Collection<Track> tracks, GridFinder gridOf) {
    return tracks.stream()
        .map(track -> new Walked(track, gridOf.of(track.fixes()), false))
        .toList();
  }
}
