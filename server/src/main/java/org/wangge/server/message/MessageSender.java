package org.wangge.server.message;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.event.Transactions;
import org.wangge.message.Medium;
import org.wangge.message.Message;
import org.wangge.message.NotificationRegister;
import org.wangge.message.Outbox;
import org.wangge.message.Outcome;
import org.wangge.server.storage.Rounds;

/**
 * Hands over what is in the outbox, a few messages of each medium at a time, so that one slow
 * gateway holds up no other. Thread-safe.
 */
final class MessageSender implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(MessageSender.class);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int AT_ONCE = 4;
  private static final int LONGEST_STOP_SECONDS = 3;

  /** For keeping what came of it, beyond what the handing over itself may take. */
  private static final Duration MARGIN = Duration.ofSeconds(3);

  private final Transactions transactions;
  private final Outbox outbox;
  private final NotificationRegister register;
  private final Outlets outlets;
  private final Clock machine;
  private final Map<Medium, Semaphore> slots = new EnumMap<>(Medium.class);
  private final Rounds looks = new Rounds("message-outbox", PAUSE, this::look);
  private final ExecutorService hands =
      Executors.newCachedThreadPool(work -> Rounds.daemon(work, "message-gateway"));

  MessageSender(
      Transactions transactions,
      Outbox outbox,
      NotificationRegister register,
      Outlets outlets,
      Clock machine) {
    this.transactions = transactions;
    this.outbox = outbox;
    this.register = register;
    this.outlets = outlets;
    this.machine = machine;
    for (Medium medium : Medium.values()) {
      slots.put(medium, new Semaphore(AT_ONCE));
    }
  }

  void start() {
    looks.start();
  }

  private void look() {
    int unused = outbox.settleUncertain(machine.instant());
    for (Medium medium : Medium.values()) {
      outlets.of(medium).ifPresent(this::send);
    }
  }

  /** Takes as many as there are hands free. */
  private void send(Outlet outlet) {
    Semaphore free = slots.get(outlet.medium());
    while (free != null && free.tryAcquire()) {
      Optional<Outbox.Claimed> claimed = Optional.empty();
      try {
        Duration lease = outlet.patience().plus(MARGIN);
        claimed = outbox.claim(outlet.medium(), machine.instant(), lease);
      } finally {
        if (claimed.isEmpty()) {
          free.release();
        }
      }
      if (claimed.isEmpty()) {
        return;
      }
      Outbox.Claimed one = claimed.get();
      hands.execute(
          () -> {
            try {
              handOver(outlet, one);
            } finally {
              free.release();
            }
          });
    }
  }

  private void handOver(Outlet outlet, Outbox.Claimed claimed) {
    Message message = claimed.message();
    try {
      outbox.settle(message, sent(outlet, claimed), machine.instant());
    } catch (RuntimeException e) {
      // What came of it stays unknown until the lease is over.
      log.warn("message {} over {}: {}", message.id(), message.medium().word(), e.getMessage());
    }
  }

  private Outcome sent(Outlet outlet, Outbox.Claimed claimed) {
    Message message = claimed.message();
    String text =
        register.text(
            claimed.notification(), message.medium(), outlets.fillingsOf(message.recipient()));
    Optional<String> address =
        transactions.read(tx -> outlets.addressOf(tx, message.medium(), message.recipient()));
    if (address.isEmpty() || text.isEmpty()) {
      return new Outcome.Refused(text.isEmpty() ? "no-text" : "no-address");
    }
    return outlet.send(message, address.get(), text);
  }

  /**
   * What is being handed over is left alone; what came of it is found out by the next start. Nobody
   * is interrupted, as with {@link Rounds}.
   */
  @Override
  public void close() {
    looks.close();
    hands.shutdown();
    try {
      boolean unused = hands.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
