package org.wangge.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.Context;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.n52.jackson.datatype.jts.IncludeBoundingBox;
import org.n52.jackson.datatype.jts.JtsModule;
import org.wangge.geo.LatticeShape;

/** Reads and writes JSON, always UTF-8. Thread-safe. */
public final class Json {
  /** Seven decimals are the lattice; a geometry written with fewer would not come back the same. */
  private static final int DECIMALS = 7;

  private static final int DEEPEST_NESTING = 50;
  private static final int LONGEST_TEXT = 200_000;

  private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .addModule(new JtsModule(LatticeShape.DEGREES, IncludeBoundingBox.never(), DECIMALS))
          .build();

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST_NESTING)
                .maxStringLength(LONGEST_TEXT)
                .build());
  }

  private Json() {}

  /**
   * Answers with a value. Bytes, not a string: Javalin writes Chinese in a string as question
   * marks.
   */
  public static void write(Context ctx, String contentType, Object body) {
    ctx.contentType(contentType);
    ctx.result(bytes(body));
  }

  /** A value as JSON text. */
  public static String text(Object body) {
    return new String(bytes(body), StandardCharsets.UTF_8);
  }

  public static byte[] bytes(Object body) {
    try {
      return MAPPER.writeValueAsBytes(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a request's body as one JSON value.
   *
   * @param longestBytes a longer body is refused as soon as that shows
   * @throws Malformed with line and column of what is wrong
   */
  public static JsonNode read(Context ctx, int longestBytes) {
    JsonNode value = parse(bytes(ctx, longestBytes));
    PlainText.require(value);
    return value;
  }

  /**
   * Reads bytes as one JSON value, whatever its texts hold: for what is read but not kept.
   *
   * @throws Malformed with line and column of what is wrong
   */
  public static JsonNode parse(byte[] bytes) {
    try {
      JsonNode value = MAPPER.readTree(bytes);
      if (value == null || value.isMissingNode()) {
        throw new Malformed("body", "body-empty", Map.of());
      }
      return value;
    } catch (JsonProcessingException e) {
      throw malformed(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The bytes of a request's body.
   *
   * @param longestBytes a longer body is refused as soon as that shows
   */
  public static byte[] bytes(Context ctx, int longestBytes) {
    if (ctx.contentLength() > longestBytes) {
      throw tooLarge(longestBytes);
    }
    try (InputStream body = SteadyBody.of(ctx)) {
      byte[] bytes = body.readNBytes(longestBytes + 1);
      if (bytes.length > longestBytes) {
        throw tooLarge(longestBytes);
      }
      return bytes;
    } catch (EOFException e) {
      // Whoever sent it went away in the middle: nothing is wrong here, and nobody reads an answer.
      throw new Malformed("body", "body-empty", Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the parser says of it is English, and names its own classes: it is not passed on. */
  private static Malformed malformed(JsonProcessingException e) {
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("line", e.getLocation() == null ? 0 : e.getLocation().getLineNr());
    place.put("column", e.getLocation() == null ? 0 : e.getLocation().getColumnNr());
    String said = e.getOriginalMessage();
    if (e instanceof StreamConstraintsException) {
      boolean tooDeep = said.contains("nesting depth");
      place.put("limit", tooDeep ? DEEPEST_NESTING : LONGEST_TEXT);
      return new Malformed("body", tooDeep ? "json-too-deep" : "json-value-too-long", place);
    }
    Matcher twice = TWICE.matcher(said);
    if (twice.matches()) {
      place.put("name", PlainText.shown(twice.group(1)));
      return new Malformed("body", "json-member-twice", place);
    }
    return new Malformed("body", "json-malformed", place);
  }

  private static TooLarge tooLarge(int longestBytes) {
    return new TooLarge(longestBytes);
  }
}
