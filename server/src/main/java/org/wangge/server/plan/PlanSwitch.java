package org.wangge.server.plan;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wangge.event.DomainEvent;
import org.wangge.plan.life.ScheduledPlans;
import org.wangge.plan.record.PlanEvent;
import org.wangge.server.storage.Rounds;

/**
 * Waits for the instants at which plans are to come into force. Those that came while the program
 * stood still are made up for at the start, before anybody is answered. Thread-safe.
 */
final class PlanSwitch implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(20);

  /** How often the store is asked: another process may have scheduled something. */
  private static final long LOOK_NANOS = Duration.ofSeconds(2).toNanos();

  private final ScheduledPlans plans;
  private final Clock clock;
  private final Rounds ticks = new Rounds("plan-switch", PAUSE, this::tick);
  private volatile boolean stale = true;
  private Optional<Instant> next = Optional.empty();
  private long lookedAt;

  PlanSwitch(ScheduledPlans plans, Clock clock) {
    this.plans = plans;
    this.clock = clock;
  }

  void start() {
    ticks.now();
    ticks.start();
  }

  /** To be told of commits. */
  void committed(List<DomainEvent> events) {
    if (events.stream().anyMatch(PlanEvent.PlanStepped.class::isInstance)) {
      stale = true;
    }
  }

  private synchronized void tick() {
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
  }

  @Override
  public void close() {
    ticks.close();
  }
}
