package org.wangge.server.patrol;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What became of what came by MQTT, since the program started. Thread-safe. */
final class MqttCounts {
  private final LongAdder received = new LongAdder();
  private final LongAdder accepted = new LongAdder();
  private final LongAdder duplicates = new LongAdder();
  private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();
  private final AtomicBoolean stuck = new AtomicBoolean();
  private volatile @Nullable Instant lastAtOrNull;

  /**
   * As of one moment.
   *
   * @param received messages, also those that came again
   * @param accepted positions that were not on record before
   * @param duplicates positions that were
   * @param refused what can never be kept, by why
   * @param stuck whether the last attempt to keep something failed, so that it waits
   */
  record Now(
      long received, long accepted, long duplicates, Map<String, Long> refused, boolean stuck) {}

  void received(Instant at) {
    received.increment();
    lastAtOrNull = at;
  }

  void add(PhoneOutcome outcome) {
    accepted.add(outcome.accepted());
    duplicates.add(outcome.duplicates());
    outcome.refused().forEach(word -> refused(word, 1));
  }

  void refused(String word, int times) {
    refused.computeIfAbsent(word, one -> new LongAdder()).add(times);
  }

  /** Something was kept. */
  void kept() {
    stuck.set(false);
  }

  /** Something could not be kept; whether that is new. */
  boolean keptNothing() {
    return !stuck.getAndSet(true);
  }

  Optional<Instant> lastAt() {
    return Optional.ofNullable(lastAtOrNull);
  }

  Now now() {
    Map<String, Long> words = new TreeMap<>();
    refused.forEach((word, times) -> words.put(word, times.sum()));
    return new Now(received.sum(), accepted.sum(), duplicates.sum(), words, stuck.get());
  }
}
