package org.wangge.server.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.GridKind;
import org.wangge.plan.operation.PlanOperation;
import org.wangge.plan.operation.PlanOperation.Attributes;
import org.wangge.plan.operation.PlanOperation.Carve;
import org.wangge.plan.operation.PlanOperation.Merge;
import org.wangge.plan.operation.PlanOperation.MoveGround;
import org.wangge.plan.operation.PlanOperation.PutBack;
import org.wangge.plan.operation.PlanOperation.Renumber;
import org.wangge.plan.operation.PlanOperation.Reshape;
import org.wangge.plan.operation.PlanOperation.Split;
import org.wangge.plan.operation.PlanOperation.Vertex;

/** Operations as the table keeps them: JSON, coordinates in whole lattice units. */
final class OperationRows {
  private static final ObjectMapper JSON = new ObjectMapper();

  private OperationRows() {}

  static String write(PlanOperation operation) {
    Map<String, Object> row = new LinkedHashMap<>();
    if (operation instanceof Split split) {
      row.put("face", split.face());
      row.put("line", points(split.line()));
    } else if (operation instanceof Merge merge) {
      row.put("faces", merge.faces());
    } else if (operation instanceof Reshape reshape) {
      row.put("face", reshape.face());
      row.put("neighbour", reshape.neighbour());
      row.put("line", points(reshape.line()));
    } else if (operation instanceof MoveGround move) {
      row.put("face", move.from());
      row.put("to", move.to());
      row.put("ring", points(move.ring()));
    } else if (operation instanceof Carve carve) {
      row.put("face", carve.face());
      row.put("ring", points(carve.ring()));
      row.put("name", carve.name());
    } else if (operation instanceof PutBack back) {
      row.put("face", back.face());
    } else if (operation instanceof Vertex vertex) {
      row.put("at", point(vertex.at()));
      if (vertex.toOrNull() != null) {
        row.put("place", point(vertex.toOrNull()));
      }
    } else if (operation instanceof Attributes attributes) {
      row.put("face", attributes.face());
      row.put("name", attributes.name());
      if (attributes.gridKindOrNull() != null) {
        row.put("gridKind", attributes.gridKindOrNull().word());
      }
    } else if (operation instanceof Renumber renumber) {
      row.put("community", renumber.community());
    }
    row.put("reason", operation.reason());
    try {
      return JSON.writeValueAsString(row);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not plain values: " + operation.kind(), e);
    }
  }

  static PlanOperation read(String kind, String row) {
    try {
      return read(kind, JSON.readTree(row));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an edit on record that cannot be read", e);
    }
  }

  private static PlanOperation read(String kind, JsonNode row) {
    String face = row.path("face").asText();
    String reason = row.path("reason").asText();
    return switch (kind) {
      case Split.KIND -> new Split(face, points(row.path("line")), reason);
      case Merge.KIND -> new Merge(texts(row.path("faces")), reason);
      case Reshape.KIND ->
          new Reshape(face, row.path("neighbour").asText(), points(row.path("line")), reason);
      case MoveGround.BUILDING, MoveGround.BLOCK ->
          new MoveGround(kind, face, row.path("to").asText(), points(row.path("ring")), reason);
      case Carve.KIND ->
          new Carve(face, points(row.path("ring")), row.path("name").asText(), reason);
      case PutBack.KIND -> new PutBack(face, reason);
      case Vertex.MOVE, Vertex.INSERT, Vertex.DELETE ->
          new Vertex(kind, point(row.path("at")), placeOrNull(row.path("place")), reason);
      case Attributes.KIND ->
          new Attributes(
              face,
              row.path("name").asText(),
              GridKind.find(row.path("gridKind").asText()).orElse(null),
              reason);
      case Renumber.KIND -> new Renumber(row.path("community").asText(), reason);
      default ->
          throw new IllegalStateException("an edit of a kind this program does not know: " + kind);
    };
  }

  private static List<List<Integer>> points(List<LatticePoint> line) {
    return line.stream().map(OperationRows::point).toList();
  }

  private static List<Integer> point(LatticePoint point) {
    return List.of(point.lon(), point.lat());
  }

  private static List<LatticePoint> points(JsonNode line) {
    List<LatticePoint> points = new ArrayList<>();
    line.forEach(pair -> points.add(point(pair)));
    return points;
  }

  private static LatticePoint point(JsonNode pair) {
    return new LatticePoint(pair.path(0).intValue(), pair.path(1).intValue());
  }

  private static @Nullable LatticePoint placeOrNull(JsonNode pair) {
    return pair.isArray() ? point(pair) : null;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
