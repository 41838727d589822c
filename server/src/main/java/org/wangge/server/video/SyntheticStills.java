package org.wangge.server.video;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.wangge.camera.Camera;
import org.wangge.memory.LimitedMap;

/**
 * Pictures of made-up cameras, painted again from seed and time. The frames used last are kept: one
 * takes some 12 MB and a tenth of a second to make. Thread-safe; a frame has one user at a time.
 */
final class SyntheticStills {
  private static final int MOST_FRAMES = 3;
  private static final float QUALITY = 0.85f;

  private final Function<Camera, Optional<PaintedCamera>> painters;
  private final ZoneId zone;
  private final Map<Camera, PaintedFrame> idle = LimitedMap.of(MOST_FRAMES);

  /**
   * Begins without frames.
   *
   * @param painters what makes the pictures of a made-up camera; empty for a real one
   * @param zone whose time a picture shows
   */
  SyntheticStills(Function<Camera, Optional<PaintedCamera>> painters, ZoneId zone) {
    this.painters = painters;
    this.zone = zone;
  }

  /** Where the pictures of a camera come from; empty for a real one. */
  Optional<StillSource> of(Camera camera) {
    return painters.apply(camera).map(painted -> new OfCamera(camera, painted));
  }

  private final class OfCamera implements StillSource {
    private final Camera camera;
    private final PaintedCamera painted;

    private OfCamera(Camera camera, PaintedCamera painted) {
      this.camera = camera;
      this.painted = painted;
    }

    @Override
    public Duration past() {
      return SyntheticSource.PAST;
    }

    @Override
    public byte[] jpeg(Instant at) {
      PaintedFrame kept = take(camera);
      PaintedFrame frame = kept == null ? new PaintedFrame(painted, camera.name(), zone) : kept;
      frame.paint(at);
      byte[] jpeg = encoded(frame.image());
      keep(camera, frame);
      return jpeg;
    }
  }

  private @Nullable PaintedFrame take(Camera camera) {
    synchronized (idle) {
      return idle.remove(camera);
    }
  }

  private void keep(Camera camera, PaintedFrame frame) {
    synchronized (idle) {
      idle.put(camera, frame);
    }
  }

  private static byte[] encoded(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      parameters.setCompressionQuality(QUALITY);
      writer.write(null, new IIOImage(image, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
