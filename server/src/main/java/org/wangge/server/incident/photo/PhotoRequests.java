package org.wangge.server.incident.photo;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.fault.Invalid;
import org.wangge.incident.IncidentPhotos;
import org.wangge.incident.photo.PhotoSize;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;
import org.wangge.server.http.TooLarge;

/** Reads requests about photos, strictly. */
public final class PhotoRequests {
  private static final int LONGEST_FILE = 12_000_000;
  private static final int LONGEST_ID = 60;
  private static final int LONGEST_KEY = 80;
  private static final List<String> SIZES =
      Arrays.stream(PhotoSize.values()).map(PhotoSize::word).toList();

  private PhotoRequests() {}

  /** The key of whoever sends a photo, by which they know it again; empty where there is none. */
  static Optional<String> key(Context ctx) {
    Optional<String> key = Parameters.of(ctx, "key").text("key");
    if (key.isPresent() && key.get().length() > LONGEST_KEY) {
      throw new Malformed("key", "text-too-long", Map.of("name", "key", "longest", LONGEST_KEY));
    }
    return key;
  }

  /** The file that is the body. */
  static byte[] file(Context ctx) {
    if (ctx.req().getContentLengthLong() > LONGEST_FILE) {
      throw new TooLarge(LONGEST_FILE);
    }
    try (InputStream body = ctx.bodyInputStream()) {
      byte[] bytes = body.readNBytes(LONGEST_FILE + 1);
      if (bytes.length > LONGEST_FILE) {
        throw new TooLarge(LONGEST_FILE);
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

  static PhotoSize size(Context ctx) {
    return Parameters.of(ctx, "size").word("size", PhotoSize::find, SIZES).orElse(PhotoSize.LARGE);
  }

  /** The ids of photos that a body names; none where it names none. */
  public static List<String> photos(JsonBody body) {
    if (!body.has("photos") || body.node("photos").isNull()) {
      return List.of();
    }
    JsonNode given = body.getArray("photos");
    if (given.size() > IncidentPhotos.MOST) {
      throw new Invalid(
          "photos", "photos-too-many", Map.of("given", given.size(), "most", IncidentPhotos.MOST));
    }
    List<String> ids = new ArrayList<>();
    for (JsonNode one : given) {
      String place = "photos[" + ids.size() + "]";
      if (!one.isTextual()) {
        throw new Malformed(place, "text-wanted", Map.of("name", place));
      }
      if (one.textValue().length() > LONGEST_ID) {
        throw new Malformed(place, "text-too-long", Map.of("name", place, "longest", LONGEST_ID));
      }
      ids.add(one.textValue());
    }
    return ids;
  }
}
