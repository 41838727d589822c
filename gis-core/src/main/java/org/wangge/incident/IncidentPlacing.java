package org.wangge.incident;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.GridFinder;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;

/**
 * Where incidents are: those that lie in no grid and wait for somebody to say so, and those whose
 * grids are redrawn. Thread-safe.
 */
public final class IncidentPlacing {
  private final Transactions transactions;
  private final IncidentStore store;
  private final OpenIncidents open;
  private final IncidentClocks clocks;
  private final IncidentAlarms alarms;
  private final GridFinder grids;

  public IncidentPlacing(
      Transactions transactions,
      IncidentStore store,
      IncidentClocks clocks,
      IncidentAlarms alarms,
      GridFinder grids) {
    this.transactions = transactions;
    this.store = store;
    open = new OpenIncidents(store);
    this.clocks = clocks;
    this.alarms = alarms;
    this.grids = grids;
  }

  /**
   * Open incidents in no grid, which wait for somebody to say where they are.
   *
   * @param afterId only ids after this one, for paging; empty for the first page
   */
  public List<Incident> placeless(Caller caller, String afterId, int limit) {
    Caller reader = caller.with(Right.READ_INCIDENTS);
    return transactions.read(tx -> store.placeless(tx, reader, afterId, limit));
  }

  /**
   * Says where an incident is that has not been filed; what its reporters said stays as it was. Its
   * clocks run on by the calendar of the grid it comes to.
   *
   * @param ifVersion the version the caller has seen
   * @throws NotFound with code {@code incident-unknown}
   * @throws Conflict with code {@code version-conflict}, or {@code place-fixed} once it is filed
   * @throws Invalid with code {@code place-outside} where no grid is
   */
  public Incident place(Caller caller, String id, int ifVersion, LatticePoint at) {
    Caller leader = caller.with(Right.LEAD_INCIDENTS);
    return transactions.write(
        caller,
        tx -> {
          Incident current =
              store
                  .find(tx, leader, id)
                  .orElseThrow(() -> new NotFound("incident-unknown", Map.of("id", id)));
          Conflict.unlessNewest(ifVersion, current.version());
          if (current.filedAt().isPresent() || !current.step().open()) {
            throw new Conflict("place-fixed", Map.of("id", id));
          }
          String grid = grids.hold(tx, List.of(at)).at(at);
          if (grid == null) {
            throw new Invalid("lon", "place-outside");
          }
          return move(tx, caller, current, at, grid, Action.PLACE, "");
        });
  }

  /**
   * Gives open incidents to the grids that hold them now, within the transaction that redraws. What
   * has ended stays where it was, and what was filed counts where it was filed.
   *
   * @param ended areas that end
   * @param begun areas that begin in their place
   * @return how many came to another grid
   */
  public int reassign(Tx tx, Collection<Area> ended, Collection<Area> begun) {
    List<Area> fresh = grids(begun);
    Set<String> gone = codes(grids(ended));
    Set<String> going = codes(fresh);
    Optional<LatticeBox> box =
        Stream.concat(grids(ended).stream(), fresh.stream())
            .flatMap(area -> area.shape().stream())
            .map(LatticeShape::bounds)
            .reduce(LatticeBox::union);
    if (box.isEmpty()) {
      return 0;
    }
    GridFinder.Grids now = GridFinder.of(fresh);
    // Whoever redraws may not see every incident; all are moved.
    Caller upkeep = Caller.upkeep();
    return open.change(
        tx,
        null,
        box.get(),
        listed -> isTouched(listed, gone, going, now),
        current -> reassign(tx, upkeep, current, now));
  }

  private static List<Area> grids(Collection<Area> areas) {
    return areas.stream()
        .filter(area -> area.level() == Level.GRID)
        .filter(area -> area.key().partition().equals(Partition.TREE))
        .toList();
  }

  private boolean reassign(Tx tx, Caller caller, Incident current, GridFinder.Grids now) {
    @Nullable String grid = now.at(current.location());
    if (!current.step().open() || Objects.equals(grid, current.gridOrNull())) {
      return false;
    }
    String way = current.gridCode().orElse("—") + " → " + Objects.requireNonNullElse(grid, "—");
    var unused = move(tx, caller, current, current.location(), grid, Action.REASSIGN, way);
    return true;
  }

  private static Set<String> codes(List<Area> areas) {
    return areas.stream().map(Area::code).collect(Collectors.toSet());
  }

  /** What no grid of the redraw holds stays with its own, unless that is no more. */
  private static boolean isTouched(
      Incident one, Set<String> gone, Set<String> going, GridFinder.Grids now) {
    boolean isHeld = now.at(one.location()) != null;
    return one.gridCode()
        .map(code -> gone.contains(code) && (isHeld || !going.contains(code)))
        .orElse(isHeld);
  }

  private Incident move(
      Tx tx,
      Caller caller,
      Incident current,
      LatticePoint at,
      @Nullable String grid,
      Action action,
      String reason) {
    Incident moved = current.movedTo(at, grid, clocks.calendar(tx, caller, grid));
    alarms.keep(tx, caller, current, moved);
    store.addDeed(tx, caller, Deed.of(moved, action, tx.now(), caller, reason));
    tx.record(
        new IncidentEvent.IncidentPlaced(moved.id(), moved.version(), IncidentPlace.of(moved)));
    return moved;
  }
}
