package org.wangge.server.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.event.DomainEvent;
import org.wangge.plan.life.ScheduledPlans;
import org.wangge.plan.record.PlanEvent;

/**
 * Waits for the instants at which plans are to come into force. Those that came while the program
 * stood still are made up for at the start, before anybody is answered. Thread-safe.
 */
final class PlanSwitch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PlanSwitch.class);
  private static final long TICK_MILLIS = 20;

  /** How often the store is asked: another process may have scheduled something. */
  private static final long LOOK_NANOS = Duration.ofSeconds(2).toNanos();

  private final ScheduledPlans plans;
  private final Clock clock;
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(PlanSwitch::tickThread);
  private volatile boolean stale = true;
  private Optional<Instant> next = Optional.empty();
  private long lookedAt;

  PlanSwitch(ScheduledPlans plans, Clock clock) {
    this.plans = plans;
    this.clock = clock;
  }

  private static Thread tickThread(Runnable work) {
    Thread thread = new Thread(work, "plan-switch");
    thread.setDaemon(true);
    return thread;
  }

  void start() {
    tick();
    var unused =
        ticks.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** To be told of commits. */
  void committed(List<DomainEvent> events) {
    if (events.stream().anyMatch(PlanEvent.PlanStepped.class::isInstance)) {
      stale = true;
    }
  }

  private synchronized void tick() {
    try {
      long now = System.nanoTime();
      if (stale || now - lookedAt > LOOK_NANOS) {
        stale = false;
        lookedAt = now;
        next = plans.next();
      }
      while (next.filter(instant -> !clock.instant().isBefore(instant)).isPresent()) {
        boolean unused = plans.switchNext();
        next = plans.next();
      }
    } catch (RuntimeException e) {
      log.warn("the scheduled plans could not be looked after: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    ticks.shutdownNow();
  }
}
