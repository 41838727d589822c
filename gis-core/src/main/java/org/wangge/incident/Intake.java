package org.wangge.incident;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Fault;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.grid.GridFinder;
import org.wangge.incident.limit.StageClock;
import org.wangge.incident.limit.StageTerms;
import org.wangge.people.SecretHash;

/**
 * The one intake of reports, whatever their channel: a report finds its grid at once and becomes an
 * incident. Thread-safe.
 */
public final class Intake {
  private final Transactions transactions;
  private final IncidentStore store;
  private final IncidentClocks clocks;
  private final GridFinder grids;
  private final ReportWriter writer;
  private final IncidentNumbers numbers;
  private final IntakeLine line;

  /**
   * Makes the intake.
   *
   * @param clocks the first of them runs from the report on
   * @param grids in which reports lie
   * @param writer of reports that come in now
   * @param numbers what incidents are called
   */
  public Intake(
      Transactions transactions,
      IncidentStore store,
      IncidentClocks clocks,
      GridFinder grids,
      ReportWriter writer,
      IncidentNumbers numbers) {
    this.transactions = transactions;
    this.store = store;
    this.clocks = clocks;
    this.grids = grids;
    this.writer = writer;
    this.numbers = numbers;
    this.line = new IntakeLine(this::write);
  }

  /** The same of someone who says nothing of themselves. */
  public Receipt take(Caller caller, Report report) {
    return take(caller, report, Reporter.ANONYMOUS, Enclosures.Enclosed.NOTHING);
  }

  /**
   * Takes a report in. The same report sent again changes nothing and gets the same answer. A place
   * outside every grid is taken in without one: it waits for somebody to decide.
   *
   * @param reporter who sends it; kept of the first time
   * @param enclosed what goes with it
   * @throws Conflict with code {@code report-key-taken} when another report came under the key
   * @throws Invalid with code {@code category-unknown}, {@code condition-unknown}, or that of what
   *     goes with it
   */
  public Receipt take(
      Caller caller, Report report, Reporter reporter, Enclosures.Enclosed enclosed) {
    return line.take(caller, new Submission(report, reporter, enclosed));
  }

  /**
   * The same within a transaction that does more than that, for what becomes an incident.
   *
   * @throws Conflict as {@link #take}
   * @throws Invalid as {@link #take}
   */
  public Receipt take(Tx tx, Caller caller, Report report, Reporter reporter) {
    Submission one = new Submission(report, reporter, Enclosures.Enclosed.NOTHING);
    List<String> next = numbers.take(tx, numbers.day(tx.now()), 1);
    return writer.write(tx, caller, List.of(one), next).get(0);
  }

  private List<Receipt> write(Caller caller, List<Submission> some) {
    List<String> reserved = numbers.take(some.size());
    try {
      List<Receipt> receipts =
          transactions.write(caller, tx -> writer.write(tx, caller, some, reserved));
      int used = (int) receipts.stream().filter(Receipt::isNew).count();
      numbers.giveBack(reserved.subList(used, reserved.size()));
      return receipts;
    } catch (Fault refusal) {
      numbers.giveBack(reserved);
      throw refusal;
    }
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
            .computeIfAbsent(numbers.day(arrival.reported().reportedAt()), day -> new ArrayList<>())
            .add(arrival);
      }
    }
    GridFinder.Grids now =
        grids.hold(tx, arrivals.stream().map(one -> one.reported().location()).toList());
    List<Incident> incidents = new ArrayList<>();
    List<FiledReport> reports = new ArrayList<>();
    Map<String, List<StageClock>> ended = new LinkedHashMap<>();
    byDay.forEach(
        (day, ofDay) -> {
          Iterator<String> next = numbers.take(tx, day, ofDay.size()).iterator();
          for (Arrival arrival : ofDay) {
            Incident reported =
                arrival.reported().put(next.next(), now.at(arrival.reported().location()));
            StageTerms terms = clocks.terms(tx, caller, reported);
            Arrival.Loaded loaded =
                new Arrival(arrival.key(), reported, arrival.done()).loaded(terms);
            Incident incident = loaded.incident();
            clocks.armLoaded(tx, caller, incident, terms);
            incidents.add(incident);
            ended.put(incident.id(), loaded.ended());
            reports.add(filed(arrival.key(), incident));
          }
        });
    store.add(tx, caller, incidents);
    store.addEnded(tx, caller, ended);
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
}
