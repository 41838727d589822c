package org.wangge.server.video;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.footage.Span;

/**
 * A painted picture that is running: one thread paints frames into FFmpeg, one reads fragments out
 * of it. FFmpeg reads from this process, so it ends with it however that ends. A sink that keeps
 * the reading thread waiting keeps FFmpeg waiting, and so the painting.
 */
final class PaintedPicture implements VideoSource.Running {
  private static final Logger log = LoggerFactory.getLogger(PaintedPicture.class);
  private static final long END_SECONDS = 5;

  private final SyntheticSource source;
  private final @Nullable Span past;
  private final VideoSource.Sink sink;
  private final Path complaints;
  private final Process process;
  private final Thread painting;
  private final Thread reading;
  private volatile boolean closed;

  private PaintedPicture(SyntheticSource source, @Nullable Span past, VideoSource.Sink sink)
      throws IOException {
    this.source = source;
    this.past = past;
    this.sink = sink;
    Path folder = source.ffmpeg().folder();
    complaints = Files.createTempFile(folder, "complaints-", ".txt");
    process = source.ffmpeg().start(arguments(), complaints);
    painting = new Thread(this::paint, "picture-painting");
    reading = new Thread(this::read, "picture-reading");
  }

  /**
   * Begins to paint.
   *
   * @param past what of the past is painted; null for what is now, as time goes by
   */
  static PaintedPicture start(SyntheticSource source, @Nullable Span past, VideoSource.Sink sink)
      throws IOException {
    PaintedPicture picture = new PaintedPicture(source, past, sink);
    for (Thread thread : List.of(picture.painting, picture.reading)) {
      thread.setDaemon(true);
      thread.start();
    }
    return picture;
  }

  /** A key picture each second; a fragment each quarter, so that a viewer is that far behind. */
  private static List<String> arguments() {
    return List.of(
        ("-hide_banner -loglevel error -nostdin -f rawvideo -pixel_format bgr24"
                + " -video_size %dx%d -framerate %d -i pipe:0 -an"
                + " -c:v libopenh264 -profile:v constrained_baseline -b:v 700k -g %d"
                + " -pix_fmt yuv420p -threads 1 -f mp4"
                + " -movflags +empty_moov+default_base_moof+frag_keyframe"
                + " -frag_duration 250000 -flush_packets 1 pipe:1")
            .formatted(
                FramePainter.WIDTH,
                FramePainter.HEIGHT,
                FrameTimes.FRAMES_PER_SECOND,
                FrameTimes.FRAMES_PER_SECOND)
            .split(" "));
  }

  private void paint() {
    FrameTimes times = past == null ? FrameTimes.live(source.clock()) : FrameTimes.of(past);
    try (OutputStream out = process.getOutputStream();
        PaintedFrame frame = source.frame()) {
      Instant next = times.next();
      while (next != null && !closed) {
        frame.paint(next);
        out.write(frame.bytes());
        out.flush();
        next = times.next();
      }
    } catch (IOException e) {
      // FFmpeg has ended; the reading thread says why.
      log.debug("no more frames are taken: {}", e.getMessage());
    } catch (RuntimeException e) {
      log.warn("a picture cannot be painted", e);
      process.destroy();
    }
  }

  private void read() {
    try {
      FragmentReader reader = new FragmentReader(process.getInputStream(), source.clock());
      sink.begins(reader.opening());
      while (!closed) {
        sink.fragment(dated(reader.next()));
      }
    } catch (EOFException e) {
      end("FFmpeg ended: " + complaint());
    } catch (IOException | RuntimeException e) {
      end("%s (%s)".formatted(e.getMessage(), complaint()));
    }
  }

  private Fragment dated(Fragment fragment) {
    return past == null ? fragment : fragment.at(past.from().plus(fragment.begin()));
  }

  private void end(String why) {
    if (!closed) {
      sink.ended(why);
    }
  }

  private String complaint() {
    try {
      return Files.readString(complaints, StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(painting);
    process.destroyForcibly();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        log.warn("FFmpeg {} does not end", process.pid());
      }
      painting.join(TimeUnit.SECONDS.toMillis(END_SECONDS));
      Files.deleteIfExists(complaints);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      log.debug("complaints are left in the cache: {}", e.getMessage());
    }
  }
}
