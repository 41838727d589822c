package org.wangge.place;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wangge.access.Caller;
import org.wangge.event.Tx;

/** Keeps places. What is not public is not there for callers who do not work here. Thread-safe. */
public interface PlaceStore {

  /** The place of an id, standing or ended. */
  Optional<StandingPlace> find(Tx tx, Caller caller, PlaceKind kind, String id);

  /** Places of a kind in the order of their ids. */
  List<StandingPlace> list(Tx tx, Caller caller, PlaceQuery query);

  /** All places that stand at an instant, kind after kind, each in the order of its ids. */
  default void everything(Tx tx, Caller caller, Instant at, Consumer<Place> each) {
    for (PlaceKind kind : PlaceKind.values()) {
      list(tx, caller, PlaceQuery.all(kind, at)).forEach(one -> each.accept(one.place()));
    }
  }

  /** Whether no place was ever stored. */
  boolean isEmpty(Tx tx);

  /**
   * Adds places of any kinds. What they are part of has to be there or among them.
   *
   * @throws org.wangge.fault.Conflict with code {@code place-taken} when an id is there already
   */
  void add(Tx tx, Caller caller, List<StandingPlace> places);

  /**
   * Ends a place that stands.
   *
   * @param end first instant at which it stands no more
   * @return whether it was there, had begun before, and had no end yet
   */
  boolean end(Tx tx, Caller caller, PlaceKind kind, String id, Instant end);
}
