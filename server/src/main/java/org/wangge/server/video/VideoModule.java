package org.wangge.server.video;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraState;
import org.wangge.footage.FootageAccess;

/** Puts pictures of cameras together. */
public final class VideoModule implements AutoCloseable {
  private static final Duration LINGER = Duration.ofSeconds(10);
  private static final int STILLS_A_MINUTE = 240;

  private final SocketWatch sockets = new SocketWatch();
  private final VideoDesk desk;
  private final VideoHttp http;
  private final PlaybackHttp playback;
  private final StillHttp stills;

  /**
   * Puts it together.
   *
   * @param access the rule that every picture passes
   * @param painters what makes the pictures of a made-up camera; empty for a real one
   * @param cache folder for what can be made again
   * @param zone whose time a picture shows
   */
  public VideoModule(
      FootageAccess access,
      Function<Camera, Optional<PaintedCamera>> painters,
      Path cache,
      Clock clock,
      ZoneId zone) {
    Ffmpeg ffmpeg = new Ffmpeg(cache);
    Function<Camera, Optional<VideoSource>> sources =
        camera ->
            camera.state() == CameraState.ONLINE
                ? painters
                    .apply(camera)
                    .map(it -> new SyntheticSource(ffmpeg, it, camera.name(), clock, zone))
                : Optional.empty();
    desk = new VideoDesk(access, sources, LINGER.toMillis());
    http = new VideoHttp(desk, sockets);
    playback = new PlaybackHttp(new PlaybackDesk(access, sources, desk), sockets, clock);
    SyntheticStills painted = new SyntheticStills(painters, zone);
    stills =
        new StillHttp(
            new StillDesk(
                access,
                camera ->
                    camera.state() == CameraState.ONLINE ? painted.of(camera) : Optional.empty(),
                clock,
                STILLS_A_MINUTE));
  }

  public VideoHttp http() {
    return http;
  }

  public PlaybackHttp playback() {
    return playback;
  }

  public StillHttp stills() {
    return stills;
  }

  @Override
  public void close() {
    sockets.close();
    playback.close();
    desk.close();
  }
}
