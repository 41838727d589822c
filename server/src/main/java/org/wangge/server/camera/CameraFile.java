package org.wangge.server.camera;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wangge.camera.Camera;
import org.wangge.fault.Invalid;
import org.wangge.server.http.Json;
import org.wangge.server.importing.CsvRows;
import org.wangge.server.importing.ImportStopped;

/**
 * A file of cameras, read record by record: GeoJSON points, or a sheet of comma-separated values.
 *
 * @param cameras that can be taken, in their order; their grids are found later
 * @param refused what is wrong with the others
 * @param remarks what was taken for granted, or not understood and left out
 * @param read how many records there are
 */
record CameraFile(
    List<Camera> cameras, List<CameraRemark> refused, List<CameraRemark> remarks, int read) {
  static final int LONGEST_BYTES = 20_000_000;
  private static final int MOST_RECORDS = 100_000;
  private static final int MOST_TOLD = 200;

  /**
   * Reads a file.
   *
   * @throws Invalid where it is no such file, and, unless bad records are to be skipped or all is
   *     only tried, where a record cannot be taken
   */
  static CameraFile read(byte[] bytes, CameraFileOptions options) {
    CameraFile file = collect(records(bytes), options);
    if (!file.refused.isEmpty() && !options.skipsBad() && !options.onlyTry()) {
      Map<String, Object> details = new LinkedHashMap<>(file.refused.get(0).json());
      details.put("refused", file.refused.size());
      details.put("report", file.report(options));
      throw new Invalid("file", "cameras-refused", details);
    }
    return file;
  }

  private static CameraFile collect(List<Map<String, String>> records, CameraFileOptions options) {
    CameraRecords reader = new CameraRecords(options);
    List<Camera> cameras = new ArrayList<>();
    List<CameraRemark> refused = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    int number = 0;
    for (Map<String, String> record : records) {
      number++;
      try {
        Camera camera = reader.camera(number, record);
        if (!ids.add(camera.id())) {
          throw new Invalid("id", "camera-twice", Map.of("id", camera.id()));
        }
        cameras.add(camera);
      } catch (Invalid fault) {
        refused.add(CameraRemark.of(number, fault));
      }
    }
    return new CameraFile(cameras, refused, reader.remarks(), number);
  }

  /** What would be, or was, taken from it. */
  Map<String, Object> report(CameraFileOptions options) {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("tried", options.onlyTry());
    report.put("read", read);
    report.put("refusedCount", refused.size());
    report.put("refused", told(refused));
    report.put("remarkCount", remarks.size());
    report.put("remarks", told(remarks));
    return report;
  }

  private static List<Map<String, Object>> told(List<CameraRemark> all) {
    return all.stream().limit(MOST_TOLD).map(CameraRemark::json).toList();
  }

  private static List<Map<String, String>> records(byte[] bytes) {
    int first = 0;
    while (first < bytes.length && (bytes[first] <= ' ')) {
      first++;
    }
    boolean isJson = first < bytes.length && bytes[first] == '{';
    List<Map<String, String>> records = isJson ? features(bytes) : rows(bytes);
    if (records.isEmpty() || records.size() > MOST_RECORDS) {
      throw new Invalid(
          "file", "camera-records-count", Map.of("count", records.size(), "most", MOST_RECORDS));
    }
    return records;
  }

  private static List<Map<String, String>> features(byte[] bytes) {
    List<Map<String, String>> records = new ArrayList<>();
    for (JsonNode feature : Json.parse(bytes).path("features")) {
      Map<String, String> record = new LinkedHashMap<>();
      JsonNode properties = feature.path("properties");
      for (Iterator<String> names = properties.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        JsonNode value = properties.path(name);
        if (value.isValueNode() && !value.isNull()) {
          record.put(name, value.asText());
        }
      }
      JsonNode place = feature.path("geometry").path("coordinates");
      if (feature.path("geometry").path("type").asText().equals("Point") && place.size() >= 2) {
        record.put(CameraColumn.LON.word(), place.get(0).asText());
        record.put(CameraColumn.LAT.word(), place.get(1).asText());
      }
      records.add(record);
    }
    return records;
  }

  private static List<Map<String, String>> rows(byte[] bytes) {
    List<Map<String, String>> records = new ArrayList<>();
    try {
      CsvRows rows = new CsvRows(new ByteArrayInputStream(bytes));
      List<String> head = rows.next().map(CsvRows.Row::fields).orElse(List.of());
      for (Optional<CsvRows.Row> row = rows.next(); row.isPresent(); row = rows.next()) {
        Map<String, String> record = new LinkedHashMap<>();
        List<String> fields = row.get().fields();
        for (int i = 0; i < Math.min(head.size(), fields.size()); i++) {
          record.put(head.get(i).strip(), fields.get(i));
        }
        records.add(record);
      }
    } catch (ImportStopped stopped) {
      throw new Invalid("file", stopped.problem(), stopped.details());
    } catch (IOException e) {
      throw new Invalid("file", "camera-file-unreadable", Map.of());
    }
    return records;
  }
}
