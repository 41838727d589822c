package org.wangge.server.camera;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraSights;
import org.wangge.camera.sight.Blocker;
import org.wangge.camera.sight.Eye;
import org.wangge.camera.sight.Sight;
import org.wangge.camera.sight.SightIndex;
import org.wangge.geo.LatticePoint;

/**
 * The index of what cameras see, kept in step: built anew in the background and swapped when it is
 * told that cameras or places changed. Who asks before the first is built waits for it.
 * Thread-safe.
 */
final class LiveSights implements CameraSights, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LiveSights.class);
  private static final long CLOSE_SECONDS = 10;

  private final Supplier<List<Camera>> cameras;
  private final Supplier<List<Blocker>> buildings;
  private final ExecutorService builder = Executors.newSingleThreadExecutor(LiveSights::thread);
  private final AtomicBoolean asked = new AtomicBoolean();
  private final CompletableFuture<SightIndex> first = new CompletableFuture<>();
  private volatile SightIndex index = SightIndex.of(List.of(), List.of());

  /**
   * Nothing is built before {@link #renew}.
   *
   * @param cameras all there are now; read in the background
   * @param buildings that stand now; read in the background
   */
  LiveSights(Supplier<List<Camera>> cameras, Supplier<List<Blocker>> buildings) {
    this.cameras = cameras;
    this.buildings = buildings;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "camera-sights");
    thread.setDaemon(true);
    return thread;
  }

  /** To be told when cameras or places changed, and once at start. Many calls become one. */
  void renew() {
    if (asked.compareAndSet(false, true)) {
      builder.execute(this::build);
    }
  }

  @Override
  public List<Sight> seeing(LatticePoint place) {
    return now().seeing(place);
  }

  @Override
  public Sight of(Camera camera) {
    return now().sightOf(camera.eye());
  }

  private SightIndex now() {
    first.join();
    return index;
  }

  private void build() {
    // What changes from here on is asked for again.
    asked.set(false);
    try {
      List<Eye> eyes = cameras.get().stream().map(Camera::eye).toList();
      index = SightIndex.of(eyes, buildings.get());
    } catch (RuntimeException e) {
      log.error("what cameras see could not be drawn; answers come from the last drawing", e);
    } finally {
      first.complete(index);
    }
  }

  /** Waits for the index that is being built, and builds no more. */
  @Override
  public void close() {
    builder.shutdown();
    try {
      // Not interrupted: it reads the database, whose file that would close for everyone.
      if (!builder.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        log.warn("what cameras see is still being drawn; not waiting any longer");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
