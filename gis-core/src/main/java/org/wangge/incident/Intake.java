package org.wangge.incident;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.geo.AsOf;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaQuery;
import org.wangge.grid.GridStore;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.incident.limit.StageTerms;
import org.wangge.people.SecretHash;

/**
 * The one intake of reports, whatever their channel: a report finds its grid at once and becomes an
 * incident. Thread-safe.
 */
public final class Intake {
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  private final Transactions transactions;
  private final IncidentStore store;
  private final ReporterStore reporters;
  private final IncidentClocks clocks;
  private final IncidentPhotos photos;
  private final GridFinder grids;
  private final ReportTokens tokens;
  private final ZoneId zone;

  /**
   * Makes the intake.
   *
   * @param clocks the first of them runs from the report on
   * @param photos what photos go with reports
   * @param grids in which they lie
   * @param tokens with which reports are followed
   * @param zone whose days the numbers follow
   */
  public Intake(
      Transactions transactions,
      IncidentStore store,
      ReporterStore reporters,
      IncidentClocks clocks,
      IncidentPhotos photos,
      GridFinder grids,
      ReportTokens tokens,
      ZoneId zone) {
    this.transactions = transactions;
    this.store = store;
    this.reporters = reporters;
    this.clocks = clocks;
    this.photos = photos;
    this.grids = grids;
    this.tokens = tokens;
    this.zone = zone;
  }

  /** The same of someone who says nothing of themselves. */
  public Receipt take(Caller caller, Report report) {
    return take(caller, report, Reporter.ANONYMOUS, List.of());
  }

  /**
   * Takes a report in. The same report sent again changes nothing and gets the same answer. A place
   * outside every grid is taken in without one: it waits for somebody to decide.
   *
   * @param reporter who sends it; kept of the first time
   * @param pictures ids of the photos that go with it
   * @throws Conflict with code {@code report-key-taken} when another report came under the key
   * @throws Invalid with code {@code category-unknown}, {@code condition-unknown}, {@code
   *     photo-unknown} or {@code photos-too-many}
   */
  public Receipt take(Caller caller, Report report, Reporter reporter, List<String> pictures) {
    return transactions.write(
        caller,
        tx ->
            store
                .findReport(tx, report.key())
                .map(known -> receiptAgain(tx, caller, known, report, pictures))
                .orElseGet(
                    () -> {
                      Receipt receipt = takeNew(tx, caller, report, reporter);
                      photos.attachToReport(tx, caller, receipt.incident(), report.key(), pictures);
                      return receipt;
                    }));
  }

  private Receipt receiptAgain(
      Tx tx, Caller caller, FiledReport known, Report report, List<String> pictures) {
    if (!known.report().equals(report)
        || !photos.ofReport(tx, caller, report.key()).equals(pictures)) {
      throw new Conflict("report-key-taken", Map.of("key", report.key()));
    }
    String token = tokens.tokenOf(report.key());
    String hash = SecretHash.of(token);
    if (store.findByToken(tx, hash).isEmpty()) {
      // It came in before tokens were made of keys, or under another secret.
      store.addToken(tx, caller, report.key(), hash);
    }
    return new Receipt(token, store.findByToken(tx, hash).orElseThrow(), false);
  }

  private Receipt takeNew(Tx tx, Caller caller, Report report, Reporter reporter) {
    Category category =
        store
            .findCategory(tx, report.category())
            .orElseThrow(
                () ->
                    new Invalid(
                        "category", "category-unknown", Map.of("given", report.category())));
    clocks.requireCondition(tx, caller, category.code(), report.condition());
    GridFinder.Grids here = grids.hold(tx, List.of(report.location()));
    String day = day(tx.now());
    String number = number(day, store.takeNumbers(tx, day, 1));
    Incident reported =
        Incident.reported(
            number,
            category,
            report.condition(),
            report.channel(),
            report.location(),
            here.at(report.location()),
            tx.now(),
            report.generated());
    StageTerms terms = clocks.terms(tx, caller, reported);
    Incident incident = reported.reported(terms);
    String token = tokens.tokenOf(report.key());
    store.add(tx, caller, List.of(incident));
    clocks.arm(tx, caller, incident, terms.calendar());
    store.addReports(tx, caller, List.of(new FiledReport(report, incident.id(), tx.now())));
    store.addToken(tx, caller, report.key(), SecretHash.of(token));
    if (!reporter.isAnonymous()) {
      reporters.add(tx, caller, report.key(), reporter);
    }
    tx.record(
        new IncidentEvent.IncidentReported(
            incident.id(), incident.category(), IncidentPlace.of(incident)));
    return new Receipt(token, incident, true);
  }

  /**
   * The incident that the holder of a token may follow.
   *
   * @throws NotFound with code {@code report-unknown}
   */
  public Incident follow(String token) {
    return transactions
        .read(tx -> store.findByToken(tx, SecretHash.of(token)))
        .orElseThrow(() -> new NotFound("report-unknown", Map.of()));
  }

  /**
   * Adds incidents as they stand, within a transaction, those of keys on record left out.
   *
   * @return what was added
   */
  public List<Incident> load(Tx tx, Caller caller, List<Arrival> arrivals) {
    caller.with(Right.RUN);
    Set<String> known =
        store.knownKeys(tx, arrivals.stream().map(Arrival::key).collect(Collectors.toSet()));
    Map<String, List<Arrival>> byDay = new TreeMap<>();
    for (Arrival arrival : arrivals) {
      if (!known.contains(arrival.key())) {
        byDay
            .computeIfAbsent(day(arrival.reported().reportedAt()), day -> new ArrayList<>())
            .add(arrival);
      }
    }
    GridFinder.Grids now =
        grids.hold(tx, arrivals.stream().map(one -> one.reported().location()).toList());
    List<Incident> incidents = new ArrayList<>();
    List<FiledReport> reports = new ArrayList<>();
    byDay.forEach(
        (day, ofDay) -> {
          int next = store.takeNumbers(tx, day, ofDay.size());
          for (Arrival arrival : ofDay) {
            Incident reported =
                arrival
                    .reported()
                    .put(number(day, next++), now.at(arrival.reported().location()));
            StageTerms terms = clocks.terms(tx, caller, reported);
            Incident incident =
                new Arrival(arrival.key(), reported, arrival.done()).asItStands(terms);
            clocks.armLoaded(tx, caller, incident, terms);
            incidents.add(incident);
            reports.add(filed(arrival.key(), incident));
          }
        });
    store.add(tx, caller, incidents);
    store.addReports(tx, caller, reports);
    tx.record(new IncidentEvent.IncidentsLoaded(incidents.size()));
    return incidents;
  }

  private FiledReport filed(String key, Incident incident) {
    Report report =
        new Report(
            key,
            incident.category(),
            incident.condition(),
            incident.channel(),
            incident.location(),
            "",
            incident.generated());
    return new FiledReport(report, incident.id(), incident.reportedAt());
  }

  private String day(Instant instant) {
    return DAY.format(instant.atZone(zone).toLocalDate());
  }

  private static String number(String day, int number) {
    return "%s-%04d".formatted(day, number);
  }
}
