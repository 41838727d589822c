package org.wangge.server.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wangge.geo.LatticePoint;
import org.wangge.plan.PlanOperation;

/** Operations as the table keeps them: JSON, coordinates in whole lattice units. */
final class OperationRows {
  private static final ObjectMapper JSON = new ObjectMapper();

  private OperationRows() {}

  static String write(PlanOperation operation) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("face", operation.face());
    if (operation instanceof PlanOperation.Split split) {
      row.put(
          "line", split.line().stream().map(point -> List.of(point.lon(), point.lat())).toList());
      row.put("reason", split.reason());
    }
    try {
      return JSON.writeValueAsString(row);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not plain values: " + operation.kind(), e);
    }
  }

  static PlanOperation read(String kind, String row) {
    if (!kind.equals(PlanOperation.Split.KIND)) {
      throw new IllegalStateException("an edit of a kind this program does not know: " + kind);
    }
    try {
      JsonNode json = JSON.readTree(row);
      List<LatticePoint> line = new ArrayList<>();
      json.path("line")
          .forEach(
              point ->
                  line.add(new LatticePoint(point.get(0).intValue(), point.get(1).intValue())));
      return new PlanOperation.Split(
          json.path("face").asText(), line, json.path("reason").asText());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an edit on record that cannot be read", e);
    }
  }
}
