package org.wangge.server.video;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.camera.Camera;
import org.wangge.footage.FootageAccess;
import org.wangge.footage.Span;

/** Plays what is past to whoever may look at it. Thread-safe. */
final class PlaybackDesk {
  private final FootageAccess access;
  private final Function<Camera, Optional<VideoSource>> sources;
  private final VideoDesk pictures;

  /**
   * Makes a desk.
   *
   * @param pictures hands out the places for pictures that have to be encoded
   */
  PlaybackDesk(
      FootageAccess access, Function<Camera, Optional<VideoSource>> sources, VideoDesk pictures) {
    this.access = access;
    this.sources = sources;
    this.pictures = pictures;
  }

  /** What may be played. */
  final class Asked {
    private final VideoSource source;
    private final Span span;

    private Asked(VideoSource source, Span span) {
      this.source = source;
      this.span = span;
    }

    boolean isGenerated() {
      return source.isGenerated();
    }

    /** Begins to play it. */
    VideoSource.Running play(VideoSource.Sink sink) throws NoPicture, IOException {
      Runnable leave = pictures.claim();
      try {
        VideoSource.Running running = source.play(span, sink);
        return () -> {
          running.close();
          leave.run();
        };
      } catch (IOException e) {
        leave.run();
        throw e;
      }
    }
  }

  /**
   * Asks for what a camera saw.
   *
   * @param retrieval the id of what is on record for it; null where it needs none
   * @throws org.wangge.fault.Fault as {@link FootageAccess#past} says
   * @throws NoPicture where the camera has none that can be played
   */
  Asked ask(Caller caller, String cameraId, Span span, @Nullable UUID retrieval) throws NoPicture {
    Camera camera = access.past(caller, cameraId, span, retrieval);
    VideoSource source =
        sources.apply(camera).orElseThrow(() -> new NoPicture("camera-without-picture"));
    return new Asked(source, span);
  }
}
