package org.wangge.server.patrol;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What became of the last that each phone sent, since the program started: an app does not tell its
 * owner. Thread-safe.
 */
final class PhoneMemory {
  private final Map<String, Heard> heard = new ConcurrentHashMap<>();

  /** What was heard, and when. */
  record Heard(Instant at, PhoneOutcome outcome) {}

  void note(String deviceId, Instant at, PhoneOutcome outcome) {
    heard.put(deviceId, new Heard(at, outcome));
  }

  Optional<Heard> find(String deviceId) {
    return Optional.ofNullable(heard.get(deviceId));
  }

  void forget(Collection<String> deviceIds) {
    heard.keySet().removeAll(deviceIds);
  }
}
