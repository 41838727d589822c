package org.wangge.server.http;

import io.javalin.http.Context;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/**
 * What is still on its way of a body that is refused. A connection that is closed while bytes
 * arrive is reset, and who sends them learns of a broken network instead of why they were refused:
 * so the rest is fetched and forgotten, as long as it keeps coming and within bounds.
 */
final class UnreadBody {
  private static final long MOST_BYTES = 32_000_000;

  /** Of who asks too often, or of a server in trouble. */
  private static final long FEW_BYTES = 2_000_000;

  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** After so long without a byte nothing more is waited for: many never finish what they send. */
  private static final long SILENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private UnreadBody() {}

  /**
   * Fetches what is left of it. Nothing where the sender waits for leave to send it, or sends too
   * slowly; only little where there is no time for more.
   *
   * @param status of the refusal
   */
  static void discard(Context ctx, int status) {
    long most = status == 429 || status >= 500 ? FEW_BYTES : MOST_BYTES;
    if (status != 408 && ctx.header("Expect") == null && ctx.req().getContentLengthLong() <= most) {
      discard(ServletContextRequest.getServletContextRequest(ctx.req()), most);
    }
  }

  /** Asks Jetty itself: a servlet's stream does not tell the end of a body from a pause in it. */
  private static void discard(Request request, long most) {
    long begun = System.nanoTime();
    long heard = begun;
    long count = 0;
    boolean ended = false;
    while (!ended && count < most && isInTime(begun, heard)) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        LockSupport.parkNanos(PAUSE_NANOS);
      } else {
        ended = chunk.isLast() || Content.Chunk.isFailure(chunk);
        count += chunk.remaining();
        heard = System.nanoTime();
        chunk.release();
      }
    }
  }

  private static boolean isInTime(long begun, long heard) {
    long now = System.nanoTime();
    return now - begun < LONGEST_NANOS && now - heard < SILENCE_NANOS;
  }
}
