package org.wangge.server.open311;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.Reporter;
import org.wangge.incident.published.PublishedQuery;
import org.wangge.server.http.FormBody;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;
import org.wangge.server.http.PlainText;

/**
 * Reads requests as GeoReport v2 has them. What it does not name is passed over, as clients send
 * more than it names.
 */
final class Open311Requests {
  private static final int MOST = 1_000;
  private static final int USUAL = 50;
  private static final int MOST_PAGES = 10_000;
  private static final Duration LONGEST = Duration.ofDays(90);
  private static final int LONGEST_BODY = 40_000;
  private static final int LONGEST_DESCRIPTION = 4_000;
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_PHONE = 30;
  private static final int LONGEST_FORM = 100_000;
  private static final int LONGEST_ADDRESS = 100;
  private static final int MOST_NAMED = 200;
  private static final String REPORT_KEY = "Idempotency-Key";
  private static final Pattern REPORT_KEYS = Pattern.compile("[A-Za-z0-9_-]{16,64}");

  private Open311Requests() {}

  /**
   * A report.
   *
   * @param service code of the category
   * @param atOrNull where; null where only an address is given
   * @param address where, in words; may be empty
   * @param description in the reporter's words
   * @param reporter who, as far as they say
   */
  record Filing(
      String service,
      @Nullable LatticePoint atOrNull,
      String address,
      String description,
      Reporter reporter) {}

  static Filing filing(Context ctx) {
    String media = form(ctx, "media_url", 500).map(url -> "\n" + url).orElse("");
    String name =
        (form(ctx, "first_name", LONGEST_NAME).orElse("")
                + " "
                + form(ctx, "last_name", LONGEST_NAME).orElse(""))
            .strip();
    if (name.length() > LONGEST_NAME) {
      throw tooLong("last_name", LONGEST_NAME);
    }
    String description = form(ctx, "description", LONGEST_DESCRIPTION).orElse("") + media;
    if (description.length() > LONGEST_DESCRIPTION) {
      throw tooLong("description", LONGEST_DESCRIPTION);
    }
    return new Filing(
        form(ctx, "service_code", 60).orElseThrow(() -> missing("service_code")),
        place(ctx),
        form(ctx, "address_string", LONGEST_ADDRESS).orElse(""),
        description,
        new Reporter(name, form(ctx, "phone", LONGEST_PHONE).orElse("")));
  }

  /** The body is a form, and no longer than such a form can be. */
  static void requireForm(Context ctx) {
    String type = Optional.ofNullable(ctx.contentType()).orElse("");
    if (!type.startsWith("application/x-www-form-urlencoded")) {
      throw new Malformed("body", "form-wanted", Map.of());
    }
    long length = ctx.req().getContentLengthLong();
    if (length < 0 || length > LONGEST_BODY) {
      throw tooLong("body", LONGEST_BODY);
    }
  }

  static Optional<String> key(Context ctx) {
    return form(ctx, "api_key", 200);
  }

  /**
   * What a client calls its report by, so that it can be sent again when no answer came: the header
   * {@code Idempotency-Key}, which GeoReport v2 does not know. Long enough not to be guessed.
   */
  static Optional<String> reportKey(Context ctx) {
    Optional<String> given = Optional.ofNullable(ctx.header(REPORT_KEY));
    if (given.isPresent() && !REPORT_KEYS.matcher(given.get()).matches()) {
      throw new Malformed(REPORT_KEY, "report-key-malformed", Map.of());
    }
    return given.map(key -> "open311 " + key);
  }

  private static @Nullable LatticePoint place(Context ctx) {
    Optional<String> lat = form(ctx, "lat", 40);
    Optional<String> lon = form(ctx, "long", 40);
    if (lat.isEmpty() && lon.isEmpty()) {
      if (form(ctx, "address_string", LONGEST_ADDRESS).isEmpty()) {
        throw missing("lat");
      }
      return null;
    }
    double north = number("lat", lat.orElseThrow(() -> missing("lat")));
    double east = number("long", lon.orElseThrow(() -> missing("long")));
    if (Math.abs(north) > 90 || Math.abs(east) > 180) {
      throw new Malformed("lat", "number-malformed", Map.of("name", "lat", "given", north));
    }
    return LatticePoint.ofDegrees(east, north);
  }

