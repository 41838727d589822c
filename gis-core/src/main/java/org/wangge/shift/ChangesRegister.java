package org.wangge.shift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Audience;
import org.wangge.event.NumberedEvent;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.grid.AreaAtlas;

/** What has changed since a shift began, out of the numbered log. Thread-safe. */
public final class ChangesRegister {
  /** So many events are counted at most. */
  public static final int MOST_COUNTED = 20_000;

  /** So many are listed, the newest first. */
  public static final int MOST_LISTED = 300;

  private final Transactions transactions;
  private final Happened happened;
  private final Audience audience;
  private final ShiftAreas areas;

  /** The numbered log, read backwards. */
  @FunctionalInterface
  public interface Happened {
    /** Events of some types after an instant, the newest first. */
    List<NumberedEvent> since(Tx tx, Instant since, Collection<String> types, int most);
  }

  /**
   * Makes it.
   *
   * @param audience who may know of what
   */
  public ChangesRegister(
      Transactions transactions, Happened happened, Audience audience, Supplier<AreaAtlas> atlas) {
    this.transactions = transactions;
    this.happened = happened;
    this.audience = audience;
    this.areas = new ShiftAreas(atlas);
  }

  /**
   * One thing that has changed.
   *
   * @param kind how
   * @param event that tells it
   */
  public record Change(ChangeKind kind, NumberedEvent event) {}

  /**
   * All that has changed.
   *
   * @param counts of each kind
   * @param newest those listed
   * @param cut whether there was more than is counted
   */
  public record Changes(Map<ChangeKind, Integer> counts, List<Change> newest, boolean cut) {}

  /**
   * What has changed in an area and below it since an instant, as far as the caller may know.
   *
   * @throws org.wangge.fault.NotFound with code {@code shift-area-unknown}
   */
  public Changes since(Caller caller, String area, Instant since) {
    Caller worker = caller.with(Right.WORK_SHIFTS);
    areas.require(worker, area);
    List<NumberedEvent> events =
        transactions.read(tx -> happened.since(tx, since, ChangeKind.types(), MOST_COUNTED));
    Map<ChangeKind, Integer> counts = new EnumMap<>(ChangeKind.class);
    for (ChangeKind kind : ChangeKind.values()) {
      counts.put(kind, 0);
    }
    List<Change> newest = new ArrayList<>();
    for (NumberedEvent event : events) {
      Optional<ChangeKind> kind = ChangeKind.of(event);
      if (kind.isPresent() && isIn(area, event) && audience.hears(caller, event)) {
        counts.merge(kind.get(), 1, Integer::sum);
        if (newest.size() < MOST_LISTED) {
          newest.add(new Change(kind.get(), event));
        }
      }
    }
    return new Changes(counts, newest, events.size() == MOST_COUNTED);
  }

  private static boolean isIn(String area, NumberedEvent event) {
    return !(event.facts().get("grid") instanceof String grid) || grid.startsWith(area);
  }
}
