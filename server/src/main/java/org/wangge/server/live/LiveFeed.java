package org.wangge.server.live;

import jakarta.servlet.AsyncContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.access.Caller;
import org.wangge.event.Audience;
import org.wangge.event.EventLog;
import org.wangge.event.NumberedEvent;

/**
 * Reads each new batch of the log once and tells all readers. Readers that are further behind than
 * what is held are read for on two threads of their own, a bite at a time. Thread-safe.
 */
final class LiveFeed implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LiveFeed.class);
  private static final Caller CALLER = Caller.upkeep();
  private static final int BATCH = 500;
  private static final int BITE = 200;
  private static final int READERS_BEHIND = 2;

  /** Another process on the same database may number events without a word to this one. */
  private static final long LOOK_MILLIS = 200;

  /** Who has signed out, or may see less than before, looks on no longer than this. */
  private static final long SESSION_LOOK_NANOS = 2_000_000_000L;

  private static final long RETRY_MILLIS = 1_000;

  private final EventLog events;
  private final Audience audience;
  private final LiveMessages messages;
  private final LiveLimits limits;
  private final RecentChanges recent;
  private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
  private final Semaphore news = new Semaphore(0);
  private final ExecutorService behind =
      Executors.newFixedThreadPool(READERS_BEHIND, work -> daemon(work, "live-behind"));
  private final Thread thread = daemon(this::run, "live");
  private long lastBeatNanos = System.nanoTime();
  private long lastLookNanos = System.nanoTime();
  private volatile boolean closed;

  LiveFeed(EventLog events, Audience audience, LiveMessages messages, LiveLimits limits) {
    this.events = events;
    this.audience = audience;
    this.messages = messages;
    this.limits = limits;
    this.recent = new RecentChanges(events.newest(), limits.mostHeld());
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  void start() {
    thread.start();
  }

  /** There are newly numbered events. Quick; may be called from any thread. */
  void numbered() {
    news.release();
  }

  /**
   * Takes on a reader.
   *
   * @param after number of the last change it has; empty when it wants what happens from now on
   * @param reading on whose behalf
   * @return empty when there are too many, or the program is stopping
   */
  synchronized Optional<LiveStream> open(
      OptionalLong after, Reading reading, AsyncContext connection) {
    if (closed || streams.size() >= limits.mostStreams()) {
      return Optional.empty();
    }
    long newest = newest();
    long wanted = after.orElse(newest);
    List<byte[]> first = new ArrayList<>();
    // What lies ahead of the log belongs to another log, such as one from before a restore.
    long place = Math.min(wanted, newest);
    first.add(messages.hello(place, newest, reading.caller()));
    if (wanted > newest) {
      first.add(messages.reset(newest));
    }
    LiveStream stream = new LiveStream(this, reading, connection, place, first);
    streams.add(stream);
    return Optional.of(stream);
  }

  void leave(LiveStream stream) {
    streams.remove(stream);
  }

  int streams() {
    return streams.size();
  }

  long newest() {
    return recent.newest();
  }

  @Nullable Change find(long number) {
    return recent.find(number);
  }

  /** Whether a reader is told of a change. */
  boolean tells(Reading reading, Change change) {
    return audience.hears(reading.caller(), change.event());
  }

  LiveLimits limits() {
    return limits;
  }

  LiveMessages messages() {
    return messages;
  }

  /** Reads for a reader that is behind what is held; it is told later, on another thread. */
  void fetch(LiveStream stream, long place) {
    try {
      behind.execute(() -> fetchNow(stream, place));
    } catch (RejectedExecutionException e) {
      stream.end();
    }
  }

  private void fetchNow(LiveStream stream, long place) {
    try {
      List<NumberedEvent> bite = events.after(CALLER, place, BITE);
      boolean whole = !bite.isEmpty() && bite.get(0).number() == place + 1;
      stream.fetched(whole ? bite.stream().map(messages::change).toList() : List.of());
    } catch (RuntimeException e) {
      log.warn("a reader of the live stream was cut, the log cannot be read: {}", e.getMessage());
      stream.end();
    }
  }

  private void run() {
    while (!closed) {
      try {
        if (news.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          news.drainPermits();
        }
        tellNews();
        tellBeat();
        endSessions();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        retryLater(e);
      }
    }
  }

  /** Reads on. Also asked for by whoever knows of a number that is not known here yet. */
  synchronized void tellNews() {
    List<NumberedEvent> batch;
    do {
      batch = events.after(CALLER, newest(), BATCH);
      batch.forEach(event -> recent.add(messages.change(event)));
      if (!batch.isEmpty()) {
        streams.forEach(LiveStream::wake);
      }
    } while (batch.size() == BATCH);
  }

  private void tellBeat() {
    long now = System.nanoTime();
    if (now - lastBeatNanos < TimeUnit.MILLISECONDS.toNanos(limits.beatMillis())) {
      return;
    }
    lastBeatNanos = now;
    streams.forEach(LiveStream::beat);
  }

  private void endSessions() {
    long now = System.nanoTime();
    if (now - lastLookNanos > SESSION_LOOK_NANOS) {
      lastLookNanos = now;
      streams.forEach(LiveStream::endWithSession);
    }
  }

  private void retryLater(RuntimeException e) {
    if (closed) {
      return;
    }
    log.warn("the live stream paused: {}", e.getMessage());
    try {
      Thread.sleep(RETRY_MILLIS);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends all streams, and takes on no more. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    thread.interrupt();
    behind.shutdownNow();
    streams.forEach(LiveStream::end);
  }
}
