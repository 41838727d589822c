package org.wangge.server.http;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.geo.AsOf;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.word.Word;

/**
 * The query parameters of a request, read strictly: one that is not known here is refused, and so
 * is one given twice.
 */
public final class Parameters {
  private static final int LONGEST = 500;
  private static final List<String> FLAGS = List.of("true", "false");
  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9999;
  private static final Pattern ID = Pattern.compile("[0-9]{1,18}");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?");
  private static final Pattern NOT_FINITE =
      Pattern.compile("[+-]?(?:nan|inf|infinity)", Pattern.CASE_INSENSITIVE);

  private final Context ctx;

  private Parameters(Context ctx) {
    this.ctx = ctx;
  }

  /**
   * The parameters of a request.
   *
   * @param known names that mean something here
   * @throws Malformed when there is another, or one is given twice or is too long
   */
  public static Parameters of(Context ctx, String... known) {
    Set<String> names = Set.of(known);
    for (Map.Entry<String, List<String>> given : ctx.queryParamMap().entrySet()) {
      String name = given.getKey();
      if (!names.contains(name)) {
        throw new Malformed(
            name,
            "parameter-unknown",
            Map.of("name", name, "known", String.join(", ", new TreeSet<>(names))));
      }
      if (given.getValue().size() > 1) {
        throw new Malformed(name, "parameter-twice", Map.of("name", name));
      }
      if (given.getValue().get(0).length() > LONGEST) {
        throw new Malformed(name, "parameter-too-long", Map.of("longest", LONGEST));
      }
      PlainText.require(name, given.getValue().get(0));
    }
    return new Parameters(ctx);
  }

  /** A part of the address itself, such as a code. */
  public String part(String name) {
    String text = ctx.pathParam(name);
    PlainText.require(name, text);
    return text;
  }

  /**
   * A part of the address that numbers something; what is no number names nothing.
   *
   * @param code of the answer where it is none
   * @param detail what the answer calls it
   * @throws NotFound where it is none
   */
  public long id(String part, String code, String detail) {
    return id(ctx, part, code, detail);
  }

  /** The same, of a request whose parameters are read elsewhere. */
  public static long id(Context ctx, String part, String code, String detail) {
    String text = ctx.pathParam(part);
    if (!ID.matcher(text).matches()) {
      throw new NotFound(code, Map.of(detail, text));
    }
    return Long.parseLong(text);
  }

  /** The text of a parameter, empty when it is absent or blank. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(ctx.queryParam(name)).filter(text -> !text.isBlank());
  }

  public String getText(String name) {
    return text(name).orElseThrow(() -> missing(name));
  }

  /** A decimal number; NaN and infinity are not numbers. */
  public double getNumber(String name) {
    return coordinate(name, getText(name));
  }

  public int integer(String name, int otherwise, int least, int most) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return otherwise;
    }
    double value = decimal(name, text.get());
    if (value != Math.rint(value) || value < least || value > most) {
      throw new Malformed(
          name,
          "number-out-of-range",
          Map.of("name", name, "given", text.get(), "least", least, "most", most));
    }
    return (int) value;
  }

  /** One of a few words. */
  public <T> Optional<T> word(String name, Function<String, Optional<T>> find, List<String> words) {
    return text(name)
        .map(
            text ->
                find.apply(text)
                    .orElseThrow(
                        () ->
                            new Malformed(
                                name,
                                "word-unknown",
                                Map.of(
                                    "name", name,
                                    "given", text,
                                    "known", String.join(", ", words)))));
  }

  /** One of the words of a kind. */
  public <E extends Enum<E> & Word> Optional<E> word(String name, Class<E> kind) {
    return word(
        name,
        given -> Word.find(kind, given),
        Arrays.stream(kind.getEnumConstants()).map(Word::word).toList());
  }

  /** {@code true} or {@code false}; false when it is absent. */
  public boolean flag(String name) {
    return word(name, word -> Optional.of(word).filter(FLAGS::contains), FLAGS)
        .filter("true"::equals)
        .isPresent();
  }

  /** An instant of ISO 8601 with an offset, cut to microseconds. */
  public Optional<Instant> instant(String name) {
    return text(name).map(text -> instant(name, text));
  }

  /**
   * Reads an instant of ISO 8601 with an offset ({@code 2026-11-20T08:00:00+08:00}), cut to
   * microseconds. Years have four digits: databases cannot keep all that Java can.
   */
  public static Instant instant(String field, String text) {
    return findInstant(text)
        .orElseThrow(
            () -> new Malformed(field, "instant-malformed", Map.of("name", field, "given", text)));
  }

  /** An id of 128 bits. */
  public Optional<UUID> uuid(String name) {
    return text(name).map(text -> uuid(name, text));
  }

  /** Reads an id of 128 bits. */
  public static UUID uuid(String field, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new Malformed(field, "id-malformed", Map.of("name", field, "given", text));
    }
  }

  /** The same, or empty where the text is no such instant. */
  public static Optional<Instant> findInstant(String text) {
    try {
      // A plus sign in an address arrives as a space.
      OffsetDateTime time = OffsetDateTime.parse(text.replace(' ', '+'));
      return time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR
          ? Optional.empty()
          : Optional.of(time.toInstant().truncatedTo(ChronoUnit.MICROS));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** {@code at=} and {@code known=}, each now when absent. */
  public AsOf asOf(Instant now) {
    return new AsOf(instant("at").orElse(now), instant("known").orElse(now));
  }

  /** {@code bbox=west,south,east,north} in degrees. */
  public Optional<LatticeBox> box(String name) {
    return text(name).map(text -> box(name, text));
  }

  /** {@code near=lon,lat} in degrees. */
  public Optional<LatticePoint> point(String name) {
    return text(name)
        .map(
            text -> {
              String[] parts = text.split(",", -1);
              if (parts.length != 2) {
                throw new Malformed(name, "pair-malformed", Map.of("name", name, "given", text));
              }
              return LatticePoint.ofDegrees(coordinate(name, parts[0]), coordinate(name, parts[1]));
            });
  }

  private static LatticeBox box(String name, String text) {
    String[] parts = text.split(",", -1);
    if (parts.length != 4) {
      throw new Malformed(name, "box-malformed", Map.of("name", name, "given", text));
    }
    double[] edges = new double[4];
    for (int i = 0; i < 4; i++) {
      edges[i] = coordinate(name, parts[i]);
    }
    try {
      return LatticeBox.ofDegrees(edges[0], edges[1], edges[2], edges[3]);
    } catch (IllegalArgumentException e) {
      throw new Malformed(name, "box-malformed", Map.of("name", name, "given", text));
    }
  }

  /** A decimal number of a parameter, or part of one; NaN and infinity are not numbers. */
  public static double coordinate(String name, String text) {
    if (!NOT_FINITE.matcher(text.trim()).matches()) {
      double value = decimal(name, text);
      if (Double.isFinite(value)) {
        return value;
      }
    }
    throw new Invalid(name, "coordinate-not-a-number", Map.of("given", text));
  }

  /** Java would read “1f” and “0x1p3” too. */
  private static double decimal(String name, String text) {
    if (!DECIMAL.matcher(text.trim()).matches()) {
      throw new Malformed(name, "number-malformed", Map.of("name", name, "given", text));
    }
    return Double.parseDouble(text.trim());
  }

  private static Malformed missing(String name) {
    return new Malformed(name, "parameter-missing", Map.of("name", name));
  }
}
