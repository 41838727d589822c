package org.wangge.server.incident.photo;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import org.wangge.incident.photo.PhotoSize;
import org.wangge.server.http.FileBody;
import org.wangge.server.http.Parameters;

/** Reads requests about photos, strictly. */
final class PhotoRequests {
  private static final int LONGEST_FILE = 12_000_000;
  private static final List<String> SIZES =
      Arrays.stream(PhotoSize.values()).map(PhotoSize::word).toList();

  private PhotoRequests() {}

  /** The file that is the body. */
  static byte[] file(Context ctx) {
    return FileBody.read(ctx, LONGEST_FILE);
  }

  static PhotoSize size(Context ctx) {
    return Parameters.of(ctx, "size").word("size", PhotoSize::find, SIZES).orElse(PhotoSize.LARGE);
  }
}
