package org.wangge.server.video;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * A camera that is painted: frames of a {@link FramePainter}, as they are by the program's clock,
 * encoded to H.264 by FFmpeg while somebody looks.
 *
 * @param ffmpeg encodes
 * @param painter what the camera sees; a new one for each picture, since painters have one user
 * @param caption what is written into the picture besides date, time and that it is made up
 * @param clock whose time it shows
 * @param zone in which it shows it
 */
record SyntheticSource(
    Ffmpeg ffmpeg, Supplier<FramePainter> painter, String caption, Clock clock, ZoneId zone)
    implements VideoSource {

  @Override
  public boolean isGenerated() {
    return true;
  }

  @Override
  public Running live(Sink sink) throws IOException {
    return PaintedPicture.start(this, sink);
  }
}
