package org.wangge.server.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.wangge.access.Caller;
import org.wangge.people.SecretHash;

/**
 * Whose tokens have just been shown, so that a sensor that reports a hundred times a second is not
 * looked up each time. What was read is used for less than a second, and not at all once anything
 * about people or tokens has been changed by this server. Thread-safe.
 */
final class TokenBook {
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final int MOST_HELD = 5_000;

  private final Function<String, Optional<Caller>> read;
  private final Clock clock;
  private final AtomicLong changes = new AtomicLong();
  private final Map<String, Entry> held = new ConcurrentHashMap<>();

  /** What was read of a token, at which instant and after how many changes. */
  private record Entry(Caller caller, Instant at, long changes) {}

  /**
   * Makes it.
   *
   * @param read whose a token is now
   */
  TokenBook(Function<String, Optional<Caller>> read, Clock clock) {
    this.read = read;
    this.clock = clock;
  }

  /** Whose a token is. */
  Optional<Caller> find(String secret) {
    String hash = SecretHash.of(secret);
    Instant now = clock.instant();
    long before = changes.get();
    Entry known = held.get(hash);
    if (known != null && isFresh(known, now, before)) {
      return Optional.of(known.caller());
    }
    if (held.size() >= MOST_HELD) {
      held.values().removeIf(old -> !isFresh(old, now, before));
    }
    Optional<Caller> found = read.apply(secret);
    // A change that comes between reading and keeping makes this stale from the beginning.
    found.ifPresentOrElse(
        caller -> held.put(hash, new Entry(caller, now, before)), () -> held.remove(hash));
    return found;
  }

  private static boolean isFresh(Entry entry, Instant now, long changes) {
    return entry.changes() == changes
        && !now.isBefore(entry.at())
        && now.isBefore(entry.at().plus(FRESH));
  }

  /** Looks up all of them anew from now on. */
  void forget() {
    changes.incrementAndGet();
    held.clear();
  }
}
