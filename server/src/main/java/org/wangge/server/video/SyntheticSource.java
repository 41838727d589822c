package org.wangge.server.video;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.wangge.footage.Span;

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
  /** How far back pictures are painted again. */
  static final Duration PAST = Duration.ofDays(30);

  @Override
  public boolean isGenerated() {
    return true;
  }

  @Override
  public Running live(Sink sink) throws IOException {
    return PaintedPicture.start(this, null, sink);
  }

  /** Whatever can be painted again counts as recorded. */
  @Override
  public List<Span> recordings(Span asked) {
    Instant now = clock.instant();
    return asked.within(new Span(now.minus(PAST), now)).stream().toList();
  }

  @Override
  public Running play(Span asked, Sink sink) throws IOException {
    return PaintedPicture.start(this, asked, sink);
  }

  PaintedFrame frame() {
    return new PaintedFrame(camera, name, zone);
  }
}
