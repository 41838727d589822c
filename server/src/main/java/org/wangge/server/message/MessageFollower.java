package org.wangge.server.message;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.access.Caller;
import org.wangge.event.EventLog;
import org.wangge.event.NumberedEvent;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.message.NotificationStore;

/**
 * Reads what has happened and lets people be told of it, each event once: until which one is kept
 * in the transaction that tells them. Of several processes each event is one's. Thread-safe.
 */
final class MessageFollower implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(MessageFollower.class);
  private static final Caller CALLER = Caller.upkeep();
  private static final long LOOK_MILLIS = 200;
  private static final int BATCH = 500;
  private static final int LONGEST_STOP_SECONDS = 5;

  private final Transactions transactions;
  private final EventLog events;
  private final NotificationStore store;
  private final List<Occurrence> occurrences;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "message-follower");
            thread.setDaemon(true);
            return thread;
          });
  private long seen = -1;
  private volatile boolean stopped;

  MessageFollower(
      Transactions transactions,
      EventLog events,
      NotificationStore store,
      List<Occurrence> occurrences) {
    this.transactions = transactions;
    this.events = events;
    this.store = store;
    this.occurrences = List.copyOf(occurrences);
  }

  void start() {
    var unused =
        looks.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      if (seen < 0) {
        seen = transactions.write(CALLER, this::begun);
      }
      List<NumberedEvent> news = events.after(CALLER, seen, BATCH);
      while (!news.isEmpty() && !stopped) {
        read(news);
        news = events.after(CALLER, seen, BATCH);
      }
    } catch (RuntimeException e) {
      log.warn("people could not be told: {}", e.getMessage());
    }
  }

  /** Nobody is told of what happened before there was anybody to tell. */
  private long begun(Tx tx) {
    return store
        .followed(tx, CALLER)
        .orElseGet(
            () -> {
              long newest = events.newest();
              store.follow(tx, CALLER, newest);
              return newest;
            });
  }

  private void read(List<NumberedEvent> news) {
    for (NumberedEvent event : news) {
      if (stopped) {
        return;
      }
      if (occurrences.stream().anyMatch(one -> one.types().contains(event.type()))) {
        tell(event);
      }
      seen = event.number();
    }
    if (news.size() == BATCH) {
      var unused = transactions.write(CALLER, tx -> followed(tx, seen));
    }
  }

  private void tell(NumberedEvent event) {
    var unused =
        transactions.write(
            CALLER,
            tx -> {
              boolean isNew = followed(tx, event.number());
              occurrences.stream()
                  .filter(one -> isNew && one.types().contains(event.type()))
                  .forEach(one -> one.happened(tx, event));
              return isNew;
            });
  }

  /** Whether no other process was here before. */
  private boolean followed(Tx tx, long number) {
    boolean isNew = store.followed(tx, CALLER).orElse(0L) < number;
    if (isNew) {
      store.follow(tx, CALLER, number);
    }
    return isNew;
  }

  /** Is not interrupted: that would close the file that witnesses the audit under it. */
  @Override
  public void close() {
    stopped = true;
    looks.shutdown();
    try {
      boolean unused = looks.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
