package org.wangge.server.importing;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.wangge.grid.RecordPlace;
import org.wangge.server.importing.CoordinateTree.Node;

/** A feature as it is being read: its members come in any order. */
final class GeoJsonFeature {
  private static final int MAX_PROPERTIES = 200;
  private static final int MAX_TEXT = 1_000;

  private final GeoJsonTokens tokens;
  private final Map<String, String> properties = new LinkedHashMap<>();
  private @Nullable String type;
  private @Nullable String id;
  private @Nullable String geometryType;
  private @Nullable Node coordinates;
  private @Nullable RecordRefused fault;

  GeoJsonFeature(GeoJsonTokens tokens) {
    this.tokens = tokens;
  }

  Optional<String> type() {
    return Optional.ofNullable(type);
  }

  /** Takes the member whose value the parser stands on. */
  void member(String name) throws IOException {
    switch (name) {
      case "type" -> type = scalarOrSkip();
      case "id" -> id = scalarOrSkip();
      case "properties" -> properties();
      case "geometry" -> geometry();
      case "coordinates" -> coordinates();
      default -> tokens.skipValue();
    }
  }

  /** The same members, read as a geometry that stands alone. */
  GeoJsonFeature asBareGeometry() {
    geometryType = type;
    return this;
  }

  /** Remembers why it cannot be taken; the first reason counts. */
  void refuse(RecordRefused reason) {
    if (fault == null) {
      fault = reason;
    }
  }

  void handTo(RecordSink sink, RecordPlace place) {
    if (id != null) {
      properties.putIfAbsent("id", id);
    }
    if (fault == null) {
      try {
        sink.accept(new RawArea(place, properties, outline(), null));
        return;
      } catch (RecordRefused refused) {
        fault = refused;
      }
    }
    sink.refuse(place, properties, fault);
  }

  private Geometry outline() {
    if (geometryType == null) {
      throw new RecordRefused("geometry-missing", Map.of());
    }
    return Outlines.outline(
        geometryType, coordinates == null ? new CoordinateTree.Position(0, 0) : coordinates);
  }

  private void properties() throws IOException {
    if (tokens.current() != JsonToken.START_OBJECT) {
      tokens.skipValue();
      return;
    }
    while (tokens.next() != JsonToken.END_OBJECT) {
      String name = tokens.member();
      String value = scalarOrSkip();
      if (value != null && properties.size() < MAX_PROPERTIES) {
        properties.put(cut(name), value);
      }
    }
  }

  private void geometry() throws IOException {
    if (tokens.current() != JsonToken.START_OBJECT) {
      tokens.skipValue();
      return;
    }
    geometryType = "no type";
    while (tokens.next() != JsonToken.END_OBJECT) {
      switch (tokens.member()) {
        case "type" -> {
          String word = scalarOrSkip();
          geometryType = word == null ? "no type" : word;
        }
        case "coordinates" -> coordinates();
        default -> tokens.skipValue();
      }
    }
  }

  private void coordinates() throws IOException {
    try {
      coordinates = new CoordinateTree(tokens).read();
    } catch (RecordRefused refused) {
      refuse(refused);
    }
  }

  private @Nullable String scalarOrSkip() throws IOException {
    String value = tokens.scalar();
    tokens.skipValue();
    return value == null ? null : cut(value);
  }

  /** No name is that long; whoever wants the value as a name refuses it. */
  private static String cut(String text) {
    return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) : text;
  }
}
