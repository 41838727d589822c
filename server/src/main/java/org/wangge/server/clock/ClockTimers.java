package org.wangge.server.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.access.Caller;
import org.wangge.clock.Timer;
import org.wangge.clock.TimerStore;
import org.wangge.clock.TimerTarget;
import org.wangge.event.Transactions;
import org.wangge.server.storage.Rounds;

/**
 * Rings timers when their instant has come by the program's clock, each once and in a transaction
 * of its own, the earliest first. What came while the program stood still rings soon after it
 * starts. Nothing is kept in memory but what has just failed, so a clock that is set back or
 * forward, a second process, or another one's changes make no difference. Thread-safe.
 */
public final class ClockTimers implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ClockTimers.class);
  private static final Caller CALLER = Caller.upkeep();

  /** How often is looked: a warning that comes half a second late is soon enough. */
  private static final Duration PAUSE = Duration.ofMillis(500);

  private static final int BATCH = 200;
  private static final long FIRST_RETRY_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int MOST_DOUBLINGS = 8;

  private final Transactions transactions;
  private final TimerStore store;
  private final Clock clock;
  private final Map<String, TimerTarget> targets = new ConcurrentHashMap<>();
  private final Map<Long, Failure> failures = new ConcurrentHashMap<>();
  private final Rounds looks = new Rounds("clock-timers", PAUSE, this::look);

  /** A timer that could not be rung: how often, and when to try again by the machine's time. */
  private record Failure(int times, long retryNanos) {}

  public ClockTimers(Transactions transactions, TimerStore store, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.clock = clock;
  }

  /**
   * Says what happens when a timer of a type of subject rings. Before that its timers wait.
   *
   * @param type of {@link org.wangge.clock.TimerSubject}
   */
  public void tell(String type, TimerTarget target) {
    if (targets.putIfAbsent(type, target) != null) {
      throw new IllegalStateException("two who are told of " + type);
    }
  }

  public void start() {
    looks.start();
  }

  private void look() {
    int unused = ringDue();
  }

  /**
   * Rings whatever is due now. Returns how many rang.
   *
   * <p>Only one thread at a time; others, and other processes, may ring between its timers.
   */
  public synchronized int ringDue() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    int rang = 0;
    Optional<Timer> last = Optional.empty();
    while (!looks.isStopping()) {
      Optional<Timer> after = last;
      List<Timer> due = transactions.read(tx -> store.due(tx, CALLER, now, after, BATCH));
      for (Timer timer : due) {
        rang += ring(timer, now) ? 1 : 0;
        last = Optional.of(timer);
      }
      if (due.size() < BATCH) {
        break;
      }
    }
    return rang;
  }

  private boolean ring(Timer timer, Instant now) {
    TimerTarget target = targets.get(timer.subject().type());
    Failure before = failures.get(timer.id());
    if (target == null || (before != null && System.nanoTime() - before.retryNanos() < 0)) {
      return false;
    }
    try {
      boolean rang =
          transactions.write(
              CALLER,
              tx -> {
                target.hold(tx, CALLER, timer.subject());
                Optional<Timer> taken = store.take(tx, CALLER, timer.id(), now);
                taken.ifPresent(one -> target.ring(tx, CALLER, one));
                return taken.isPresent();
              });
      failures.remove(timer.id());
      return rang;
    } catch (RuntimeException e) {
      int times = before == null ? 1 : before.times() + 1;
      long wait = FIRST_RETRY_NANOS << Math.min(times - 1, MOST_DOUBLINGS);
      failures.put(timer.id(), new Failure(times, System.nanoTime() + wait));
      log.warn(
          "timer {} of {} {} could not ring, for the {}. time",
          timer.alarm().mark(),
          timer.subject().type(),
          timer.subject().id(),
          times,
          e);
      return false;
    }
  }

  @Override
  public void close() {
    looks.close();
  }
}
