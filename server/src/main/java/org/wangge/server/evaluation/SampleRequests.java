package org.wangge.server.evaluation;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.evaluation.Assessment;
import org.wangge.evaluation.Callback;
import org.wangge.evaluation.SampleCount;
import org.wangge.evaluation.SampleFrame;
import org.wangge.fault.NotFound;
import org.wangge.incident.Channel;
import org.wangge.server.http.Json;
import org.wangge.server.http.JsonBody;
import org.wangge.server.http.Language;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;
import org.wangge.word.Word;

/** Reads requests about samples, strictly. Days are those of a zone. */
final class SampleRequests {
  private static final int LONGEST_BODY = 4_000;
  private static final int USUAL = 50;
  private static final int MOST = 200;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2999;
  private static final String[] FRAME = {"from", "to", "area", "category", "channel", "department"};
  private static final List<String> CHANNELS = words(Channel.values());
  private static final List<String> CALLBACKS = words(Callback.values());
  private static final List<String> COUNTS = words(SampleCount.values());
  private static final List<String> LANGUAGES = List.of("zh", "en");

  private final ZoneId zone;

  SampleRequests(ZoneId zone) {
    this.zone = zone;
  }

  private static List<String> words(Word[] values) {
    return Arrays.stream(values).map(Word::word).toList();
  }

  /** Of which frame is asked. */
  SampleFrame frame(Context ctx) {
    Parameters parameters = Parameters.of(ctx, FRAME);
    return frame(parameters::text);
  }

  /** What names a member or parameter that may be there. */
  @FunctionalInterface
  private interface Given {
    Optional<String> text(String name);
  }

  private SampleFrame frame(Given given) {
    Instant from = day("from", given).atStartOfDay(zone).toInstant();
    Instant to = day("to", given).plusDays(1).atStartOfDay(zone).toInstant();
    return new SampleFrame(
        from,
        to,
        some("area", given),
        some("category", given),
        given
            .text("channel")
            .filter(word -> !word.isEmpty())
            .map(word -> word("channel", word, Channel.find(word), CHANNELS))
            .orElse(null),
        some("department", given));
  }

  private static @Nullable String some(String name, Given given) {
    return given.text(name).filter(text -> !text.isEmpty()).orElse(null);
  }

  private static LocalDate day(String name, Given given) {
    String text = given.text(name).orElseThrow(() -> missing(name));
    Malformed malformed =
        new Malformed(name, "instant-malformed", Map.of("name", name, "given", text));
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
        return day;
      }
      throw malformed;
    } catch (DateTimeException e) {
      throw malformed;
    }
  }

  private static Malformed missing(String name) {
    return new Malformed(name, "member-missing", Map.of("name", name));
  }

  private static <T> T word(String name, String given, Optional<T> found, List<String> known) {
    return found.orElseThrow(
        () ->
            new Malformed(
                name,
                "word-unknown",
                Map.of("name", name, "given", given, "known", String.join(", ", known))));
  }

  /**
   * A draw.
   *
   * @param size how many
   * @param seed empty for one that nobody could foresee
   */
  record DrawRequest(SampleFrame frame, int size, Optional<String> seed) {}

  DrawRequest draw(Context ctx) {
    Parameters.of(ctx);
    JsonBody body =
        JsonBody.of(
            Json.read(ctx, LONGEST_BODY),
            "from",
            "to",
            "area",
            "category",
            "channel",
            "department",
            "size",
            "seed");
    return new DrawRequest(
        frame(body::text),
        body.integer("size").orElseThrow(() -> missing("size")),
        body.text("seed").map(String::strip).filter(text -> !text.isEmpty()));
  }

  /** What somebody found. */
  record Finding(Assessment.Verdict verdict, String remark) {
    /** Nothing personal gets into a log by being printed. */
    @Override
    public String toString() {
      return verdict.toString();
    }
  }

  static Finding finding(Context ctx) {
    JsonBody body =
        JsonBody.of(Json.read(ctx, LONGEST_BODY), "real", "solved", "inTime", "callback", "remark");
    String callback = body.text("callback").orElseThrow(() -> missing("callback"));
    return new Finding(
        new Assessment.Verdict(
            flag(body, "real"),
            flag(body, "solved"),
            flag(body, "inTime"),
            word("callback", callback, Callback.find(callback), CALLBACKS)),
        body.text("remark").orElse("").strip());
  }

  private static boolean flag(JsonBody body, String name) {
    if (!body.node(name).isBoolean()) {
      throw missing(name);
    }
    return body.node(name).booleanValue();
  }

  /** A page of samples. */
  record ListRequest(long before, int limit) {}

  static ListRequest list(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "before", "limit");
    return new ListRequest(
        parameters.integer("before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE),
        parameters.integer("limit", USUAL, 1, MOST));
  }

  /** What of a sample is listed. */
  static SampleCount count(Context ctx) {
    return Parameters.of(ctx, "count")
        .word("count", SampleCount::find, COUNTS)
        .orElse(SampleCount.DRAWN);
  }

  static Language language(Context ctx) {
    return Parameters.of(ctx, "lang")
        .word("lang", word -> Optional.of(word).filter(LANGUAGES::contains), LANGUAGES)
        .map(word -> word.equals("en") ? Language.EN : Language.ZH)
        .orElseGet(() -> Language.of(ctx));
  }

  /** The one that the address names; what is no number names none. */
  static long id(Context ctx) {
    String text = ctx.pathParam("id");
    if (!text.matches("[0-9]{1,18}")) {
      throw new NotFound("sample-unknown", Map.of("id", text));
    }
    return Long.parseLong(text);
  }
}
