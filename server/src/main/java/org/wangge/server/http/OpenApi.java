package org.wangge.server.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Serves the description of the whole HTTP contract, written by hand and held against the route
 * table by a test.
 */
public final class OpenApi {
  private static final PackedFile DOCUMENT = load();

  private OpenApi() {}

  private static PackedFile load() {
    try (InputStream in = OpenApi.class.getResourceAsStream("/openapi.json")) {
      if (in == null) {
        throw new IllegalStateException("openapi.json is missing from the program");
      }
      return PackedFile.of("application/json", in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code GET /api/openapi.json}. */
  public static void get(Context ctx) {
    ctx.header("Cache-Control", "public, no-cache");
    Pages.send(ctx, DOCUMENT);
  }
}
