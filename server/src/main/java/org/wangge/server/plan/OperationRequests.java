package org.wangge.server.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.Invalid;
import org.wangge.geo.CoordinateSystem;
import org.wangge.geo.CoordinateSystems;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.Position;
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
import org.wangge.plan.operation.PlanWish;
import org.wangge.plan.operation.PlanWish.AlongStreets;
import org.wangge.plan.operation.PlanWish.MoveBuilding;
import org.wangge.plan.operation.PlanWish.SnapBorder;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;

/** Reads what an edit is to do, strictly: each kind has its members and no others. */
final class OperationRequests {
  private static final Map<String, List<String>> MEMBERS = members();

  private final JsonBody body;
  private final CoordinateSystem system;

  private OperationRequests(JsonBody body) {
    this.body = body;
    system = CoordinateSystems.parse(body.text("crs").orElse("EPSG:4326"));
  }

  private static Map<String, List<String>> members() {
    Map<String, List<String>> members = new LinkedHashMap<>();
    members.put(Split.KIND, List.of("face", "line"));
    members.put(Merge.KIND, List.of("faces"));
    members.put(Reshape.KIND, List.of("face", "neighbour", "line"));
    members.put(MoveGround.BLOCK, List.of("face", "to", "ring"));
    members.put(Vertex.MOVE, List.of("at", "to"));
    members.put(Vertex.INSERT, List.of("at"));
    members.put(Vertex.DELETE, List.of("at"));
    members.put(Carve.KIND, List.of("face", "ring", "name"));
    members.put(PutBack.KIND, List.of("face"));
    members.put(AlongStreets.KIND, List.of("face", "from", "to"));
    members.put(SnapBorder.KIND, List.of("face", "neighbour"));
    members.put(MoveBuilding.KIND, List.of("building", "to"));
    members.put(Attributes.KIND, List.of("face", "name", "gridKind"));
    members.put(Renumber.KIND, List.of("community"));
    return members;
  }

  /**
   * The operation of a body.
   *
   * @throws Invalid with code {@code edit-kind-unknown} or {@code member-missing}
   * @throws Malformed for members that the kind does not have, and for what is no coordinate
   */
  static PlanWish of(JsonNode node) {
    String kind = node.path("kind").asText();
    List<String> own = MEMBERS.get(kind);
    if (own == null) {
      throw new Invalid(
          "kind",
          "edit-kind-unknown",
          Map.of("given", kind, "known", String.join(", ", MEMBERS.keySet())));
    }
    List<String> known = new ArrayList<>(own);
    known.addAll(List.of("kind", "crs", "reason", "after"));
    return new OperationRequests(JsonBody.of(node, known.toArray(String[]::new))).read(kind);
  }

  private PlanWish read(String kind) {
    String reason = optional("reason");
    return switch (kind) {
      case AlongStreets.KIND ->
          new AlongStreets(required("face"), point("from", body.getArray("from")), to(), reason);
      case SnapBorder.KIND -> new SnapBorder(required("face"), required("neighbour"), reason);
      case MoveBuilding.KIND -> new MoveBuilding(required("building"), required("to"), reason);
      default -> new PlanWish.Whole(whole(kind, reason));
    };
  }

  private PlanOperation whole(String kind, String reason) {
    return switch (kind) {
      case Split.KIND -> new Split(required("face"), points("line"), reason);
      case Merge.KIND -> new Merge(texts("faces"), reason);
      case Reshape.KIND ->
          new Reshape(required("face"), required("neighbour"), points("line"), reason);
      case MoveGround.BLOCK ->
          new MoveGround(kind, required("face"), required("to"), points("ring"), reason);
      case Carve.KIND -> new Carve(required("face"), points("ring"), optional("name"), reason);
      case PutBack.KIND -> new PutBack(required("face"), reason);
      case Vertex.MOVE, Vertex.INSERT, Vertex.DELETE ->
          new Vertex(
              kind,
              point("at", body.getArray("at")),
              kind.equals(Vertex.MOVE) ? to() : null,
              reason);
      case Renumber.KIND -> new Renumber(required("community"), reason);
      default -> new Attributes(required("face"), optional("name"), gridKind(), reason);
    };
  }

  /** The edit that the plan stood at when it was seen; empty where nobody says. */
  static OptionalInt after(JsonNode node) {
    JsonNode after = node.path("after");
    if (after.isMissingNode()) {
      return OptionalInt.empty();
    }
    if (!after.canConvertToInt() || !after.isIntegralNumber()) {
      throw new Malformed("after", "integer-wanted", Map.of("name", "after"));
    }
    return OptionalInt.of(after.intValue());
  }

  private LatticePoint to() {
    return point("to", body.getArray("to"));
  }

  private @Nullable GridKind gridKind() {
    String given = optional("gridKind");
    if (given.isEmpty()) {
      return null;
    }
    return GridKind.find(given)
        .orElseThrow(
            () ->
                new Invalid(
                    "gridKind",
                    "word-unknown",
                    Map.of("given", given, "known", "base, exclusive")));
  }

  private String required(String name) {
    return body.text(name)
        .orElseThrow(() -> new Invalid(name, "member-missing", Map.of("name", name)));
  }

  private String optional(String name) {
    return body.text(name).orElse("").trim();
  }

  private List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode one : body.getArray(name)) {
      if (!one.isTextual()) {
        throw new Malformed(name + "[" + texts.size() + "]", "text-wanted", Map.of("name", name));
      }
      texts.add(one.textValue());
    }
    return texts;
  }

  private List<LatticePoint> points(String name) {
    List<LatticePoint> line = new ArrayList<>();
    JsonNode given = body.getArray(name);
    for (int i = 0; i < given.size(); i++) {
      line.add(point(name + "[" + i + "]", given.get(i)));
    }
    return line;
  }

  private LatticePoint point(String place, JsonNode pair) {
    return point(system, place, pair);
  }

  /** A place as a pair of numbers. */
  static LatticePoint point(CoordinateSystem system, String place, JsonNode pair) {
    if (!pair.isArray() || pair.size() != 2 || !pair.get(0).isNumber() || !pair.get(1).isNumber()) {
      throw new Malformed(place, "point-malformed", Map.of("index", place));
    }
    try {
      Position position = system.toWgs84(pair.get(0).doubleValue(), pair.get(1).doubleValue());
      return LatticePoint.ofDegrees(position.lonDegrees(), position.latDegrees());
    } catch (Invalid e) {
      throw new Invalid(place, e.code(), e.details());
    }
  }
}
