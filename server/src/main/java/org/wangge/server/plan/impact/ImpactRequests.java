package org.wangge.server.plan.impact;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.fault.NotFound;
import org.wangge.plan.compare.Side;
import org.wangge.server.http.Language;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;

/** Reads requests about what plans change, strictly. */
final class ImpactRequests {
  private static final String DAY = "at:";
  private static final List<String> LANGUAGES = List.of("zh", "en");

  private ImpactRequests() {}

  static long plan(Parameters parameters) {
    return number(parameters.part("id"))
        .orElseThrow(() -> new NotFound("plan-unknown", Map.of("plan", parameters.part("id"))));
  }

  private static Optional<Long> number(String text) {
    return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  /** The language of a sheet: {@code lang=}, or what the request asks for. */
  static Language language(Context ctx, Parameters parameters) {
    return parameters
        .word("lang", word -> Optional.of(word).filter(LANGUAGES::contains), LANGUAGES)
        .map(word -> word.equals("en") ? Language.EN : Language.ZH)
        .orElseGet(() -> Language.of(ctx));
  }

  /**
   * A plan's number, or {@code at:} with an instant, or with a day, which means its first instant
   * in the zone of the place.
   */
  static Side side(Parameters parameters, String name, ZoneId zone) {
    String text = parameters.part(name);
    if (!text.startsWith(DAY)) {
      return new Side.OfPlan(
          number(text).orElseThrow(() -> new NotFound("plan-unknown", Map.of("plan", text))));
    }
    String day = text.substring(DAY.length());
    return new Side.AtInstant(
        Parameters.findInstant(day)
            .orElseGet(
                () -> {
                  try {
                    return LocalDate.parse(day).atStartOfDay(zone).toInstant();
                  } catch (DateTimeException e) {
                    throw new Malformed(
                        name, "instant-malformed", Map.of("name", name, "given", day));
                  }
                }));
  }
}
