package org.wangge.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Lets grid workers go from door to door with one checklist in one community: at first some grids
 * are well on, others have hardly begun; then a few doors follow every now and then. How far it is
 * it reads from the program, so that after a stop it goes on.
 */
final class SimulatedCampaign implements Simulator.Part {
  static final String TITLE = "瓶装燃气安全排查（演示）";

  static final String DECLARED = "居家养老服务补贴申报核实（演示）";

  private static final int FORM = 12;
  private static final String SURNAMES = "林陈何沈叶方";
  private static final List<String> STATEMENTS =
      List.of("独居，七十八岁", "与一子同住，子女在外地工作", "独居，八十三岁，行动不便", "与配偶同住，均七十五岁以上");

  private static final Duration LOOK = Duration.ofSeconds(20);
  private static final Duration LASTS = Duration.ofDays(14);
  private static final int AT_ONCE = 40;
  private static final int FEW = 2;

  /** How far grids are when somebody looks for the first time. */
  private static final int[] BEGUN_PERCENT = {92, 64, 38, 21, 75, 8};

  private final String area;
  private final PublicApi api;
  private @Nullable Instant next;

  /**
   * Makes it.
   *
   * @param area code of the area whose doors are gone to
   */
  SimulatedCampaign(String area, PublicApi api) {
    this.area = area;
    this.api = api;
  }

  @Override
  public void tell(Instant after, Instant upTo) throws IOException, InterruptedException {
    Instant due = next;
    if (due != null && upTo.isBefore(due)) {
      return;
    }
    if (named(DECLARED) == null) {
      declare(upTo);
      return;
    }
    JsonNode own = named(TITLE);
    if (own == null) {
      begin(upTo);
      return;
    }
    if (!own.path("closedAt").isNull()) {
      next = Instant.MAX;
    } else if (!catchUp(own.path("id").asText())) {
      answer(own.path("id").asText(), "", FEW);
      next = upTo.plus(LOOK);
    }
  }

  private @Nullable JsonNode named(String title) throws IOException, InterruptedException {
    for (JsonNode feature : api.ask("/api/campaigns").path("features")) {
      if (feature.at("/properties/title").asText().equals(title)) {
        return feature.path("properties");
      }
    }
    return null;
  }

  /** A form of one grid, so that whoever tries it out has rows to verify. */
  private void declare(Instant now) throws IOException, InterruptedException {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 1; i <= FORM; i++) {
      rows.add(
          Map.of(
              "reference",
              "演示-%03d".formatted(i),
              "name",
              SURNAMES.charAt(i % SURNAMES.length()) + "女士",
              "grid",
              area + "001",
              "statement",
              STATEMENTS.get(i % STATEMENTS.size())));
    }
    api.does(
        "/api/campaigns/declarations",
        Map.of(
            "title",
            DECLARED,
            "areas",
            List.of(area),
            "until",
            now.plus(LASTS).toString(),
            "questions",
            List.of(
                Map.of("text", "情况与申报一致？", "kind", "yes-no", "hazardOn", "no", "recheckDays", 7),
                Map.of("text", "不一致之处", "kind", "text")),
            "rows",
            rows));
  }

  private void begin(Instant now) throws IOException, InterruptedException {
    List<Map<String, ?>> questions =
        List.of(
            Map.of("text", "是否使用瓶装燃气？", "kind", "yes-no"),
            Map.of("text", "软管老化或超期？", "kind", "yes-no", "hazardOn", "yes", "recheckDays", 7),
            Map.of("text", "灶具没有熄火保护？", "kind", "yes-no", "hazardOn", "yes", "recheckDays", 15));
    api.does(
        "/api/campaigns",
        Map.of(
            "title",
            TITLE,
            "unit",
            "household",
            "areas",
            List.of(area),
            "until",
            now.plus(LASTS).toString(),
            "questions",
            questions));
  }

  /** Whether a grid was still behind what it is to begin with. */
  private boolean catchUp(String id) throws IOException, InterruptedException {
    int index = 0;
    for (JsonNode grid : api.ask("/api/campaigns/" + id + "/progress").path("rows")) {
      int wanted = grid.path("all").asInt() * BEGUN_PERCENT[index % BEGUN_PERCENT.length] / 100;
      int missing = wanted - grid.path("answered").asInt();
      if (missing > 0) {
        answer(id, "&grid=" + grid.path("grid").asText(), Math.min(missing, AT_ONCE));
        return true;
      }
      index++;
    }
    return false;
  }

  private void answer(String id, String where, int most) throws IOException, InterruptedException {
    String path = "/api/campaigns/" + id + "/units";
    JsonNode open = api.ask(path + "?state=open&limit=" + most + where).path("features");
    for (JsonNode feature : open) {
      int number = feature.at("/properties/number").asInt();
      api.does(
          path + "/" + number + "/answer",
          Map.of(
              "key", "simulated-" + number,
              "version", feature.at("/properties/version").asInt(),
              "answers", answers(number)));
    }
  }

  /** Drawn from the door, so that the same is answered there in every demonstration. */
  private static Map<String, String> answers(int number) {
    SplittableRandom chance = new SplittableRandom(number);
    boolean bottled = chance.nextInt(100) < 35;
    boolean hose = bottled && chance.nextInt(100) < 18;
    boolean stove = bottled && chance.nextInt(100) < 12;
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put("1", bottled ? "yes" : "no");
    answers.put("2", hose ? "yes" : "no");
    answers.put("3", stove ? "yes" : "no");
    return answers;
  }
}
