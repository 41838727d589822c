package org.wangge.server.patrol;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the connection to the broker, as well as that can be done: where it ends or does not begin,
 * there is another attempt, the later the more of them failed, and nobody waits for it.
 * Thread-safe.
 */
final class MqttLink implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(MqttLink.class);

  /** 64 MB of the longest there can be, 1 MB of the usual. */
  static final int MOST_HERE = 2_000;

  private static final long FIRST_PAUSE_MILLIS = 500;
  private static final long LONGEST_PAUSE_MILLIS = 30_000;

  /** What lasts so long was no accident. */
  private static final long STEADY_NANOS = TimeUnit.MINUTES.toNanos(1);

  private static final long PATIENCE_MILLIS = 10_000;

  private final MqttSettings settings;
  private final MqttInbox inbox;
  private final int mostHere;
  private final MqttCounts counts;
  private final Clock clock;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "mqtt-link");
  private volatile @Nullable MqttConnection current;
  private volatile State state;

  /**
   * How it stands.
   *
   * @param connected whether messages come
   * @param since since when that is so
   * @param problem why they do not, in a word; empty where they do, or nothing was tried yet
   */
  record State(boolean connected, Instant since, String problem) {}

  /**
   * Makes one that rests.
   *
   * @param mostHere how many messages may be in memory at a time
   */
  MqttLink(MqttSettings settings, MqttInbox inbox, int mostHere, MqttCounts counts, Clock clock) {
    this.settings = settings;
    this.inbox = inbox;
    this.mostHere = mostHere;
    this.counts = counts;
    this.clock = clock;
    state = new State(false, clock.instant(), "");
    thread.setDaemon(true);
  }

  void start() {
    inbox.start();
    thread.start();
  }

  MqttSettings settings() {
    return settings;
  }

  State state() {
    return state;
  }

  MqttCounts counts() {
    return counts;
  }

  int waiting() {
    return inbox.waiting();
  }

  private void run() {
    try {
      int failures = 0;
      do {
        long begun = System.nanoTime();
        attempt();
        failures = System.nanoTime() - begun > STEADY_NANOS ? 0 : failures + 1;
      } while (!closing.await(pauseMillis(failures), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One connection, from its beginning to its end. */
  private void attempt() throws InterruptedException {
    try (MqttConnection connection = MqttConnection.open(settings, inbox, mostHere)) {
      current = connection;
      become(true, "");
      if (closing.getCount() > 0) {
        become(false, connection.awaitEnd());
      }
    } catch (MqttTrouble e) {
      become(false, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      log.warn("the broker for positions: {}", e.toString());
      become(false, "failed");
    } finally {
      current = null;
    }
  }

  private void become(boolean connected, String problem) {
    State before = state;
    if (closing.getCount() == 0
        || (before.connected() == connected && before.problem().equals(problem))) {
      return;
    }
    state = new State(connected, clock.instant(), problem);
    if (connected) {
      log.info("positions come by MQTT from {}", settings.url());
    } else {
      log.warn("no positions by MQTT from {}: {}", settings.url(), problem);
    }
  }

  private static long pauseMillis(int failures) {
    long pause =
        Math.min(LONGEST_PAUSE_MILLIS, FIRST_PAUSE_MILLIS << Math.min(10, Math.max(0, failures)));
    return pause / 2 + ThreadLocalRandom.current().nextLong(pause);
  }

  @Override
  public void close() {
    closing.countDown();
    Optional.ofNullable(current).ifPresent(MqttConnection::close);
    try {
      thread.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    inbox.close();
  }
}
