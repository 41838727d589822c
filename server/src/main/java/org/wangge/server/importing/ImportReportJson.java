package org.wangge.server.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.AreaFinding;
import org.wangge.grid.CoverageFlaw;
import org.wangge.grid.CoverageReport;
import org.wangge.grid.RecordPlace;
import org.wangge.server.importing.ImportReport.Counts;
import org.wangge.server.importing.ImportReport.Origin;

/** A report as plain maps and lists for JSON, with the texts of one language beside the codes. */
public final class ImportReportJson {
  private final ImportTexts texts;

  private ImportReportJson(ImportTexts texts) {
    this.texts = texts;
  }

  public static Map<String, Object> of(ImportReport report, ImportTexts texts) {
    return new ImportReportJson(texts).report(report);
  }

  private Map<String, Object> report(ImportReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("outcome", report.outcome().word());
    json.put("loaded", report.loaded());
    json.put("origin", origin(report.origin()));
    json.put("counts", counts(report.counts()));
    Map<String, Object> levels = new LinkedHashMap<>();
    report.levels().forEach((level, count) -> levels.put(level.word(), count));
    json.put("levels", levels);
    report.stop().ifPresent(stop -> json.put("stop", finding(stop)));
    json.put("refusals", findings(report.refusals()));
    json.put("warnings", findings(report.warnings()));
    json.put(
        "withoutPoint",
        report.withoutPoint().stream()
            .map(
                area -> {
                  Map<String, Object> one = place(area.place());
                  one.put("code", area.code());
                  one.put("name", area.name());
                  return one;
                })
            .toList());
    Map<String, Object> coverage = new LinkedHashMap<>();
    report.coverage().forEach((level, one) -> coverage.put(level.word(), coverage(one)));
    json.put("coverage", coverage);
    return json;
  }

  private static Map<String, Object> origin(Origin origin) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", origin.file());
    origin.outlineFile().ifPresent(name -> json.put("outlineFile", name));
    json.put("format", origin.format());
    json.put("formatRecognized", origin.formatRecognized());
    json.put("crs", origin.crs());
    json.put("crsUsual", origin.crsUsual());
    json.put("partition", origin.partition());
    return json;
  }

  private static Map<String, Object> counts(Counts counts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("read", counts.read());
    json.put("accepted", counts.accepted());
    json.put("added", counts.added());
    json.put("changed", counts.changed());
    json.put("unchanged", counts.unchanged());
    json.put("refused", counts.refused());
    json.put("warnings", counts.warnings());
    json.put("parentsMade", counts.parentsMade());
    return json;
  }

  private List<Map<String, Object>> findings(List<AreaFinding> findings) {
    return findings.stream().map(this::finding).toList();
  }

  private Map<String, Object> finding(AreaFinding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", finding.problem());
    for (String part : List.of("title", "detail", "mend")) {
      json.put(part, texts.problem(finding.problem(), part, finding.details()));
    }
    json.putAll(place(finding.place()));
    finding.areaCode().ifPresent(code -> json.put("areaCode", code));
    finding.areaName().ifPresent(name -> json.put("areaName", name));
    finding.at().ifPresent(at -> json.put("at", at(at)));
    json.put("details", finding.details());
    return json;
  }

  private static Map<String, Object> place(RecordPlace place) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (place.record() > 0) {
      json.put("record", place.record());
    }
    if (place.line() > 0) {
      json.put("line", place.line());
    }
    if (place.byteOffset() >= 0) {
      json.put("byteOffset", place.byteOffset());
    }
    return json;
  }

  private static List<Double> at(LatticePoint point) {
    return List.of(point.lonDegrees(), point.latDegrees());
  }

  private static Map<String, Object> coverage(CoverageReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("areas", report.areas());
    json.put("pieces", report.pieces());
    json.put("squareMeters", Math.round(report.squareMeters()));
    json.put("complete", report.complete());
    Map<String, Object> counts = new LinkedHashMap<>();
    report.counts().forEach((kind, count) -> counts.put(kind.word(), count));
    json.put("counts", counts);
    json.put("flaws", report.flaws().stream().map(ImportReportJson::flaw).toList());
    return json;
  }

  private static Map<String, Object> flaw(CoverageFlaw flaw) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", flaw.kind().word());
    json.put("at", at(flaw.at()));
    json.put("codes", flaw.codes());
    if (flaw.kind() == CoverageFlaw.Kind.NARROW_GAP) {
      json.put("widthMeters", Math.round(flaw.widthMeters() * 100) / 100.0);
    } else {
      json.put("squareMeters", Math.round(flaw.squareMeters() * 100) / 100.0);
    }
    return json;
  }
}
