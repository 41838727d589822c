package org.wangge.server.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.camera.Bearings;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraId;
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
import org.wangge.server.http.PlainText;
import org.wangge.word.Word;

/** Makes cameras of the records of one file. Not thread-safe. */
final class CameraRecords {
  private static final Set<String> YES =
      Set.of("true", "yes", "1", "是", "ptz", "panning", "indoor");
  private static final int LAST_SEQUENCE = 999_999;

  private final CameraFileOptions options;
  private final List<CameraRemark> remarks = new ArrayList<>();

  CameraRecords(CameraFileOptions options) {
    this.options = options;
  }

  List<CameraRemark> remarks() {
    return List.copyOf(remarks);
  }

  /**
   * The camera of a record.
   *
   * @param number of the record, from 1
   * @throws Invalid with the fact that it cannot be made of
   */
  Camera camera(int number, Map<String, String> record) {
    double mount =
        number(record, CameraColumn.MOUNT_HEIGHT, 0.1, 1_000)
            .orElse(0.0 + options.mountHeightMeters());
    Bearings bearings = bearings(number, record);
    boolean isTurned = isYes(record, CameraColumn.PTZ);
    CameraPose pose =
        new CameraPose(
            place(record),
            mount,
            isYes(record, CameraColumn.INDOOR),
            lenses(record, bearings),
            word(record, CameraColumn.CERTAINTY, DirectionCertainty.class)
                .orElse(bearings.certainty()),
            isTurned ? TurnSector.allRound() : null);
    String id = id(number, record);
    return new Camera(
        id,
        CameraBodies.name("name", CameraColumn.NAME.find(record).orElse(CameraId.grouped(id))),
        pose,
        word(record, CameraColumn.STATE, CameraState.class).orElse(CameraState.REGISTERED),
        upkeep(record),
        "",
        false);
  }

  private String id(int number, Map<String, String> record) {
    Optional<String> given = CameraColumn.ID.find(record).map(CameraId::plain);
    if (given.isPresent()) {
      if (!CameraId.isWellFormed(given.get())) {
        throw new Invalid(
            "id", "camera-id-malformed", Map.of("given", PlainText.shown(given.get())));
      }
      return given.get();
    }
    if (options.centre().isEmpty() || number > LAST_SEQUENCE) {
      throw new Invalid("id", "camera-id-missing", Map.of("given", ""));
    }
    return CameraId.of(options.centre(), number);
  }

  private LatticePoint place(Map<String, String> record) {
    double lon = needed(record, CameraColumn.LON);
    double lat = needed(record, CameraColumn.LAT);
    return options.system().toWgs84(lon, lat).toLattice();
  }

  private static double needed(Map<String, String> record, CameraColumn column) {
    return number(record, column, -1e9, 1e9)
        .orElseThrow(() -> new Invalid(column.word(), "camera-place-missing", Map.of("given", "")));
  }

  private Bearings bearings(int number, Map<String, String> record) {
    Optional<String> text = CameraColumn.AZIMUTH.find(record);
    if (text.isEmpty()) {
      return number(record, CameraColumn.DIRECTION_TYPE, 1, 8)
          .flatMap(type -> Bearings.ofDirectionType(type.intValue()))
          .orElseGet(Bearings::none);
    }
    Optional<Bearings> read = Bearings.parse(text.get());
    if (read.isEmpty()) {
      // What cannot be read as a direction is left out, and said: the camera itself is there.
      remarks.add(
          new CameraRemark(
              number,
              CameraColumn.AZIMUTH.word(),
              "camera-direction-not-understood",
              PlainText.shown(text.get())));
    }
    return read.orElseGet(Bearings::none);
  }

  private List<CameraLens> lenses(Map<String, String> record, Bearings bearings) {
    List<Bearings.Look> looks =
        bearings.looks().isEmpty() ? List.of(new Bearings.Look(0, 0)) : bearings.looks();
    if (looks.size() > CameraPose.MOST_LENSES) {
      throw new Invalid(
          "lenses",
          "camera-lenses-count",
          Map.of("given", looks.size(), "count", looks.size(), "most", CameraPose.MOST_LENSES));
    }
    List<CameraLens> lenses = new ArrayList<>();
    for (int i = 0; i < looks.size(); i++) {
      lenses.add(lens(record, looks.get(i), i));
    }
    return lenses;
  }

  private CameraLens lens(Map<String, String> record, Bearings.Look look, int index) {
    double told = look.angleDegrees() > 0 ? look.angleDegrees() : options.angleDegrees();
    double angle = number(record, CameraColumn.ANGLE, index, 1, 360).orElse(told);
    double range =
        number(record, CameraColumn.RANGE, index, 1, Lens.FARTHEST_METERS)
            .orElse(0.0 + options.rangeMeters());
    Double near = number(record, CameraColumn.NEAR, index, 0, Math.nextDown(range)).orElse(null);
    return new CameraLens(look.azimuthDegrees(), angle, near, range);
  }

  private static CameraUpkeep upkeep(Map<String, String> record) {
    CameraUpkeep unsaid = CameraUpkeep.unsaid();
    return new CameraUpkeep(
        CameraColumn.OWNER.find(record).map(text -> CameraBodies.name("owner", text)).orElse(""),
        CameraColumn.CONTACT
            .find(record)
            .map(text -> CameraBodies.name("contact", text))
            .orElse(""),
        word(record, CameraColumn.LIGHT, CameraLight.class).orElse(unsaid.light()),
        number(record, CameraColumn.KEPT_DAYS, 0, CameraUpkeep.LONGEST_DAYS)
            .map(Double::intValue)
            .orElse(unsaid.keptDays()));
  }

  private static boolean isYes(Map<String, String> record, CameraColumn column) {
    return column
        .find(record)
        .map(text -> text.toLowerCase(Locale.ROOT))
        .filter(YES::contains)
        .isPresent();
  }

  private static <E extends Enum<E> & Word> Optional<E> word(
      Map<String, String> record, CameraColumn column, Class<E> kind) {
    return column
        .find(record)
        .map(
            text ->
                Word.find(kind, text)
                    .orElseThrow(
                        () ->
                            new Invalid(
                                column.word(),
                                "camera-word-unknown",
                                Map.of("given", PlainText.shown(text)))));
  }

  /** Of several lenses the values are parted by semicolons; a single one is that of all. */
  private static Optional<Double> number(
      Map<String, String> record, CameraColumn column, int index, double least, double most) {
    String[] parts = column.find(record).orElse("").split(";", -1);
    String part = parts.length == 1 ? parts[0] : index < parts.length ? parts[index] : "";
    return number(column, part, least, most);
  }

  private static Optional<Double> number(
      Map<String, String> record, CameraColumn column, double least, double most) {
    return number(column, column.find(record).orElse(null), least, most);
  }

  private static Optional<Double> number(
      CameraColumn column, @Nullable String text, double least, double most) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      double value = Double.parseDouble(text.strip());
      if (value >= least && value <= most) {
        return Optional.of(value);
      }
    } catch (NumberFormatException e) {
      // Told below, as a number that is out of bounds is.
      throw outOfRange(column, text, least, most);
    }
    throw outOfRange(column, text, least, most);
  }

  private static Invalid outOfRange(CameraColumn column, String text, double least, double most) {
    return new Invalid(
        column.word(),
        "measure-out-of-range",
        Map.of(
            "name", column.word(), "given", PlainText.shown(text), "least", least, "most", most));
  }
}
