package org.wangge.server.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One reader: its place in the log, and the bytes its connection takes next. It is written to only
 * when the connection can take something at once, so nobody ever waits for it, and what it has not
 * taken is not queued but read again from where it stands. Thread-safe.
 */
final class LiveStream implements WriteListener {
  private final LiveFeed feed;
  private final Reading reading;
  private final ServletOutputStream output;

  /** The hello, and at most one bite of what was read from the log. */
  private final Queue<byte[]> next = new ArrayDeque<>();

  private final CompletableFuture<Void> ending = new CompletableFuture<>();

  /** Number up to which it was told all that it may know. */
  private long place;

  /** Number of what it was told last: what came between is not its business. */
  private long told;

  private boolean beatDue;
  private boolean begun;
  private boolean fetching;
  private boolean unflushed;
  private boolean leaving;
  private boolean ended;
  private boolean blocked;
  private long blockedNanos;

  /**
   * Makes the reader; {@link #begin} lets the bytes go.
   *
   * @param place number of the last change it has
   */
  LiveStream(LiveFeed feed, Reading reading, AsyncContext async, long place, List<byte[]> first) {
    this.feed = feed;
    this.reading = reading;
    try {
      this.output = async.getResponse().getOutputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.place = place;
    this.told = place;
    next.addAll(first);
  }

  /** The first bytes go when the request's own handling has ended, so after all headers. */
  void begin() {
    output.setWriteListener(this);
  }

  @Override
  public synchronized void onWritePossible() {
    begun = true;
    blocked = false;
    write();
  }

  @Override
  public void onError(Throwable broken) {
    end();
  }

  /** There is something new. */
  synchronized void wake() {
    if (begun && !blocked) {
      write();
    }
  }

  /** Gives a sign of life. */
  synchronized void beat() {
    if (isStalled()) {
      end();
      return;
    }
    beatDue = true;
    wake();
  }

  /** Takes leave when the session has ended. */
  void endWithSession() {
    if (reading.isOpen().getAsBoolean()) {
      return;
    }
    synchronized (this) {
      if (!leaving) {
        leaving = true;
        next.clear();
        next.add(feed.messages().end());
        wake();
      }
    }
  }

  private boolean isStalled() {
    long most = TimeUnit.MILLISECONDS.toNanos(feed.limits().stallMillis());
    return blocked && System.nanoTime() - blockedNanos > most;
  }

  private void write() {
    try {
      while (!ended && canTake()) {
        byte[] message = nextMessage();
        if (message != null) {
          output.write(message);
          unflushed = true;
        } else if (unflushed) {
          unflushed = false;
          output.flush();
        } else {
          if (leaving) {
            end();
          }
          return;
        }
      }
    } catch (IOException | IllegalStateException e) {
      end();
    }
  }

  /** When the answer is no, the server calls {@link #onWritePossible} once it can. */
  private boolean canTake() {
    if (output.isReady()) {
      return true;
    }
    blocked = true;
    blockedNanos = System.nanoTime();
    return false;
  }

  private byte @Nullable [] nextMessage() {
    byte[] message = next.poll();
    if (message != null || leaving) {
      return message;
    }
    if (beatDue) {
      beatDue = false;
      return feed.messages().beat(place, feed.newest());
    }
    return fetching ? null : nextChange();
  }

  private byte @Nullable [] nextChange() {
    long newest = feed.newest();
    if (newest - place > feed.limits().mostBehind()) {
      return reset(newest);
    }
    while (place < newest) {
      Change change = feed.find(place + 1);
      if (change == null) {
        fetching = true;
        feed.fetch(this, place);
        return null;
      }
      byte[] message = tell(change);
      if (message != null) {
        return message;
      }
    }
    return null;
  }

  /** The message of the next change; null where this reader may not know of it. */
  private byte @Nullable [] tell(Change change) {
    place = change.event().number();
    if (!feed.tells(reading, change)) {
      return null;
    }
    byte[] message = change.after(told);
    told = place;
    return message;
  }

  private byte[] reset(long newest) {
    place = newest;
    told = newest;
    return feed.messages().reset(newest);
  }

  /** What was read from the log after this reader's place; nothing where that is not there. */
  synchronized void fetched(List<Change> changes) {
    fetching = false;
    if (leaving) {
      return;
    }
    if (changes.isEmpty()) {
      next.add(reset(feed.newest()));
    } else {
      for (Change change : changes) {
        byte[] message = tell(change);
        if (message != null) {
          next.add(message);
        }
      }
    }
    wake();
  }

  /** Ends the answer; the reader resumes where it was, if it likes. */
  void end() {
    synchronized (this) {
      if (ended) {
        return;
      }
      ended = true;
    }
    feed.leave(this);
    ending.complete(null);
  }

  /** Done when the stream has ended. */
  CompletableFuture<Void> ended() {
    return ending;
  }
}
