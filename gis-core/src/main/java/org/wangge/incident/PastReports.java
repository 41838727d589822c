package org.wangge.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
import org.wangge.geo.LatticePoint;
import org.wangge.incident.category.Category;
import org.wangge.incident.category.CategoryStore;

/**
 * Takes in what was reported and closed elsewhere, as history with its own times: each that cannot
 * have been so is refused by name, the others are taken. Thread-safe.
 */
public final class PastReports {
  private final Transactions transactions;
  private final IncidentStore store;
  private final CategoryStore categories;
  private final Intake intake;

  public PastReports(
      Transactions transactions, IncidentStore store, CategoryStore categories, Intake intake) {
    this.transactions = transactions;
    this.store = store;
    this.categories = categories;
    this.intake = intake;
  }

  /**
   * Something that was reported.
   *
   * @param key by which it is known again
   * @param category code of its category
   * @param channel how it came in
   * @param location where it was
   * @param reportedAt when
   * @param acceptedOrNull when it was taken up; null where that is not known, or was not done
   * @param filedOrNull when it was filed and given to somebody to handle; null likewise
   * @param closedOrNull when it was closed; null where it still is to be done
   */
  public record Past(
      String key,
      String category,
      Channel channel,
      LatticePoint location,
      Instant reportedAt,
      @Nullable Instant acceptedOrNull,
      @Nullable Instant filedOrNull,
      @Nullable Instant closedOrNull) {

    /** When it was taken up, as far as what followed tells. */
    private @Nullable Instant accepted() {
      return acceptedOrNull != null ? acceptedOrNull : filed() != null ? reportedAt : null;
    }

    /** When it was filed: nobody says, so what was closed counts as in hand from then on. */
    private @Nullable Instant filed() {
      if (filedOrNull != null || closedOrNull == null) {
        return filedOrNull;
      }
      return acceptedOrNull != null ? acceptedOrNull : reportedAt;
    }

    /** When what was done to it was done, in the order in which that must have been. */
    private List<Instant> instants() {
      return Stream.of(reportedAt, accepted(), filed(), closedOrNull)
          .filter(Objects::nonNull)
          .toList();
    }
  }

  /**
   * What became of them.
   *
   * @param taken how many were taken in
   * @param known how many were on record already, under their keys
   * @param placeless how many of those taken lie in no grid, and wait to be placed or are closed
   * @param refused the others
   */
  public record Outcome(int taken, int known, int placeless, List<Refusal> refused) {}

  /**
   * One that was not taken in.
   *
   * @param index where it stood, from 0
   * @param code why: {@code closed-before-reported}, {@code times-out-of-order}, {@code
   *     reported-later}, {@code category-unknown} or {@code key-twice}
   */
  public record Refusal(int index, String code) {}

  /** Takes them in, in one transaction. */
  public Outcome take(Caller caller, List<Past> all) {
    Caller keeper = caller.with(Right.RUN);
    return transactions.write(keeper, tx -> take(tx, keeper, all));
  }

  private Outcome take(Tx tx, Caller caller, List<Past> all) {
    Set<String> known =
        store.knownKeys(tx, all.stream().map(Past::key).collect(Collectors.toSet()));
    List<Refusal> refused = new ArrayList<>();
    List<Arrival> arrivals = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    int doubles = 0;
    for (int i = 0; i < all.size(); i++) {
      Past one = all.get(i);
      if (known.contains(one.key())) {
        doubles++;
        continue;
      }
      Optional<Category> category = categories.find(tx, caller, one.category());
      Optional<String> fault =
          keys.add(one.key()) ? fault(one, category, tx.now()) : Optional.of("key-twice");
      if (fault.isPresent()) {
        refused.add(new Refusal(i, fault.get()));
      } else {
        arrivals.add(arrival(one, category.orElseThrow()));
      }
    }
    List<Incident> taken = arrivals.isEmpty() ? List.of() : intake.load(tx, caller, arrivals);
    long placeless = taken.stream().filter(one -> one.gridCode().isEmpty()).count();
    return new Outcome(taken.size(), doubles, (int) placeless, refused);
  }

  private static Optional<String> fault(Past one, Optional<Category> category, Instant now) {
    if (category.isEmpty()) {
      return Optional.of("category-unknown");
    }
    if (one.reportedAt().isAfter(now)) {
      return Optional.of("reported-later");
    }
    Instant closed = one.closedOrNull();
    if (closed != null && closed.isBefore(one.reportedAt())) {
      return Optional.of("closed-before-reported");
    }
    List<Instant> instants = one.instants();
    return instants.equals(instants.stream().sorted().toList())
        ? Optional.empty()
        : Optional.of("times-out-of-order");
  }

  private static Arrival arrival(Past one, Category category) {
    Incident incident =
        Incident.reported(
            "past", category, "", one.channel(), one.location(), null, one.reportedAt(), false);
    return new Arrival(one.key(), incident, done(one));
  }

  private static List<Arrival.Done> done(Past one) {
    List<Arrival.Done> done = new ArrayList<>();
    add(done, one.accepted(), Action.ACCEPT);
    add(done, one.filed(), Action.FILE, Action.DISPATCH, Action.TAKE);
    add(done, one.closedOrNull(), Action.REPORT_BACK, Action.CLOSE);
    return done;
  }

  private static void add(List<Arrival.Done> to, @Nullable Instant at, Action... actions) {
    if (at != null) {
      for (Action action : actions) {
        to.add(new Arrival.Done(action, at));
      }
    }
  }
}
