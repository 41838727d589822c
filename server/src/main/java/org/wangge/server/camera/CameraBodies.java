package org.wangge.server.camera;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraChange;
import org.wangge.camera.CameraId;
import org.wangge.camera.CameraKey;
import org.wangge.camera.CameraLens;
import org.wangge.camera.CameraLight;
import org.wangge.camera.CameraPose;
import org.wangge.camera.CameraState;
import org.wangge.camera.CameraUpkeep;
import org.wangge.camera.DirectionCertainty;
import org.wangge.camera.TurnSector;
import org.wangge.camera.sight.Lens;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticePoint;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;
import org.wangge.server.http.PlainText;

/** Reads what is to be written about cameras, strictly. */
final class CameraBodies {
  private static final int LONGEST_NAME = 100;
  private static final double LAST_AZIMUTH = Math.nextDown(360.0);
  private static final double LEAST_ANGLE = 1;
  private static final double HIGHEST_METERS = 1_000;
  private static final double LEAST_METERS = 0.1;

  private static final String[] CHANGEABLE = {
    "name",
    "lon",
    "lat",
    "mountHeightMeters",
    "indoor",
    "lenses",
    "directionCertainty",
    "turn",
    "state",
    "owner",
    "contact",
    "light",
    "keptDays",
    "angleDegrees",
    "rangeMeters"
  };

  private CameraBodies() {}

  /** A camera to be entered; its grid is found later. */
  static Camera camera(JsonNode node) {
    JsonBody body = JsonBody.of(node, with("id", "from"));
    String id = CameraId.plain(body.getText("id"));
    if (!CameraId.isWellFormed(id)) {
      throw new Invalid("id", "camera-id-malformed", Map.of("given", id));
    }
    if (!body.has("lenses")) {
      throw new Malformed("lenses", "member-missing", Map.of("name", "lenses"));
    }
    CameraPose pose =
        new CameraPose(
            place(body),
            body.getNumber("mountHeightMeters", LEAST_METERS, HIGHEST_METERS),
            body.flag("indoor").orElse(false),
            lenses(body),
            body.word("directionCertainty", DirectionCertainty.class)
                .orElse(DirectionCertainty.MEASURED),
            turn(body));
    return new Camera(
        id,
        name("name", body.getText("name")),
        pose,
        body.word("state", CameraState.class).orElse(CameraState.REGISTERED),
        upkeep(body, CameraUpkeep.unsaid()),
        "",
        false);
  }

