package org.wangge.server.video;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;

/**
 * A camera that is painted: frames as they are by the program's clock, encoded to H.264 by FFmpeg
 * while somebody looks.
 *
 * @param ffmpeg encodes
 * @param camera what makes its pictures
 * @param name what its owner calls it
 * @param clock says which instant it shows
 * @param zone whose time its own clock shows
 */
record SyntheticSource(Ffmpeg ffmpeg, PaintedCamera camera, String name, Clock clock, ZoneId zone)
    implements VideoSource {

  @Override
  public boolean isGenerated() {
    return true;
  }

  @Override
  public Running live(Sink sink) throws IOException {
    return PaintedPicture.start(this, sink);
  }

  PaintedFrame frame() {
    return new PaintedFrame(camera, name, zone);
  }
}
