package org.wangge.server.incident.photo;

import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/** Stops a decoder that takes too long, at its next row. Of one thread. */
final class Deadline implements IIOReadProgressListener {
  private final long endNanos;
  private boolean late;

  /**
   * Makes a deadline.
   *
   * @param endNanos by the machine's own count
   */
  Deadline(long endNanos) {
    this.endNanos = endNanos;
  }

  /** Whether it has stopped one. */
  boolean isLate() {
    return late;
  }

  @Override
  public void imageProgress(ImageReader source, float percentageDone) {
    if (!late && System.nanoTime() - endNanos > 0) {
      late = true;
      source.abort();
    }
  }

  @Override
  public void sequenceStarted(ImageReader source, int minIndex) {}

  @Override
  public void sequenceComplete(ImageReader source) {}

  @Override
  public void imageStarted(ImageReader source, int imageIndex) {}

  @Override
  public void imageComplete(ImageReader source) {}

  @Override
  public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

  @Override
  public void thumbnailProgress(ImageReader source, float percentageDone) {}

  @Override
  public void thumbnailComplete(ImageReader source) {}

  @Override
  public void readAborted(ImageReader source) {}
}
