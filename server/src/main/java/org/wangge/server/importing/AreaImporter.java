package org.wangge.server.importing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.fault.Invalid;
import org.wangge.geo.CoordinateSystem;
import org.wangge.geo.CoordinateSystems;
import org.wangge.geo.ShapeCheck;
import org.wangge.grid.AnchorCheck;
import org.wangge.grid.AreaDraft;
import org.wangge.grid.AreaFinding;
import org.wangge.grid.AreaFinding.Weight;
import org.wangge.grid.AreaPlan;
import org.wangge.grid.CodeScheme;
import org.wangge.grid.CoverageReport;
import org.wangge.grid.GridStore;
import org.wangge.grid.Level;
import org.wangge.grid.RecordPlace;
import org.wangge.server.importing.ImportReport.Counts;
import org.wangge.server.importing.ImportReport.Origin;
import org.wangge.server.importing.ImportReport.Outcome;
import org.wangge.server.importing.ImportReport.Unplaced;

/**
 * Imports a file of areas: reads, judges, loads all or nothing, reports. The command line and the
 * HTTP interface both end here. Thread-safe.
 */
public final class AreaImporter {
  private static final String USUAL_SCHEME = CodeScheme.GB_GRID_1.reference();

  private final AreaLoad load;
  private final ImportLimits limits;
  private final CodeScheme scheme;

  public AreaImporter(Transactions transactions, GridStore store, ImportLimits limits) {
    this.scheme =
        transactions
            .read(tx -> store.findCodeScheme(tx, Caller.upkeep(), USUAL_SCHEME))
            .orElseThrow(() -> new IllegalStateException("no code scheme " + USUAL_SCHEME));
    this.load = new AreaLoad(transactions, store, scheme);
    this.limits = limits;
  }

  /**
   * Imports a file. A fault of the file is told by the report, never thrown; after a failure of the
   * storage, which is thrown, nothing is loaded either.
   *
   * @param outline a second file, for formats that have one
   * @throws org.wangge.fault.Forbidden when the caller may not draw areas
   */
  public ImportReport run(
      Caller caller, ImportOptions options, ImportSource file, Optional<ImportSource> outline) {
    caller.with(Right.IMPORT_AREAS);
    Run run = new Run(caller, options, file, outline);
    try {
      return run.run();
    } catch (ImportStopped stop) {
      return run.stopped(stop.problem(), stop.place(), stop.details());
    } catch (Invalid invalid) {
      return run.stopped(invalid.code(), RecordPlace.FILE, invalid.details());
    }
  }

  /** One import. */
  private final class Run {
    private final Caller caller;
    private final ImportOptions options;
    private final ImportSource file;
    private final Optional<ImportSource> outline;
    private Origin origin;
    private int read;

    Run(Caller caller, ImportOptions options, ImportSource file, Optional<ImportSource> outline) {
      this.caller = caller;
      this.options = options;
      this.file = file;
      this.outline = outline;
      this.origin = origin("", "");
    }

    private Origin origin(String format, String crs) {
      return new Origin(
          file.name(),
          outline.map(ImportSource::name),
          format,
          options.format().isEmpty() && !format.isEmpty(),
          crs,
          options.crs().isEmpty() && !crs.isEmpty(),
          options.rules().partition());
    }

    ImportReport run() {
      BufferedInputStream stream = new BufferedInputStream(file.stream(), 1 << 16);
      AreaReader reader = reader(stream);
      origin = origin(reader.format(), "");
      CoordinateSystem crs = crs(reader);
      origin = origin(reader.format(), crs.name());
      if (outline.isPresent() && !reader.takesOutline()) {
        throw new ImportStopped(
            "outline-not-wanted", RecordPlace.FILE, Map.of("format", reader.format()));
      }
      RecordCollector collector =
          new RecordCollector(
              new AreaDrafting(
                  options.rules(), scheme, crs, new ShapeCheck(limits.maxRecordVertices())));
      try {
        reader.read(
            new AreaReader.Files(
                new ImportSource(file.name(), stream), outline, crs.name(), limits),
            collector);
      } finally {
        read = collector.read();
      }
      return load(collector);
    }

