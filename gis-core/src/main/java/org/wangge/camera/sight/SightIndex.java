package org.wangge.camera.sight;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final @Nullable Sight[] NONE = new Sight[0];

  private final SightBooks books = new SightBooks();
  private volatile View view = new View(SightTiles.empty(), NONE);

  /** What readers look into: tiles by place, and cameras by the numbers that entries have. */
  private static final class View {
    private final SightTiles tiles;
    private final @Nullable Sight[] sights;

    private View(SightTiles tiles, @Nullable Sight[] sights) {
      this.tiles = tiles;
      this.sights = sights;
    }
  }

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
    Map<Integer, Sight> drawn = new HashMap<>();
    each.values().forEach(eye -> drawn.put(books.enter(eye.id(), Sight.reachOf(eye)), cut(eye)));
    redraw(drawn);
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
    View now = view;
    SightTile tile = now.tiles.find(SightTile.key(lon, lat));
    if (tile == null) {
      return;
    }
    int cell = SightTile.cell(lon, lat);
    long bit = SightTile.bit(lon, lat);
    int end = tile.end(cell);
    for (int i = tile.start(cell); i < end; i++) {
      boolean whole = (tile.seen(i) & bit) != 0;
      if (whole || (tile.border(i) & bit) != 0) {
        Sight sight = now.sights[tile.slot(i)];
        if (sight != null && (whole || sight.sees(lon, lat, Sight.GROUND))) {
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
    books.slotOf(eye.id()).ifPresent(this::leave);
    redraw(Map.of(books.enter(eye.id(), Sight.reachOf(eye)), cut(eye)));
  }

  /** Takes a camera out; one that is not there is no fault. */
  public synchronized void remove(String eyeId) {
    books
        .slotOf(eyeId)
        .ifPresent(
            slot -> {
              leave(slot);
              Map<Integer, @Nullable Sight> gone = new HashMap<>();
              gone.put(slot, null);
              redraw(gone);
              books.strike(eyeId);
            });
  }

  private void leave(Integer slot) {
    Sight sight = view.sights[slot];
    if (sight != null) {
      books.leave(slot, sight.reach());
    }
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
    return view.tiles.entries();
  }

  private void redrawAround(@Nullable Blocker before, @Nullable Blocker after) {
    Map<Integer, Sight> drawn = new HashMap<>();
    for (Blocker blocker : new Blocker[] {before, after}) {
      if (blocker != null) {
        for (int slot : books.slotsNear(blocker.box())) {
          Sight old = view.sights[slot];
          if (old != null && old.reach().intersects(blocker.box())) {
            Sight now = cut(old.eye());
            if (!now.isCutAs(old)) {
              drawn.put(slot, now);
            }
          }
        }
      }
    }
    redraw(drawn);
  }

  /** Puts what cameras see now in the place of what they saw. */
  private void redraw(Map<Integer, ? extends @Nullable Sight> drawn) {
    if (drawn.isEmpty()) {
      return;
    }
    View before = view;
    int most = before.sights.length;
    BitSet changed = new BitSet();
    Map<Long, SightTile.Builder> builders = new HashMap<>();
    for (var entry : drawn.entrySet()) {
      int slot = entry.getKey();
      changed.set(slot);
      most = Math.max(most, slot + 1);
      Sight old = slot < before.sights.length ? before.sights[slot] : null;
      if (old != null) {
        touch(old.reach(), before.tiles, builders);
      }
    }
    @Nullable Sight[] sights = Arrays.copyOf(before.sights, most);
    for (var entry : drawn.entrySet()) {
      Sight now = entry.getValue();
      sights[entry.getKey()] = now;
      if (now != null) {
        SightCells.of(now).addTo(entry.getKey(), builders);
      }
    }
    Map<Long, SightTile> renewed = new HashMap<>();
    for (var entry : builders.entrySet()) {
      SightTile old = before.tiles.find(entry.getKey());
      if (old != null) {
        entry.getValue().addAllBut(old, changed);
      }
      renewed.put(entry.getKey(), entry.getValue().build());
    }
    view = new View(before.tiles.with(renewed), sights);
  }

  private static void touch(
      LatticeBox reach, SightTiles tiles, Map<Long, SightTile.Builder> builders) {
    for (long key : SightTile.keys(reach)) {
      if (tiles.find(key) != null) {
        builders.computeIfAbsent(key, any -> new SightTile.Builder());
      }
    }
  }
}
