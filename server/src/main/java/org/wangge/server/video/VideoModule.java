package org.wangge.server.video;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraRegister;
import org.wangge.camera.CameraState;

/** Puts pictures of cameras together. */
public final class VideoModule implements AutoCloseable {
  private static final Duration LINGER = Duration.ofSeconds(10);
  private static final int STILLS_A_MINUTE = 240;

  private final VideoDesk desk;
  private final VideoHttp http;
  private final StillHttp stills;

  /**
   * Puts it together.
   *
   * @param painters what makes the pictures of a made-up camera; empty for a real one
   * @param cache folder for what can be made again
   * @param zone whose time a picture shows
   */
  public VideoModule(
      CameraRegister cameras,
      Function<Camera, Optional<PaintedCamera>> painters,
      Path cache,
      Clock clock,
      ZoneId zone) {
    Ffmpeg ffmpeg = new Ffmpeg(cache);
    desk =
        new VideoDesk(
            cameras,
            camera ->
                camera.state() == CameraState.ONLINE
                    ? painters
                        .apply(camera)
                        .map(it -> new SyntheticSource(ffmpeg, it, camera.name(), clock, zone))
                    : Optional.empty(),
            LINGER.toMillis());
    http = new VideoHttp(desk);
    SyntheticStills painted = new SyntheticStills(painters, zone);
    stills =
        new StillHttp(
            new StillDesk(
                cameras,
                camera ->
                    camera.state() == CameraState.ONLINE ? painted.of(camera) : Optional.empty(),
                clock,
                STILLS_A_MINUTE));
  }

  public VideoHttp http() {
    return http;
  }

  public StillHttp stills() {
    return stills;
  }

  @Override
  public void close() {
    http.close();
    desk.close();
  }
}
