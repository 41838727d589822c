package org.wangge.server.incident.file;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** Reads what is the same in requests about files of every kind, strictly. */
public final class FileRequests {
  private static final int LONGEST_KEY = 80;

  private FileRequests() {}

  /** The key of whoever sends a file, by which they know it again; empty where there is none. */
  public static Optional<String> key(Context ctx) {
    Optional<String> key = Parameters.of(ctx, "key").text("key");
    if (key.isPresent() && key.get().length() > LONGEST_KEY) {
      throw new Malformed("key", "text-too-long", Map.of("name", "key", "longest", LONGEST_KEY));
    }
    return key;
  }
}
