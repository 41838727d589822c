package org.wangge.figure;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Reads what figures are made of, and keeps how they are graded. Thread-safe. */
public interface FigureStore {

  /**
   * Cases of a span.
   *
   * @param one the case; where it was never filed it counts in the grid it has now
   * @param moved whether it came to another grid since it was reported
   */
  record Found(Case one, boolean moved) {}

  /**
   * Every case that may count in a span and that the caller may see, in no order, in one pass. It
   * may be one too many: what counts, {@link Measure} knows.
   *
   * @param area only those that count in it or may: code of an area of the tree; empty for all
   */
  void each(Tx tx, Caller caller, Period.Span span, Optional<String> area, Consumer<Found> to);

  /**
   * The instants at which areas of an overlay partition begin or end, as on record now, the first
   * first.
   */
  List<Instant> changesOf(Tx tx, String partition);

  /** The grades in force at an instant; those of the beginning where it is before all. */
  GradeRules rulesAt(Tx tx, Instant at);

  /** The newest grades. */
  GradeRules rules(Tx tx);

  /**
   * Puts others in force; what was in force stays on record.
   *
   * @throws org.wangge.fault.Conflict with code {@code version-conflict} when another came first
   */
  void add(Tx tx, Caller caller, GradeRules rules);
}
