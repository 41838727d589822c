package org.wangge.server.video;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live picture of one camera, pulled once and shared by all who look. Whoever comes gets the
 * opening and the group of pictures under way, so that it sees something at once. A picture that
 * breaks begins anew after 1, 2, 4 … 30 seconds, as long as somebody looks. Thread-safe.
 */
final class LiveStream {
  private static final Logger log = LoggerFactory.getLogger(LiveStream.class);
  private static final int LONGEST_PAUSE_SECONDS = 30;

  private final String cameraId;
  private final VideoSource source;
  private final ScheduledExecutorService worker;
  private final Set<Viewer> viewers = new LinkedHashSet<>();
  private final List<Fragment> group = new ArrayList<>();
  private @Nullable Opening opening;
  private @Nullable Run run;
  private int pauseSeconds = 1;
  private boolean closed;

  /**
   * A picture that begins with its first viewer.
   *
   * @param worker starts the picture and starts it again; has one thread
   */
  LiveStream(String cameraId, VideoSource source, ScheduledExecutorService worker) {
    this.cameraId = cameraId;
    this.source = source;
    this.worker = worker;
  }

  synchronized void join(Viewer viewer) {
    viewers.add(viewer);
    if (run == null) {
      run = new Run();
      worker.execute(run::start);
    } else if (opening != null) {
      viewer.begins(opening, source.isGenerated(), List.copyOf(group));
    }
  }

  synchronized void leave(Viewer viewer) {
    viewers.remove(viewer);
  }

  synchronized boolean isWatched() {
    return !viewers.isEmpty();
  }

  /** Ends the picture; its viewers are told nothing more. */
  void close() {
    Run last;
    synchronized (this) {
      closed = true;
      viewers.clear();
      last = run;
      run = null;
    }
    if (last != null) {
      last.stop();
    }
  }

  /** One start of the source, until it ends. */
  private final class Run implements VideoSource.Sink {
    private VideoSource.@Nullable Running running;

    void start() {
      try {
        VideoSource.Running begun = source.live(this);
        synchronized (LiveStream.this) {
          if (run == this) {
            running = begun;
            return;
          }
        }
        begun.close();
      } catch (IOException e) {
        lost("picture-unavailable", e.getMessage());
      }
    }

    void stop() {
      VideoSource.Running begun;
      synchronized (LiveStream.this) {
        begun = running;
        running = null;
      }
      if (begun != null) {
        begun.close();
      }
    }

    @Override
    public void begins(Opening begun) {
      synchronized (LiveStream.this) {
        if (run == this) {
          opening = begun;
          viewers.forEach(viewer -> viewer.begins(begun, source.isGenerated(), List.of()));
        }
      }
    }

    @Override
    public void fragment(Fragment fragment) {
      synchronized (LiveStream.this) {
        if (run != this) {
          return;
        }
        pauseSeconds = 1;
        if (fragment.startsGroup()) {
          group.clear();
        }
        group.add(fragment);
        viewers.forEach(viewer -> viewer.fragment(fragment));
      }
    }

    @Override
    public void ended(String why) {
      lost("picture-lost", why);
    }

    private void lost(String code, @Nullable String why) {
      synchronized (LiveStream.this) {
        if (run != this || closed) {
          return;
        }
        log.warn("the picture of camera {} is lost: {}", cameraId, why);
        opening = null;
        group.clear();
        viewers.forEach(viewer -> viewer.trouble(code));
        run = new Run();
        var unused = worker.schedule(run::startAgain, pauseSeconds, TimeUnit.SECONDS);
        pauseSeconds = Math.min(LONGEST_PAUSE_SECONDS, pauseSeconds * 2);
      }
      worker.execute(this::stop);
    }

    private void startAgain() {
      synchronized (LiveStream.this) {
        if (viewers.isEmpty() && run == this) {
          run = null;
        }
        if (run != this) {
          return;
        }
      }
      start();
    }
  }
}
