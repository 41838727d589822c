package org.wangge.server.evaluation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.wangge.evaluation.Assessment;
import org.wangge.evaluation.Sample;
import org.wangge.evaluation.SampleFrame;
import org.wangge.evaluation.SampleRegister;
import org.wangge.evaluation.SampleResult;
import org.wangge.incident.Channel;
import org.wangge.incident.Incident;
import org.wangge.server.http.Catalog;
import org.wangge.server.http.Language;
import org.wangge.server.plan.impact.SheetRow;

/**
 * A sample as tables of a file: how it was drawn and what came of it, what was drawn, and all that
 * was ever found.
 *
 * @param language in which
 * @param words of that language
 * @param zone of the times
 * @param drawn which
 * @param members what was drawn, as the caller may read it
 * @param assessments all of it, without remarks
 * @param names what categories and grids are called
 */
record SampleSheet(
    Language language,
    Catalog words,
    ZoneId zone,
    SampleRegister.Drawn drawn,
    List<SampleRegister.Seen> members,
    List<Assessment> assessments,
    Function<Incident, Map<String, String>> names) {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private String of(String key) {
    String full = "sample." + key;
    return words.find(full, Map.of()).orElse(full);
  }

  private String minute(Instant at) {
    return MINUTE.withZone(zone).format(at);
  }

  /** The tables by their names. */
  Map<String, List<SheetRow>> tables() {
    Map<String, List<SheetRow>> tables = new LinkedHashMap<>();
    tables.put(of("draw"), draw());
    tables.put(of("members"), list());
    tables.put(of("history"), history());
    return tables;
  }

  private List<SheetRow> draw() {
    Sample sample = drawn.sample();
    SampleFrame frame = sample.frame();
    Channel channel = frame.channelOrNull();
    String all = of("all");
    List<SheetRow> rows = new ArrayList<>();
    rows.add(SheetRow.of(of("from"), minute(frame.from())));
    rows.add(SheetRow.of(of("to"), minute(frame.to())));
    rows.add(SheetRow.of(of("area"), Objects.requireNonNullElse(frame.areaOrNull(), all)));
    rows.add(SheetRow.of(of("category"), Objects.requireNonNullElse(frame.categoryOrNull(), all)));
    rows.add(SheetRow.of(of("channel"), channel == null ? all : channel.word()));
    rows.add(
        SheetRow.of(of("department"), Objects.requireNonNullElse(frame.departmentOrNull(), all)));
    rows.add(SheetRow.of(of("population"), sample.population()));
    rows.add(SheetRow.of(of("size"), sample.size()));
    rows.add(SheetRow.of(of("seed"), sample.seed()));
    rows.add(SheetRow.of(of("method"), of("method-text")));
    rows.add(SheetRow.of(of("drawn-at"), minute(sample.drawnAt())));
    rows.add(SheetRow.of(of("drawn-by"), sample.account()));
    rows.add(SheetRow.of(of("result"), of("numerator"), of("denominator"), "%"));
    for (SampleResult result : SampleResult.values()) {
      int above = drawn.count(result.numerator());
      int below = drawn.count(result.denominator());
      rows.add(
          SheetRow.of(
              of("result." + result.word()),
              above,
              below,
              below == 0 ? of("none") : Math.round(above * 10_000.0 / below) / 100.0));
    }
    return rows;
  }

  private List<SheetRow> list() {
    List<SheetRow> rows = new ArrayList<>();
    rows.add(
        SheetRow.of(
            of("place"),
            of("number"),
            of("category"),
            of("grid"),
            of("closed-at"),
            of("real"),
            of("solved"),
            of("in-time"),
            of("callback"),
            of("remark"),
            of("found-at"),
            of("found-by"),
            "SHA-256"));
    members.forEach(seen -> rows.add(member(seen)));
    return rows;
  }

  private SheetRow member(SampleRegister.Seen seen) {
    Optional<Incident> incident = seen.incident();
    Map<String, String> called = incident.map(names).orElse(Map.of());
    Optional<Assessment> found = seen.member().assessment();
    return SheetRow.of(
        seen.member().place(),
        incident.map(Incident::number).orElse(seen.member().incidentId()),
        called.getOrDefault(language == Language.ZH ? "categoryZh" : "categoryEn", ""),
        called.getOrDefault("grid", ""),
        incident.flatMap(Incident::closedAt).map(this::minute).orElse(""),
        found.map(one -> yesNo(one.verdict().real())).orElse(""),
        found.map(one -> yesNo(one.verdict().solved())).orElse(""),
        found.map(one -> yesNo(one.verdict().inTime())).orElse(""),
        found.map(one -> of("callback." + one.verdict().callback().word())).orElse(""),
        seen.remark(),
        found.map(one -> minute(one.at())).orElse(""),
        found.map(Assessment::account).orElse(""),
        seen.member().lot().digest());
  }

  private String yesNo(boolean is) {
    return of(is ? "yes" : "no");
  }

  private List<SheetRow> history() {
    List<SheetRow> rows = new ArrayList<>();
    rows.add(
        SheetRow.of(
            of("incident"),
            of("real"),
            of("solved"),
            of("in-time"),
            of("callback"),
            of("found-at"),
            of("found-by")));
    for (Assessment one : assessments) {
      rows.add(
          SheetRow.of(
              one.incidentId(),
              yesNo(one.verdict().real()),
              yesNo(one.verdict().solved()),
              yesNo(one.verdict().inTime()),
              of("callback." + one.verdict().callback().word()),
              minute(one.at()),
              one.account()));
    }
    return rows;
  }
}