  private static String[] with(String... more) {
    List<String> all = new ArrayList<>(List.of(CHANGEABLE));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  /** What is to be different; {@code from} besides. */
  static CameraChange change(JsonNode node) {
    JsonBody body = JsonBody.of(node, with("from"));
    Optional<String> name = body.text("name").map(text -> name("name", text));
    UnaryOperator<CameraPose> pose = pose(body);
    return new CameraChange(
        name, pose, body.word("state", CameraState.class), upkeep -> upkeep(body, upkeep));
  }

  /** Since when it is so; null for now. */
  static @Nullable Instant from(JsonNode node) {
    JsonNode from = node.path("from");
    return from.isTextual() ? Parameters.instant("from", from.textValue()) : null;
  }

  /** {@code cameras: [{id, revision}]}. */
  static List<CameraKey> keys(JsonBody body) {
    List<CameraKey> keys = new ArrayList<>();
    for (JsonNode one : body.getArray("cameras")) {
      JsonBody key = JsonBody.within("cameras[%d]".formatted(keys.size()), one, "id", "revision");
      keys.add(new CameraKey(key.getText("id"), key.getInteger("revision")));
    }
    return keys;
  }

  /** Read at once, so that what is malformed is refused before anything is looked up. */
  private static UnaryOperator<CameraPose> pose(JsonBody body) {
    Optional<Double> mount = body.number("mountHeightMeters", LEAST_METERS, HIGHEST_METERS);
    Optional<Boolean> indoor = body.flag("indoor");
    List<CameraLens> lenses = body.has("lenses") ? lenses(body) : List.of();
    Optional<Double> angle = body.number("angleDegrees", LEAST_ANGLE, 360);
    Optional<Double> range = body.number("rangeMeters", 1, Lens.FARTHEST_METERS);
    Optional<DirectionCertainty> certainty =
        body.word("directionCertainty", DirectionCertainty.class);
    TurnSector turn = turn(body);
    boolean isMoved = body.has("lon") || body.has("lat");
    LatticePoint moved = isMoved ? place(body) : null;
    return before ->
        new CameraPose(
            moved == null ? before.location() : moved,
            mount.orElse(before.mountHeightMeters()),
            indoor.orElse(before.indoor()),
            (lenses.isEmpty() ? before.lenses() : lenses)
                .stream().map(lens -> sized(lens, angle, range)).toList(),
            certainty.orElse(before.directionCertainty()),
            body.has("turn") ? turn : before.turn());
  }

  private static CameraLens sized(CameraLens lens, Optional<Double> angle, Optional<Double> range) {
    return new CameraLens(
        lens.azimuthDegrees(),
        angle.orElse(lens.angleDegrees()),
        lens.nearMeters(),
        range.orElse(lens.rangeMeters()));
  }

  private static LatticePoint place(JsonBody body) {
    double lon = body.getNumber("lon", -180, 180);
    double lat = body.getNumber("lat", -90, 90);
    return LatticePoint.ofDegrees(lon, lat);
  }

  private static List<CameraLens> lenses(JsonBody body) {
    List<CameraLens> lenses = new ArrayList<>();
    for (JsonNode one : body.getArray("lenses")) {
      String place = "lenses[%d]".formatted(lenses.size());
      JsonBody lens =
          JsonBody.within(
              place, one, "azimuthDegrees", "angleDegrees", "nearMeters", "rangeMeters");
      double range = lens.getNumber("rangeMeters", 1, Lens.FARTHEST_METERS);
      lenses.add(
          new CameraLens(
              lens.getNumber("azimuthDegrees", 0, LAST_AZIMUTH),
              lens.getNumber("angleDegrees", LEAST_ANGLE, 360),
              lens.number("nearMeters", 0, Math.nextDown(range)).orElse(null),
              range));
    }
    if (lenses.isEmpty() || lenses.size() > CameraPose.MOST_LENSES) {
      throw new Invalid(
          "lenses",
          "camera-lenses-count",
          Map.of("count", lenses.size(), "most", CameraPose.MOST_LENSES));
    }
    return lenses;
  }

  private static @Nullable TurnSector turn(JsonBody body) {
    if (!body.has("turn") || body.node("turn").isNull()) {
      return null;
    }
    JsonBody turn = body.getObject("turn", "azimuthDegrees", "angleDegrees");
    return new TurnSector(
        turn.getNumber("azimuthDegrees", 0, LAST_AZIMUTH),
        turn.getNumber("angleDegrees", LEAST_ANGLE, 360));
  }

  private static CameraUpkeep upkeep(JsonBody body, CameraUpkeep before) {
    return new CameraUpkeep(
        body.text("owner").map(text -> name("owner", text)).orElse(before.owner()),
        body.text("contact").map(text -> name("contact", text)).orElse(before.contact()),
        body.word("light", CameraLight.class).orElse(before.light()),
        body.number("keptDays", 0, CameraUpkeep.LONGEST_DAYS)
            .map(Double::intValue)
            .orElse(before.keptDays()));
  }

  /** A name that people read: sound, and not too long. */
  static String name(String member, String text) {
    String plain = text.strip();
    PlainText.require(member, plain);
    if (plain.length() > LONGEST_NAME || (plain.isEmpty() && member.equals("name"))) {
      throw new Invalid(
          member, "camera-name-length", Map.of("name", member, "longest", LONGEST_NAME));
    }
    return plain;
  }
}
