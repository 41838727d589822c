package org.wangge.visit;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.place.Door;
import org.wangge.place.DoorBook;

/** Counts what is due, and how many were seen. Nothing of it is kept. Thread-safe. */
public final class VisitCount {
  private final Transactions transactions;
  private final VisitStore store;
  private final Supplier<DoorBook> doors;
  private final ZoneId zone;

  /**
   * Makes it.
   *
   * @param doors all there are, as they stand now
   * @param zone whose months count
   */
  public VisitCount(
      Transactions transactions, VisitStore store, Supplier<DoorBook> doors, ZoneId zone) {
    this.transactions = transactions;
    this.store = store;
    this.doors = doors;
    this.zone = zone;
  }

  /**
   * What is due.
   *
   * @param found a page of it
   * @param all how many there are
   */
  public record Due(List<DueDoor> found, int all) {}

  /**
   * Doors that are due in the caller's areas, as one walks or the nearest first. What is due by a
   * rule about marked households is told to who goes there only.
   */
  public Due due(Caller caller, DueQuery query) {
    Caller reader = caller.with(Right.READ_VISITS);
    DoorBook book = doors.get();
    return transactions.read(
        tx -> {
          DueList list = list(tx, reader, query.areaOrNull(), query.ruleOrNull());
          List<DueDoor> due =
              list.at(seen(book, reader, query), tx.now())
                  .filter(one -> query.stateOrNull() == null || one.is(query.stateOrNull()))
                  .filter(one -> !one.rule().isMarked() || VisitSight.seesMarks(caller, one.door()))
                  .toList();
          List<DueDoor> ordered =
              query.fromOrNull() == null ? due : DueList.nearest(due, query.fromOrNull());
          return new Due(
              ordered.stream().skip(query.after()).limit(query.limit()).toList(), due.size());
        });
  }

  private DueList list(Tx tx, Caller reader, @Nullable String area, @Nullable Long only) {
    List<VisitRule> rules =
        store.rules(tx, reader, false).stream()
            .filter(one -> only == null || one.id() == only)
            .toList();
    return DueList.of(
        rules, store.standings(tx, reader, area), store.marks(tx, reader, area), zone);
  }

  private static Stream<Door> seen(DoorBook book, Caller reader, DueQuery query) {
    return seen(book, reader, query.areaOrNull())
        .filter(one -> query.unitOrNull() == null || one.unitId().equals(query.unitOrNull()));
  }

  private static Stream<Door> seen(DoorBook book, Caller reader, @Nullable String area) {
    AreaScope scope = reader.scope();
    return book.below(area == null ? "" : area).stream()
        .filter(one -> VisitSight.covers(scope, one));
  }

  /**
   * How many of those that were due within a span were seen in it, building unit by building unit,
   * on the ground as it is today.
   *
   * @param areaOrNull code of an area; null for all of the caller's
   * @param ruleOrNull id of a rule; null for all that hold
   * @param from beginning of the span
   * @param to its end
   */
  public List<Coverage> coverage(
      Caller caller,
      @Nullable String areaOrNull,
      @Nullable Long ruleOrNull,
      Instant from,
      Instant to) {
    Caller reader = caller.with(Right.READ_VISITS);
    DoorBook book = doors.get();
    return transactions.read(
        tx -> {
          DueList list = list(tx, reader, areaOrNull, ruleOrNull);
          Instant since =
              list.rules().stream()
                  .map(one -> one.plan().rhythm().reach(from))
                  .min(Instant::compareTo)
                  .orElse(from);
          List<DoorPast> past = store.past(tx, reader, areaOrNull, since, from, to);
          return new CoverageCount(list, past, zone).of(seen(book, reader, areaOrNull), to);
        });
  }

  /** What is told of building units, told of their grids. */
  public static List<Coverage> byGrid(List<Coverage> units) {
    Map<String, Coverage> grids = new LinkedHashMap<>();
    for (Coverage one : units) {
      grids.merge(one.grid(), one.ofGrid(), Coverage::and);
    }
    return List.copyOf(grids.values());
  }
}
