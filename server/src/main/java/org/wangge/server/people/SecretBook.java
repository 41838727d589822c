package org.wangge.server.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.wangge.people.SecretHash;

/**
 * Whose secrets have just been shown, so that a sensor that reports a hundred times a second is not
 * looked up each time. What was read is used for a short while, and not at all once anything about
 * people, tokens or devices has been changed by this server. Thread-safe.
 *
 * @param <T> what a secret is of
 */
final class SecretBook<T> {
  private final Function<String, Optional<T>> read;
  private final Duration fresh;
  private final int mostHeld;
  private final Clock clock;
  private final AtomicLong changes = new AtomicLong();
  private final Map<String, Entry<T>> held = new ConcurrentHashMap<>();

  /** What was read of a secret, at which instant and after how many changes. */
  private record Entry<T>(T owner, Instant at, long changes) {}

  /**
   * Makes it.
   *
   * @param read whose a secret is now
   * @param fresh how long that is used; so long a change by another server is not noticed
   * @param mostHeld at about so many, those that are used no longer are thrown away
   */
  SecretBook(Function<String, Optional<T>> read, Duration fresh, int mostHeld, Clock clock) {
    this.read = read;
    this.fresh = fresh;
    this.mostHeld = mostHeld;
    this.clock = clock;
  }

  /** Whose a secret is. */
  Optional<T> find(String secret) {
    String hash = SecretHash.of(secret);
    Instant now = clock.instant();
    long before = changes.get();
    Entry<T> known = held.get(hash);
    if (known != null && isFresh(known, now, before)) {
      return Optional.of(known.owner());
    }
    if (held.size() >= mostHeld) {
      held.values().removeIf(old -> !isFresh(old, now, before));
    }
    Optional<T> found = read.apply(secret);
    // A change that comes between reading and keeping makes this stale from the beginning.
    found.ifPresentOrElse(
        owner -> held.put(hash, new Entry<>(owner, now, before)), () -> held.remove(hash));
    return found;
  }

  private boolean isFresh(Entry<T> entry, Instant now, long changes) {
    return entry.changes() == changes
        && !now.isBefore(entry.at())
        && now.isBefore(entry.at().plus(fresh));
  }

  /** Looks up all of them anew from now on. */
  void forget() {
    changes.incrementAndGet();
    held.clear();
  }
}