  private static double number(String name, String text) {
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, with what is not finite.
    }
    throw new Malformed(name, "number-malformed", Map.of("name", name, "given", text));
  }

  private static Optional<String> form(Context ctx, String name, int longest) {
    return sound(name, FormBody.of(ctx, LONGEST_FORM).get(name), longest);
  }

  private static Optional<String> query(Context ctx, String name) {
    return sound(name, ctx.queryParam(name), 4_000);
  }

  private static Optional<String> sound(String name, @Nullable String given, int longest) {
    if (given == null || given.isBlank()) {
      return Optional.empty();
    }
    if (given.length() > longest) {
      throw tooLong(name, longest);
    }
    if (!PlainText.isSound(given)) {
      throw new Malformed(name, "text-unsound", Map.of("name", name));
    }
    return Optional.of(given.strip());
  }

  /** The jurisdiction somebody means; empty where they name none, as there is but one. */
  static Optional<String> jurisdiction(Context ctx) {
    return ctx.method().name().equals("POST")
        ? form(ctx, "jurisdiction_id", 100)
        : query(ctx, "jurisdiction_id");
  }

  /**
   * Which requests to list. Numbers stand alone; else no more than 90 days are told of at once: the
   * last ones, or those that begin or end as asked.
   */
  static PublishedQuery list(Context ctx, Instant now) {
    Set<String> numbers = words(ctx, "service_request_id");
    int size = whole(ctx, "page_size", USUAL, MOST);
    int page = whole(ctx, "page", 1, MOST_PAGES);
    if (!numbers.isEmpty()) {
      return new PublishedQuery(numbers, Set.of(), null, null, null, (page - 1) * size, size);
    }
    Optional<Instant> start = query(ctx, "start_date").map(text -> instant("start_date", text));
    Optional<Instant> end = query(ctx, "end_date").map(text -> instant("end_date", text));
    Instant to = end.orElseGet(() -> start.map(from -> from.plus(LONGEST)).orElse(now));
    Instant from = start.orElseGet(() -> to.minus(LONGEST));
    if (from.isBefore(to.minus(LONGEST))) {
      from = to.minus(LONGEST);
    }
    return new PublishedQuery(
        Set.of(), words(ctx, "service_code"), open(ctx), from, to, (page - 1) * size, size);
  }

  private static Instant instant(String name, String text) {
    return Parameters.instant(name, text);
  }

  private static @Nullable Boolean open(Context ctx) {
    Set<String> words = words(ctx, "status");
    for (String word : words) {
      if (!word.equals("open") && !word.equals("closed")) {
        throw new Malformed(
            "status",
            "word-unknown",
            Map.of("name", "status", "given", word, "known", "open, closed"));
      }
    }
    return words.size() == 1 ? Boolean.valueOf(words.contains("open")) : null;
  }

  private static Set<String> words(Context ctx, String name) {
    List<String> all =
        new ArrayList<>(
            query(ctx, name).map(text -> Arrays.asList(text.split(",", -1))).orElse(List.of()));
    if (all.size() > MOST_NAMED) {
      throw tooLong(name, MOST_NAMED);
    }
    Set<String> words = new LinkedHashSet<>();
    all.stream().map(String::strip).filter(word -> !word.isEmpty()).forEach(words::add);
    return words;
  }

  private static int whole(Context ctx, String name, int usual, int most) {
    Optional<String> text = query(ctx, name);
    if (text.isEmpty()) {
      return usual;
    }
    double value = number(name, text.get());
    if (value != Math.rint(value) || value < 1) {
      throw new Malformed(name, "number-malformed", Map.of("name", name, "given", text.get()));
    }
    return (int) Math.min(most, value);
  }

  private static Malformed missing(String name) {
    return new Malformed(name, "parameter-missing", Map.of("name", name));
  }

  private static Malformed tooLong(String name, int longest) {
    return new Malformed(name, "text-too-long", Map.of("name", name, "longest", longest));
  }
}
