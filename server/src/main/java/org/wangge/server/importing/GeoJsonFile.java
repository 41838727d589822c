package org.wangge.server.importing;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.grid.RecordPlace;

/** One reading of one GeoJSON file. */
final class GeoJsonFile {
  private static final Set<String> GEOMETRIES =
      Set.of(
          "Point",
          "MultiPoint",
          "LineString",
          "MultiLineString",
          "Polygon",
          "MultiPolygon",
          "GeometryCollection");

  private final GeoJsonTokens tokens;
  private final String crs;
  private final RecordSink sink;
  private int record;
  private boolean sawFeatures;

  GeoJsonFile(GeoJsonTokens tokens, String crs, RecordSink sink) {
    this.tokens = tokens;
    this.crs = crs;
    this.sink = sink;
  }

  /** Number of the record being read, from 1. */
  int record() {
    return record;
  }

  void read() throws IOException {
    JsonToken start = tokens.next();
    RecordPlace place = tokens.place(0);
    if (start != JsonToken.START_OBJECT) {
      throw new ImportStopped("json-not-geojson", place, Map.of("found", start.name()));
    }
    GeoJsonFeature root = new GeoJsonFeature(tokens);
    while (tokens.next() != JsonToken.END_OBJECT) {
      String member = tokens.member();
      switch (member) {
        case "features" -> features();
        case "crs" -> crsMember();
        default -> root.member(member);
      }
    }
    if (!tokens.atEnd()) {
      throw new ImportStopped("json-trailing", tokens.place(0), Map.of());
    }
    finish(root, place);
  }

  private void finish(GeoJsonFeature root, RecordPlace place) {
    String type = root.type().orElse("");
    if (type.equals("FeatureCollection") && sawFeatures) {
      return;
    }
    if (sawFeatures || !(type.equals("Feature") || GEOMETRIES.contains(type))) {
      throw new ImportStopped("json-not-geojson", place, Map.of("found", shown(type)));
    }
    record = 1;
    RecordPlace whole = new RecordPlace(1, place.line(), place.byteOffset());
    if (type.equals("Feature")) {
      root.handTo(sink, whole);
    } else {
      root.asBareGeometry().handTo(sink, whole);
    }
  }

  private static String shown(String type) {
    return type.isEmpty() ? "no type" : type.length() > 40 ? type.substring(0, 40) : type;
  }

  private void features() throws IOException {
    if (tokens.current() != JsonToken.START_ARRAY) {
      throw new ImportStopped("json-not-geojson", tokens.place(0), Map.of("found", "features"));
    }
    sawFeatures = true;
    while (tokens.next() != JsonToken.END_ARRAY) {
      record++;
      if (record > tokens.limits().maxRecords()) {
        throw new ImportStopped(
            "too-many-records",
            tokens.place(record),
            Map.of("limit", tokens.limits().maxRecords()));
      }
      feature();
    }
  }

  private void feature() throws IOException {
    RecordPlace place = tokens.place(record);
    if (tokens.current() != JsonToken.START_OBJECT) {
      tokens.skipValue();
      sink.refuse(place, Map.of(), new RecordRefused("feature-not-object", Map.of()));
      return;
    }
    GeoJsonFeature feature = new GeoJsonFeature(tokens);
    while (tokens.next() != JsonToken.END_OBJECT) {
      feature.member(tokens.member());
    }
    if (feature.type().filter("Feature"::equals).isEmpty()) {
      Map<String, String> found = Map.of("type", shown(feature.type().orElse("")));
      feature.refuse(new RecordRefused("feature-type", found));
    }
    feature.handTo(sink, place);
  }

  /** {@code {"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4326"}}}. */
  private void crsMember() throws IOException {
    RecordPlace place = tokens.place(0);
    if (tokens.current() == JsonToken.VALUE_NULL) {
      return;
    }
    String name = "";
    int depth = tokens.current() == JsonToken.START_OBJECT ? 1 : 0;
    while (depth > 0) {
      JsonToken token = tokens.next();
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (token == JsonToken.FIELD_NAME && depth == 2) {
        boolean named = tokens.member().equals("name");
        Optional<String> value = Optional.ofNullable(tokens.scalar());
        name = named ? value.orElse(name) : name;
        tokens.skipValue();
      }
    }
    if (!CrsName.same(name, crs)) {
      throw new ImportStopped("crs-disagrees", place, Map.of("inFile", shown(name), "given", crs));
    }
  }
}
