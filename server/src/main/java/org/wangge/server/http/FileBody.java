package org.wangge.server.http;

import io.javalin.http.Context;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** A body that is one file. */
public final class FileBody {
  private FileBody() {}

  /**
   * Reads it whole.
   *
   * @param longestBytes a longer one is refused as soon as that shows
   * @throws TooLarge for a longer one
   * @throws Malformed with code {@code body-empty}
   */
  public static byte[] read(Context ctx, int longestBytes) {
    if (ctx.req().getContentLengthLong() > longestBytes) {
      throw new TooLarge(longestBytes);
    }
    try (InputStream body = SteadyBody.of(ctx)) {
      byte[] bytes = body.readNBytes(longestBytes + 1);
      if (bytes.length > longestBytes) {
        throw new TooLarge(longestBytes);
      }
      if (bytes.length == 0) {
        throw new Malformed("body", "body-empty", Map.of());
      }
      return bytes;
    } catch (EOFException e) {
      // Whoever sent it went away in the middle: nothing is wrong here, and nobody reads an answer.
      throw new Malformed("body", "body-empty", Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
