package org.wangge.server.camera;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.camera.cover.Count;
import org.wangge.camera.cover.Counting;
import org.wangge.camera.cover.Progress;
import org.wangge.memory.LimitedMap;

/**
 * Counts one thing after the other in the background, and remembers what they came to. Who asks
 * waits for some seconds, and may ask again. Thread-safe.
 */
final class CoverWork implements Counting, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(CoverWork.class);
  private static final int MOST_REMEMBERED = 64;
  private static final long CLOSE_SECONDS = 10;

  private final long waitMillis;
  private final long longestNanos;
  private final ExecutorService counter = Executors.newSingleThreadExecutor(CoverWork::thread);
  private final Map<Object, Task<?>> tasks = LimitedMap.of(MOST_REMEMBERED);
  private volatile boolean closed;

  /**
   * Makes it.
   *
   * @param wait how long who asks waits
   * @param longest a count that takes longer is told not to go on
   */
  CoverWork(Duration wait, Duration longest) {
    waitMillis = wait.toMillis();
    longestNanos = longest.toNanos();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "camera-cover");
    thread.setDaemon(true);
    return thread;
  }

  /** A count that waits, goes on or has ended. */
  private final class Task<T> implements Progress {
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private volatile long begun;
    private volatile int done;
    private volatile int of = 1;

    void run(Function<Progress, T> work) {
      begun = System.nanoTime();
      try {
        result.complete(work.apply(this));
      } catch (RuntimeException | Error e) {
        result.completeExceptionally(e);
      }
    }

    @Override
    public boolean goesOn(int doneNow, int ofNow) {
      done = doneNow;
      of = Math.max(1, ofNow);
      return !closed && System.nanoTime() - begun < longestNanos;
    }

    @Nullable T await() {
      try {
        return result.get(waitMillis, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        return null;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      } catch (ExecutionException e) {
        throw new CompletionException(e.getCause());
      }
    }
  }

  @Override
  public <T> Count<T> ask(Object what, Function<Progress, T> work) {
    Task<T> task = task(what, work);
    try {
      T result = task.await();
      return new Count<>(result, task.done, task.of);
    } catch (CompletionException e) {
      forget(what, task);
      throw e;
    }
  }

  @SuppressWarnings("unchecked")
  private <T> Task<T> task(Object what, Function<Progress, T> work) {
    synchronized (tasks) {
      Task<?> known = tasks.get(what);
      if (known != null) {
        // Whoever asks for the same asks for the same kind.
        return (Task<T>) known;
      }
      Task<T> fresh = new Task<>();
      tasks.put(what, fresh);
      counter.execute(() -> fresh.run(work));
      return fresh;
    }
  }

  @Override
  public void forget() {
    synchronized (tasks) {
      tasks.clear();
    }
  }

  private void forget(Object what, Task<?> failed) {
    synchronized (tasks) {
      tasks.remove(what, failed);
    }
  }

  /** Ends the count that goes on, and begins no more. */
  @Override
  public void close() {
    closed = true;
    counter.shutdown();
    try {
      // Not interrupted: it reads the database, whose file that would close for everyone.
      if (!counter.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        log.warn("coverage is still being counted; not waiting any longer");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
