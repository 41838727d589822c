package org.wangge.server.importing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.RecordPlace;

/**
 * The tokens of a JSON file, one after the other, within the limits. Never holds more than one
 * value. Not thread-safe.
 */
final class GeoJsonTokens {
  private final JsonParser parser;
  private final ImportLimits limits;
  private int totalVertices;

  GeoJsonTokens(InputStream stream, ImportLimits limits) throws IOException {
    this.limits = limits;
    StreamReadConstraints bounds =
        StreamReadConstraints.builder()
            .maxNestingDepth(limits.maxDepth())
            .maxStringLength(limits.maxTextLength())
            .maxNameLength(10_000)
            .maxNumberLength(1_000)
            .build();
    parser =
        JsonFactory.builder()
            .streamReadConstraints(bounds)
            // Not JSON, but then a record can be refused for it and the others read.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build()
            .createParser(stream);
  }

  ImportLimits limits() {
    return limits;
  }

  /** The next token; the file must not end here. */
  JsonToken next() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw new ImportStopped("json-truncated", place(0), Map.of());
    }
    return token;
  }

  /** Whether nothing but white space is left. */
  boolean atEnd() throws IOException {
    return parser.nextToken() == null;
  }

  @Nullable JsonToken current() {
    return parser.currentToken();
  }

  /** Name of the member just read; the parser then stands on its value. */
  String member() throws IOException {
    String name = parser.currentName();
    next();
    return name == null ? "" : name;
  }

  /** Leaves out the rest of the value the parser stands on. */
  void skipValue() throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null || !token.isStructStart()) {
      return;
    }
    int depth = 1;
    while (depth > 0) {
      JsonToken inner = next();
      depth += inner.isStructStart() ? 1 : inner.isStructEnd() ? -1 : 0;
    }
  }

  double number() throws IOException {
    return parser.getDoubleValue();
  }

  /** A string, number or truth value as text; null for anything else. */
  @Nullable String scalar() throws IOException {
    JsonToken token = parser.currentToken();
    return token != null && token.isScalarValue() && token != JsonToken.VALUE_NULL
        ? parser.getText()
        : null;
  }

  /** Where the current token starts. */
  RecordPlace place(int record) {
    return placeOf(record, parser.currentTokenLocation());
  }

  void countVertex() {
    if (++totalVertices > limits.maxVertices()) {
      throw new ImportStopped("too-many-vertices", place(0), Map.of("limit", limits.maxVertices()));
    }
  }

  /** The stop that a failure of the parser amounts to. */
  ImportStopped stop(IOException failure, int record) {
    RecordPlace place = placeOf(record, parser.currentLocation());
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    if (failure instanceof JsonEOFException || message.contains("unexpected end-of-input")) {
      return new ImportStopped("json-truncated", place, Map.of());
    }
    if (failure instanceof StreamConstraintsException) {
      boolean depth = message.contains("nesting depth");
      return depth
          ? new ImportStopped("json-too-deep", place, Map.of("limit", limits.maxDepth()))
          : new ImportStopped("json-value-too-long", place, Map.of());
    }
    if (failure instanceof CharConversionException || message.contains("invalid utf-8")) {
      return new ImportStopped("text-not-utf8", place, Map.of());
    }
    if (failure instanceof JsonParseException) {
      // What the parser says of it is English and tells of the parser: the place is told instead.
      int column = Math.max(0, parser.currentLocation().getColumnNr());
      return new ImportStopped(
          "json-malformed", place, Map.of("line", place.line(), "column", column));
    }
    return new ImportStopped("file-unreadable", place, Map.of());
  }

  private static RecordPlace placeOf(int record, JsonLocation location) {
    return new RecordPlace(record, Math.max(0, location.getLineNr()), location.getByteOffset());
  }
}
