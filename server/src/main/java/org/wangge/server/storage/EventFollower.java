package org.wangge.server.storage;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.access.Caller;
import org.wangge.event.EventLog;
import org.wangge.event.NumberedEvent;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;

/**
 * Reads what has happened on behalf of a feature, each event once: until which one is kept in the
 * transaction that does something about it. Of several processes each event is one's. Thread-safe.
 */
public final class EventFollower implements AutoCloseable {
  private static final Caller CALLER = Caller.upkeep();
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int BATCH = 500;

  private final Transactions transactions;
  private final EventLog events;
  private final Reader reader;
  private final Rounds looks;
  private long seen = -1;

  /** What a feature does about events. Called on one thread. */
  public interface Reader {
    /** Of the thread, and in the log. */
    String name();

    /** Types of the events it waits for. */
    Set<String> types();

    /** How many of them one transaction may be about. */
    int together();

    /** Until which event it has read, held until the transaction ends; empty before the first. */
    Optional<Long> followed(Tx tx, Caller caller);

    /** Keeps until which event it has read. */
    void follow(Tx tx, Caller caller, long number);

    /** Does something about some, in the transaction that notes that they were read. */
    void happened(Tx tx, List<NumberedEvent> news);
  }

  public EventFollower(Transactions transactions, EventLog events, Reader reader) {
    this.transactions = transactions;
    this.events = events;
    this.reader = reader;
    looks = new Rounds(reader.name(), PAUSE, this::look);
  }

  public void start() {
    looks.start();
  }

  private void look() {
    if (seen < 0) {
      seen = transactions.write(CALLER, this::begun);
    }
    List<NumberedEvent> news = events.after(CALLER, seen, BATCH);
    while (!news.isEmpty() && !looks.isStopping()) {
      read(news);
      news = events.after(CALLER, seen, BATCH);
    }
  }

  /** Nothing is done about what happened before there was anybody to read it. */
  private long begun(Tx tx) {
    return reader
        .followed(tx, CALLER)
        .orElseGet(
            () -> {
              long newest = events.newest();
              reader.follow(tx, CALLER, newest);
              return newest;
            });
  }

  private void read(List<NumberedEvent> news) {
    List<NumberedEvent> awaited =
        news.stream().filter(event -> reader.types().contains(event.type())).toList();
    for (int i = 0; i < awaited.size(); i += reader.together()) {
      if (looks.isStopping()) {
        return;
      }
      pass(awaited.subList(i, Math.min(awaited.size(), i + reader.together())));
    }
    seen = last(news);
    if (news.size() == BATCH) {
      var unused = transactions.write(CALLER, tx -> followed(tx, seen));
    }
  }

  private static long last(List<NumberedEvent> news) {
    return news.get(news.size() - 1).number();
  }

  private void pass(List<NumberedEvent> part) {
    var unused =
        transactions.write(
            CALLER,
            tx -> {
              long before = reader.followed(tx, CALLER).orElse(0L);
              List<NumberedEvent> left =
                  part.stream().filter(event -> event.number() > before).toList();
              if (!left.isEmpty()) {
                reader.follow(tx, CALLER, last(left));
                reader.happened(tx, left);
              }
              return left.size();
            });
    seen = last(part);
  }

  /** Whether no other process was here before. */
  private boolean followed(Tx tx, long number) {
    boolean isNew = reader.followed(tx, CALLER).orElse(0L) < number;
    if (isNew) {
      reader.follow(tx, CALLER, number);
    }
    return isNew;
  }

  @Override
  public void close() {
    looks.close();
  }
}
