package org.wangge.server.video;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.wangge.access.Caller;
import org.wangge.camera.Camera;
import org.wangge.footage.FootageAccess;

/**
 * Hands out live pictures: at most four cameras at once, each encoded once for all who look, and
 * ended ten seconds after the last has gone. Thread-safe.
 */
final class VideoDesk implements AutoCloseable {
  /** Encoding takes about a tenth of a core each. */
  static final int MOST_PICTURES = 4;

  private final FootageAccess access;
  private final Function<Camera, Optional<VideoSource>> sources;
  private final long lingerMillis;
  private final Map<String, LiveStream> open = new LinkedHashMap<>();

  /** What comes for it after the end is dropped: there is nothing left to start or stop. */
  private final ScheduledExecutorService worker =
      new ScheduledThreadPoolExecutor(1, VideoDesk::thread, new ThreadPoolExecutor.DiscardPolicy());

  private int claimed;
  private boolean closed;

  VideoDesk(
      FootageAccess access, Function<Camera, Optional<VideoSource>> sources, long lingerMillis) {
    this.access = access;
    this.sources = sources;
    this.lingerMillis = lingerMillis;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "video-desk");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Lets a viewer look at a camera until what is returned is run.
   *
   * @throws org.wangge.fault.NotFound where the caller may not see the camera
   * @throws NoPicture where there is none to be had
   */
  Runnable watch(Caller caller, String cameraId, Viewer viewer) throws NoPicture {
    Camera camera = access.live(caller, cameraId);
    VideoSource source =
        sources.apply(camera).orElseThrow(() -> new NoPicture("camera-without-picture"));
    synchronized (this) {
      if (closed) {
        throw new NoPicture("server-stopping");
      }
      LiveStream stream = open.get(cameraId);
      if (stream == null) {
        makeRoom();
        stream = new LiveStream(cameraId, source, worker);
        open.put(cameraId, stream);
      }
      stream.join(viewer);
      LiveStream joined = stream;
      return () -> leave(cameraId, joined, viewer);
    }
  }

  /**
   * Takes a place for a picture that is not live, until what is returned is run.
   *
   * @throws NoPicture where there is none left
   */
  synchronized Runnable claim() throws NoPicture {
    makeRoom();
    claimed++;
    AtomicBoolean left = new AtomicBoolean();
    return () -> {
      if (left.compareAndSet(false, true)) {
        giveBack();
      }
    };
  }

  private synchronized void giveBack() {
    claimed--;
  }

  /** A picture that nobody looks at any more gives way at once. */
  private void makeRoom() throws NoPicture {
    if (open.size() + claimed < MOST_PICTURES) {
      return;
    }
    String idle =
        open.entrySet().stream()
            .filter(entry -> !entry.getValue().isWatched())
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow(() -> new NoPicture("too-many-pictures"));
    end(idle);
  }

  private synchronized void leave(String cameraId, LiveStream stream, Viewer viewer) {
    stream.leave(viewer);
    if (!closed && !stream.isWatched()) {
      var unused =
          worker.schedule(
              () -> endUnwatched(cameraId, stream), lingerMillis, TimeUnit.MILLISECONDS);
    }
  }

  private synchronized void endUnwatched(String cameraId, LiveStream stream) {
    if (open.get(cameraId) == stream && !stream.isWatched()) {
      end(cameraId);
    }
  }

  private void end(String cameraId) {
    LiveStream stream = open.remove(cameraId);
    if (stream != null) {
      worker.execute(stream::close);
    }
  }

  /** How many pictures are running. */
  synchronized int running() {
    return open.size();
  }

  /** Ends all pictures, and FFmpeg with them, before it returns. */
  @Override
  public void close() {
    Map<String, LiveStream> last;
    synchronized (this) {
      closed = true;
      last = Map.copyOf(open);
      open.clear();
    }
    worker.shutdown();
    last.values().forEach(LiveStream::close);
  }
}
