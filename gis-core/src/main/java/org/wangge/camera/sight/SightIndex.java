package org.wangge.camera.sight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

/**
 * Which of very many cameras see a place on the ground, exactly as {@link Sight} says.
 *
 * <p>The ground is cut into squares of about five metres. For most squares it is known of each
 * camera whether it sees all of it or nothing; only where a border of what it sees passes through
 * is the camera itself asked. A camera or a building that changes is drawn anew alone.
 *
 * <p>The sights it hands out know only the buildings that decide about the ground; {@link #sightOf}
 * gives one that knows them all.
 *
 * <p>Safe for many readers and several writers: readers see each change whole or not yet and never
 * wait; writers take turns.
 */
public final class SightIndex {
  private final SightBooks books = new SightBooks();

  /** What readers look into. */
  private volatile SightTiles tiles = SightTiles.empty();

  /** An index of cameras among buildings; of those with the same id the last counts. */
  public static SightIndex of(Collection<Eye> eyes, Collection<Blocker> blockers) {
    SightIndex index = new SightIndex();
    index.fill(eyes, blockers);
    return index;
  }

  private synchronized void fill(Collection<Eye> eyes, Collection<Blocker> blockers) {
    blockers.forEach(books::enter);
    Map<String, Eye> each = new LinkedHashMap<>();
    eyes.forEach(eye -> each.put(eye.id(), eye));
    redraw(Set.of(), each.values().stream().map(this::cut).toList());
  }

  private Sight cut(Eye eye) {
    return Sight.overGround(eye, books.blockersIn(Sight.reachOf(eye)));
  }

  /**
   * Finds the cameras that see a place on the ground, in no order.
   *
   * @param lon of the place, lattice units
   * @param lat of the place, lattice units
   * @param into gets them in the place of what it held
   */
  public void seeing(int lon, int lat, SightsFound into) {
    into.clear();
    SightTile tile = tiles.find(SightTile.key(lon, lat));
    if (tile == null) {
      return;
    }
    int cell = SightTile.cell(lon, lat);
    long bit = SightTile.bit(lon, lat);
    int end = tile.end(cell);
    for (int i = tile.start(cell); i < end; i++) {
      boolean isUnhidden = (tile.seen(i) & bit) != 0;
      boolean isBorder = (tile.border(i) & bit) != 0;
      if (isUnhidden || isBorder) {
        Sight sight = tile.sight(i);
        if (!isBorder
            || (isUnhidden ? sight.holds(lon, lat) : sight.sees(lon, lat, Sight.GROUND))) {
          into.add(sight);
        }
      }
    }
  }

  /** The cameras that see a place on the ground, in no order. */
  public List<Sight> seeing(LatticePoint place) {
    SightsFound found = new SightsFound();
    seeing(place.lon(), place.lat(), found);
    return found.list();
  }

  /** Puts a camera in, or in the place of the one with its id. */
  public synchronized void put(Eye eye) {
    redraw(known(eye.id()), List.of(cut(eye)));
  }

  /** Takes a camera out; one that is not there is no fault. */
  public synchronized void remove(String eyeId) {
    redraw(known(eyeId), List.of());
  }

  private Set<Sight> known(String eyeId) {
    Sight sight = books.find(eyeId);
    return sight == null ? Set.of() : Set.of(sight);
  }

  /**
   * Takes up that a building changed.
   *
   * @param before as it was put in; null where it is new
   * @param after as it is now; null where it is gone
   */
  public synchronized void change(@Nullable Blocker before, @Nullable Blocker after) {
    if (before != null) {
      books.leave(before);
    }
    if (after != null) {
      books.enter(after);
    }
    redrawAround(before, after);
  }

  /** What a camera would see among the buildings that are in the index. */
  public synchronized Sight sightOf(Eye eye) {
    return Sight.of(eye, books.blockersIn(Sight.reachOf(eye)));
  }

  /**
   * How many entries its tiles have: of each camera one for each cell of some 40 m it sees into.
   */
  public long entries() {
    return tiles.entries();
  }

  private void redrawAround(@Nullable Blocker before, @Nullable Blocker after) {
    Set<Sight> gone = new LinkedHashSet<>();
    List<Sight> come = new ArrayList<>();
    for (Blocker blocker : new Blocker[] {before, after}) {
      if (blocker != null) {
        for (Sight old : books.sightsNear(blocker.box())) {
          if (!gone.contains(old)) {
            Sight now = cut(old.eye());
            if (!now.isCutAs(old)) {
              gone.add(old);
              come.add(now);
            }
          }
        }
      }
    }
    redraw(gone, come);
  }

  /** Puts what cameras see now in the place of what they saw. */
  private void redraw(Set<Sight> gone, List<Sight> come) {
    if (gone.isEmpty() && come.isEmpty()) {
      return;
    }
    Map<Long, SightTile.Builder> builders = new HashMap<>();
    for (Sight sight : gone) {
      books.leave(sight);
      touch(sight.reach(), builders);
    }
    for (Sight sight : come) {
      books.enter(sight);
      SightCells.of(sight).addTo(builders);
    }
    Map<Long, SightTile> renewed = new HashMap<>();
    for (var entry : builders.entrySet()) {
      SightTile old = tiles.find(entry.getKey());
      if (old != null) {
        entry.getValue().addAllBut(old, gone);
      }
      renewed.put(entry.getKey(), entry.getValue().build());
    }
    tiles = tiles.with(renewed);
  }

  /** Makes room for the tiles that are there already. */
  private void touch(LatticeBox reach, Map<Long, SightTile.Builder> builders) {
    for (long key : SightTile.keys(reach)) {
      SightTile tile = tiles.find(key);
      if (tile != null) {
        builders.computeIfAbsent(key, any -> new SightTile.Builder(tile.entries()));
      }
    }
  }
}
