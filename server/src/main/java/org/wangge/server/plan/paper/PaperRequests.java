package org.wangge.server.plan.paper;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.fault.NotFound;
import org.wangge.geo.CoordinateSystem;
import org.wangge.geo.CoordinateSystems;
import org.wangge.server.http.Language;
import org.wangge.server.http.Parameters;

/** Reads requests for paper, strictly. */
final class PaperRequests {
  private static final List<String> SIZES =
      Arrays.stream(PaperSize.values()).map(PaperSize::name).toList();
  private static final List<String> LANGUAGES = List.of("zh", "en");

  private PaperRequests() {}

  /**
   * The sheet of a plan.
   *
   * @param plan id
   * @param size of the paper
   * @param system of the coordinate grid
   * @param language of its words
   */
  record PlanRequest(long plan, PaperSize size, CoordinateSystem system, Language language) {}

  static PlanRequest plan(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "size", "crs", "lang");
    String id = parameters.part("id");
    if (!id.matches("[0-9]{1,18}")) {
      throw new NotFound("plan-unknown", Map.of("plan", id));
    }
    return new PlanRequest(
        Long.parseLong(id),
        size(parameters).orElse(PaperSize.A3),
        CoordinateSystems.parse(parameters.text("crs").orElse("EPSG:4490")),
        language(ctx, parameters));
  }

  /**
   * The notice of a grid.
   *
   * @param code of the grid
   * @param size of the paper
   * @param language of its words
   */
  record NoticeRequest(String code, PaperSize size, Language language) {}

  static NoticeRequest notice(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "size", "lang");
    return new NoticeRequest(
        parameters.part("code"), size(parameters).orElse(PaperSize.A4), language(ctx, parameters));
  }

  /**
   * The code of an address that leads on: it goes into another address.
   *
   * @throws NotFound with code {@code area-unknown} where no area can be called so
   */
  static String code(Parameters parameters) {
    String code = parameters.part("code");
    if (!code.matches("[A-Za-z0-9-]{1,40}")) {
      throw new NotFound("area-unknown", Map.of("partition", "tree", "code", code));
    }
    return code;
  }

  private static Optional<PaperSize> size(Parameters parameters) {
    return parameters.word("size", PaperSize::find, SIZES);
  }

  private static Language language(Context ctx, Parameters parameters) {
    return parameters
        .word("lang", word -> Optional.of(word).filter(LANGUAGES::contains), LANGUAGES)
        .map(word -> word.equals("en") ? Language.EN : Language.ZH)
        .orElseGet(() -> Language.of(ctx));
  }
}
