package org.wangge.server.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.AreaFinding;
import org.wangge.grid.CoverageFlaw;
import org.wangge.grid.CoverageFlaw.Kind;
import org.wangge.grid.CoverageReport;
import org.wangge.grid.Level;
import org.wangge.server.importing.ImportReport.Origin;
import org.wangge.server.importing.ImportReport.Unplaced;

/** A report as lines for a terminal, in one language. Refusals are never cut short. */
public final class ImportReportText {
  private static final int FLAWS_SHOWN = 10;

  private final ImportTexts texts;
  private final List<String> lines = new ArrayList<>();

  private ImportReportText(ImportTexts texts) {
    this.texts = texts;
  }

  public static List<String> of(ImportReport report, ImportTexts texts) {
    ImportReportText text = new ImportReportText(texts);
    text.report(report);
    return text.lines;
  }

  private void report(ImportReport report) {
    origin(report.origin());
    counts(report);
    findings("refusals", report.refusals(), report.counts().refused());
    findings("warnings", report.warnings(), report.counts().warnings());
    unplaced(report.withoutPoint());
    report.coverage().forEach(this::coverage);
    lines.add("");
    report.stop().ifPresent(this::finding);
    line("outcome." + report.outcome().word(), Map.of());
  }

  private void origin(Origin origin) {
    line(
        "source",
        Map.of(
            "file", origin.file(),
            "format", origin.format().isEmpty() ? "?" : origin.format(),
            "recognized", origin.formatRecognized() ? texts.label("recognized", Map.of()) : "",
            "crs", origin.crs().isEmpty() ? "?" : origin.crs(),
            "usual", origin.crsUsual() ? texts.label("usual", Map.of()) : "",
            "partition", origin.partition()));
    origin.outlineFile().ifPresent(name -> line("outline", Map.of("file", name)));
  }

  private void counts(ImportReport report) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("read", report.counts().read());
    counts.put("accepted", report.counts().accepted());
    counts.put("refused", report.counts().refused());
    counts.put("warnings", report.counts().warnings());
    counts.put("added", report.counts().added());
    counts.put("changed", report.counts().changed());
    counts.put("unchanged", report.counts().unchanged());
    counts.put("parentsMade", report.counts().parentsMade());
    line("counts", counts);
    line("areas", counts);
    List<String> levels = new ArrayList<>();
    report.levels().forEach((level, count) -> levels.add(word(level) + " " + count));
    if (!levels.isEmpty()) {
      lines.add("  " + String.join(", ", levels));
    }
  }

  private void findings(String key, List<AreaFinding> findings, int count) {
    if (!findings.isEmpty()) {
      lines.add("");
      line(key, Map.of("count", count, "shown", findings.size()));
      findings.forEach(this::finding);
    }
  }

  private void finding(AreaFinding finding) {
    List<String> where = new ArrayList<>();
    if (finding.place().record() > 0) {
      where.add(texts.label("place.record", Map.of("record", finding.place().record())));
    }
    if (finding.place().line() > 0) {
      where.add(texts.label("place.line", Map.of("line", finding.place().line())));
    }
    if (finding.place().byteOffset() >= 0) {
      where.add(texts.label("place.byte", Map.of("byte", finding.place().byteOffset())));
    }
    finding.at().ifPresent(at -> where.add(texts.label("place.at", lonLat(at))));
    finding.areaCode().ifPresent(where::add);
    finding.areaName().ifPresent(where::add);
    String code = finding.problem();
    String title = texts.problem(code, "title", finding.details());
    lines.add("  " + String.join(" · ", where) + (where.isEmpty() ? "" : " · ") + title);
    lines.add("    " + texts.problem(code, "detail", finding.details()) + " [" + code + "]");
    String mend = texts.problem(code, "mend", finding.details());
    lines.add("    " + texts.label("mend", Map.of("mend", mend)));
  }

  private void unplaced(List<Unplaced> areas) {
    if (areas.isEmpty()) {
      return;
    }
    lines.add("");
    line("without-point", Map.of("count", areas.size()));
    for (Unplaced area : areas) {
      long line = area.place().line();
      String where =
          line > 0
              ? texts.label("place.line", Map.of("line", line))
              : texts.label("place.record", Map.of("record", area.place().record()));
      lines.add("  " + where + " · " + area.code() + " " + area.name());
    }
  }

  private void coverage(Level level, CoverageReport report) {
    lines.add("");
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("level", word(level));
    details.put("areas", report.areas());
    details.put("pieces", report.pieces());
    details.put("squareMeters", Math.round(report.squareMeters()));
    boolean skipped = report.pieces() == 0 && !report.complete();
    line(skipped ? "coverage-skipped" : "coverage", details);
    for (Kind kind : Kind.values()) {
      if (report.count(kind) > 0) {
        lines.add("  " + texts.label("flaws." + kind.word(), Map.of("count", report.count(kind))));
        report.flaws().stream()
            .filter(flaw -> flaw.kind() == kind)
            .limit(FLAWS_SHOWN)
            .forEach(this::flaw);
        int more = report.count(kind) - FLAWS_SHOWN;
        if (more > 0) {
          lines.add("    " + texts.label("more", Map.of("count", more)));
        }
      }
    }
    if (!skipped && !report.complete()) {
      lines.add("  " + texts.label("coverage-cut", Map.of()));
    }
  }

  private void flaw(CoverageFlaw flaw) {
    Map<String, Object> details = new LinkedHashMap<>(lonLat(flaw.at()));
    details.put("squareMeters", String.format(Locale.ROOT, "%.2f", flaw.squareMeters()));
    details.put("widthMeters", String.format(Locale.ROOT, "%.2f", flaw.widthMeters()));
    details.put("codes", String.join(", ", flaw.codes()));
    lines.add(
        "    " + texts.label(flaw.kind() == Kind.NARROW_GAP ? "flaw.narrow-gap" : "flaw", details));
  }

  private String word(Level level) {
    return texts.label("level." + level.word(), Map.of());
  }

  private void line(String key, Map<String, ?> details) {
    lines.add(texts.label(key, details));
  }

  private static Map<String, Object> lonLat(LatticePoint point) {
    return Map.of("lon", point.lonDegrees(), "lat", point.latDegrees());
  }
}
