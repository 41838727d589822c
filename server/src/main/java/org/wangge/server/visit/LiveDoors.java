package org.wangge.server.visit;

import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.event.DomainEvent;
import org.wangge.event.Transactions;
import org.wangge.grid.AreaAtlas;
import org.wangge.place.Door;
import org.wangge.place.DoorBook;
import org.wangge.place.DoorGround;
import org.wangge.place.PlaceEvent;

/**
 * All doors in memory, as they stand now: read anew when somebody asks after places or areas have
 * changed. Thread-safe.
 */
final class LiveDoors implements Supplier<DoorBook> {
  private final Transactions transactions;
  private final DoorGround ground;
  private final Supplier<AreaAtlas> atlas;
  private final AtomicLong changes = new AtomicLong();
  private volatile Built built = new Built(-1, -1, DoorBook.of(List.of()));

  LiveDoors(Transactions transactions, DoorGround ground, Supplier<AreaAtlas> atlas) {
    this.transactions = transactions;
    this.ground = ground;
    this.atlas = atlas;
  }

  /** A book, and of which places and areas it is. */
  private record Built(long changes, long coverage, DoorBook book) {}

  /** To be told of what is committed. */
  void follow(List<DomainEvent> events) {
    if (events.stream().anyMatch(PlaceEvent.class::isInstance)) {
      changes.incrementAndGet();
    }
  }

  @Override
  public DoorBook get() {
    Built now = built;
    return isOfNow(now) ? now.book() : build();
  }

  private boolean isOfNow(Built one) {
    return one.changes() == changes.get() && one.coverage() == atlas.get().coverageVersion();
  }

  private synchronized DoorBook build() {
    if (!isOfNow(built)) {
      // Before the reading begins: what is changed meanwhile is read once more.
      long known = changes.get();
      long coverage = atlas.get().coverageVersion();
      List<Door> doors =
          transactions.read(
              tx ->
                  ground.everywhere(
                      tx, Caller.upkeep(), EnumSet.of(Door.Kind.HOUSEHOLD, Door.Kind.BUSINESS)));
      built = new Built(known, coverage, DoorBook.of(doors));
    }
    return built.book();
  }
}
