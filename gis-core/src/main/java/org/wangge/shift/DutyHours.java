package org.wangge.shift;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.event.Transactions;

/**
 * Whether somebody is on duty, as rosters have it: whom any roster names within seven days before
 * or after an instant is on duty in these hours and no others. Of everybody else rosters say
 * nothing, and whenever they say something of themselves they are taken to be on duty. Keeps what
 * it read for a minute. Thread-safe.
 */
public final class DutyHours {
  private static final Duration AROUND = Duration.ofDays(7);
  private static final Duration KEPT = Duration.ofMinutes(1);

  private final Transactions transactions;
  private final RosterStore store;
  private volatile @Nullable Kept kept;

  private record Kept(Instant at, Map<String, List<RosterEntry>> byStaff, Set<String> offDuty) {}

  public DutyHours(Transactions transactions, RosterStore store) {
    this.transactions = transactions;
    this.store = store;
  }

  /** Forgets what is kept: a roster has changed. */
  public void forget() {
    kept = null;
  }

  /**
   * The hours of somebody in the fortnight before now and a week ahead; every instant where no
   * roster names them.
   */
  public Predicate<Instant> of(String staff, Instant now) {
    List<RosterEntry> entries = around(now).byStaff().getOrDefault(staff, List.of());
    return entries.isEmpty() ? at -> true : at -> isOnDuty(entries, at).orElse(true);
  }

  /** Who is not on duty now, of those whom a roster names; a minute late at most. */
  public Set<String> offDuty(Instant now) {
    return around(now).offDuty();
  }

  private static Optional<Boolean> isOnDuty(List<RosterEntry> entries, Instant at) {
    DutySpan around = new DutySpan(at.minus(AROUND), at.plus(AROUND));
    List<RosterEntry> named = entries.stream().filter(one -> one.span().meets(around)).toList();
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(named.stream().anyMatch(one -> one.span().holds(at)));
  }

  private Kept around(Instant now) {
    Kept known = kept;
    if (known == null || Duration.between(known.at(), now).abs().compareTo(KEPT) > 0) {
      known = read(now);
      kept = known;
    }
    return known;
  }

  private Kept read(Instant now) {
    DutySpan wide = new DutySpan(now.minus(AROUND.multipliedBy(2)), now.plus(AROUND).plus(KEPT));
    Map<String, List<RosterEntry>> byStaff =
        transactions.read(tx -> store.all(tx, Caller.upkeep(), wide)).stream()
            .collect(Collectors.groupingBy(RosterEntry::staff));
    Set<String> off =
        byStaff.entrySet().stream()
            .filter(one -> !isOnDuty(one.getValue(), now).orElse(true))
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
    return new Kept(now, byStaff, off);
  }
}
