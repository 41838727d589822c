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
  private final ServletOutputStream output;

  /** The hello, and at most one bite of what was read from the log. */
  private final Queue<byte[]> next = new ArrayDeque<>();

  private final CompletableFuture<Void> ending = new CompletableFuture<>();
  private byte @Nullable [] beat;
  private long place;
  private boolean begun;
  private boolean fetching;
  private boolean unflushed;
  private boolean ended;
  private boolean blocked;
  private long blockedNanos;

  /**
   * Makes the reader; {@link #begin} lets the bytes go.
   *
   * @param place number of the last change it has
   */
  LiveStream(LiveFeed feed, AsyncContext async, long place, List<byte[]> first) {
    this.feed = feed;
    try {
      this.output = async.getResponse().getOutputStream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.place = place;
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

  /** Gives a sign of life; a newer one takes the place of one that was not taken. */
  synchronized void beat(byte[] message, long stallMillis) {
    if (blocked && System.nanoTime() - blockedNanos > TimeUnit.MILLISECONDS.toNanos(stallMillis)) {
      end();
      return;
    }
    beat = message;
    wake();
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
    if (message != null) {
      return message;
    }
    if (beat != null) {
      message = beat;
      beat = null;
      return message;
    }
    return fetching ? null : nextChange();
  }

  private byte @Nullable [] nextChange() {
    long newest = feed.newest();
    if (place >= newest) {
      return null;
    }
    if (newest - place > feed.limits().mostBehind()) {
      return reset(newest);
    }
    byte[] message = feed.find(place + 1);
    if (message != null) {
      place++;
      return message;
    }
    fetching = true;
    feed.fetch(this, place);
    return null;
  }

  private byte[] reset(long newest) {
    place = newest;
    return feed.messages().reset(newest);
  }

  /**
   * What was read from the log after this reader's place.
   *
   * @param last number of the last of them
   */
  synchronized void fetched(List<byte[]> changes, long last) {
    fetching = false;
    if (changes.isEmpty()) {
      next.add(reset(feed.newest()));
    } else {
      next.addAll(changes);
      place = last;
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