    private AreaReader reader(BufferedInputStream stream) {
      try {
        return options.format().isPresent()
            ? AreaFormats.getReader(options.format().get())
            : AreaFormats.recognize(file.name(), stream);
      } catch (IOException failure) {
        throw new ImportStopped("file-unreadable", RecordPlace.FILE, Map.of());
      }
    }

    private CoordinateSystem crs(AreaReader reader) {
      return CoordinateSystems.parse(
          options
              .crs()
              .or(reader::usualCrs)
              .orElseThrow(
                  () ->
                      new ImportStopped(
                          "crs-missing",
                          RecordPlace.FILE,
                          Map.of("known", String.join(", ", CoordinateSystems.names())))));
    }

    private ImportReport load(RecordCollector collector) {
      AreaNumbering.Numbered numbered = options.numbering().apply(collector.drafts(), scheme);
      List<AreaFinding> findings = new ArrayList<>(collector.findings());
      findings.addAll(numbered.refused());
      boolean refusedByFile = findings.stream().anyMatch(AreaFinding::refuses);
      ImportOptions.Policy policy = options.policy();
      boolean lookOnly = policy.checkOnly() || (policy.strict() && refusedByFile);
      String partition = options.rules().partition();
      AreaLoad.Judged judged =
          lookOnly
              ? load.judge(caller, partition, numbered.drafts(), policy)
              : load.load(caller, partition, numbered.drafts(), policy);
      AreaPlan plan = judged.plan();
      findings.addAll(plan.findings());
      boolean refusesAny = findings.stream().anyMatch(AreaFinding::refuses);
      Outcome outcome =
          policy.checkOnly()
              ? Outcome.CHECKED
              : policy.strict() && refusesAny ? Outcome.REFUSED : Outcome.LOADED;
      return report(outcome, judged, numbered.parentsMade(), findings);
    }

    private ImportReport report(
        Outcome outcome, AreaLoad.Judged judged, int parentsMade, List<AreaFinding> findings) {
      AreaPlan plan = judged.plan();
      List<AreaDraft> accepted = new ArrayList<>(plan.added());
      accepted.addAll(plan.changed());
      accepted.addAll(plan.unchanged());
      findings.addAll(
          AnchorCheck.check(accepted, code -> Optional.ofNullable(judged.existing().get(code))));
      findings.sort(Comparator.comparing(AreaFinding::place));
      List<AreaFinding> refusals = findings.stream().filter(AreaFinding::refuses).toList();
      List<AreaFinding> warnings = findings.stream().filter(f -> !f.refuses()).toList();
      Map<Level, Integer> levels = new EnumMap<>(Level.class);
      accepted.forEach(draft -> levels.merge(draft.level(), 1, Integer::sum));
      Map<Level, CoverageReport> coverage = DraftCoverage.check(accepted, judged.existing());
      return new ImportReport(
          origin,
          outcome,
          new Counts(
              read,
              plan.added().size(),
              plan.changed().size(),
              plan.unchanged().size(),
              refusals.size(),
              warnings.size(),
              parentsMade),
          levels,
          Optional.empty(),
          refusals,
          warnings.subList(0, Math.min(warnings.size(), ImportReport.MAX_WARNINGS)),
          unplaced(accepted),
          coverage);
    }

    private static List<Unplaced> unplaced(List<AreaDraft> accepted) {
      return accepted.stream()
          .filter(draft -> draft.place().record() > 0)
          .filter(draft -> draft.shape().isEmpty() && draft.anchor().isEmpty())
          .sorted(Comparator.comparing(AreaDraft::place))
          .map(draft -> new Unplaced(draft.place(), draft.code(), draft.name()))
          .toList();
    }

    ImportReport stopped(String problem, RecordPlace place, Map<String, Object> details) {
      AreaFinding stop = new AreaFinding(Weight.REFUSED, problem, place, null, null, null, details);
      return new ImportReport(
          origin,
          Outcome.STOPPED,
          new Counts(read, 0, 0, 0, 0, 0, 0),
          Map.of(),
          Optional.of(stop),
          List.of(),
          List.of(),
          List.of(),
          Map.of());
    }
  }
}
