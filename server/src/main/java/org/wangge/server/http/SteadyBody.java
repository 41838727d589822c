package org.wangge.server.http;

import io.javalin.http.Context;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/**
 * A request's body. Whoever sends it byte by byte holds a thread, and is refused; a small one may
 * wait a while for its network. (Jetty's own rate counts from the first byte on, and refuses two
 * bytes of which the second is a hundredth of a second late.)
 */
public final class SteadyBody extends FilterInputStream {
  /** Slower than the slowest phone. */
  private static final long BYTES_PER_SECOND = 240;

  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final long begun = System.nanoTime();
  private long count;

  private SteadyBody(InputStream in) {
    super(in);
  }

  /** The body of a request; reading it throws {@link TooSlow}. */
  public static InputStream of(Context ctx) {
    return new SteadyBody(ctx.bodyInputStream());
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    requireSteady(read < 0 ? 0 : 1);
    return read;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    requireSteady(Math.max(0, read));
    return read;
  }

  private void requireSteady(int more) {
    count += more;
    long allowed = GRACE_NANOS + TimeUnit.SECONDS.toNanos(count) / BYTES_PER_SECOND;
    if (System.nanoTime() - begun > allowed) {
      throw new TooSlow(count);
    }
  }
}
