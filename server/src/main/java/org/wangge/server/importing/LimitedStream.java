package org.wangge.server.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.wangge.grid.RecordPlace;

/** Stops the import when a file is larger than allowed. */
final class LimitedStream extends FilterInputStream {
  private final long limit;
  private long count;

  LimitedStream(InputStream in, long limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    if (value >= 0) {
      add(1);
    }
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int taken = super.read(target, offset, length);
    if (taken > 0) {
      add(taken);
    }
    return taken;
  }

  @Override
  public long skip(long wanted) throws IOException {
    long skipped = super.skip(wanted);
    add(skipped);
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** How many bytes were read so far. */
  long count() {
    return count;
  }

  private void add(long taken) {
    count += taken;
    if (count > limit) {
      throw new ImportStopped(
          "file-too-large", new RecordPlace(0, 0, limit), Map.of("limitBytes", limit));
    }
  }
}
