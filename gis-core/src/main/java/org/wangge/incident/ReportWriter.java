package org.wangge.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.grid.GridFinder;
import org.wangge.incident.category.Category;
import org.wangge.incident.category.CategoryStore;
import org.wangge.incident.limit.StageTerms;
import org.wangge.people.SecretHash;

/**
 * Writes reports that come in, some in one transaction: what they have in common is looked up once,
 * and what is alike is written together. Thread-safe.
 */
public final class ReportWriter {
  private final IncidentStore store;
  private final ReporterStore reporters;
  private final CategoryStore categories;
  private final IncidentClocks clocks;
  private final Enclosures enclosures;
  private final GridFinder grids;
  private final ReportTokens tokens;

  /**
   * Makes it.
   *
   * @param enclosures what goes with reports
   * @param tokens with which reports are followed
   */
  public ReportWriter(
      IncidentStore store,
      ReporterStore reporters,
      CategoryStore categories,
      IncidentClocks clocks,
      Enclosures enclosures,
      GridFinder grids,
      ReportTokens tokens) {
    this.store = store;
    this.reporters = reporters;
    this.categories = categories;
    this.clocks = clocks;
    this.enclosures = enclosures;
    this.grids = grids;
    this.tokens = tokens;
  }

  /**
   * Writes some.
   *
   * @param numbers at least as many, of which those that are new get the first
   * @return their receipts, in the same order
   */
  List<Receipt> write(Tx tx, Caller caller, List<Submission> some, List<String> numbers) {
    Set<String> known =
        new HashSet<>(
            store.knownKeys(tx, some.stream().map(Submission::key).collect(Collectors.toSet())));
    List<Submission> fresh = some.stream().filter(one -> known.add(one.key())).toList();
    Map<String, Receipt> made =
        fresh.isEmpty() ? Map.of() : new Batch(tx, caller, fresh).write(numbers);
    Set<String> told = new HashSet<>();
    List<Receipt> receipts = new ArrayList<>(some.size());
    for (Submission one : some) {
      Receipt receipt = made.get(one.key());
      // The same may have been sent twice at once.
      boolean first = receipt != null && told.add(one.key());
      receipts.add(first ? receipt : again(tx, caller, one));
    }
    return receipts;
  }

  private Receipt again(Tx tx, Caller caller, Submission one) {
    FiledReport known = store.findReport(tx, one.key()).orElseThrow();
    if (!known.report().equals(one.report())
        || !enclosures.ofReport(tx, caller, one.key()).equals(one.enclosed())) {
      throw new Conflict("report-key-taken", Map.of("key", one.key()));
    }
    String token = tokens.tokenOf(one.key());
    String hash = SecretHash.of(token);
    if (store.findByToken(tx, hash).isEmpty()) {
      // It came in before tokens were made of keys, or under another secret.
      store.addTokens(tx, caller, Map.of(one.key(), hash));
    }
    return new Receipt(token, store.findByToken(tx, hash).orElseThrow(), false);
  }

  /** Those of one transaction that are new, each under its own key. */
  private final class Batch {
    private final Tx tx;
    private final Caller caller;
    private final List<Submission> all;
    private final GridFinder.Grids here;
    private final Map<String, Category> known = new HashMap<>();
    private final Map<List<String>, StageTerms> terms = new HashMap<>();
    private final List<Urgency.Raise> raises;
    private final Map<String, Urgency.Raise> raised = new LinkedHashMap<>();

    Batch(Tx tx, Caller caller, List<Submission> all) {
      this.tx = tx;
      this.caller = caller;
      this.all = all;
      this.here = grids.hold(tx, all.stream().map(one -> one.report().location()).toList());
      this.raises = clocks.urgency().raises(tx, gridsOf(all));
    }

    private Set<String> gridsOf(List<Submission> some) {
      return some.stream()
          .flatMap(one -> Optional.ofNullable(here.at(one.report().location())).stream())
          .collect(Collectors.toSet());
    }

    Map<String, Receipt> write(List<String> numbers) {
      Map<String, Receipt> made = new LinkedHashMap<>();
      Map<String, String> hashes = new LinkedHashMap<>();
      List<Incident> incidents = new ArrayList<>();
      List<FiledReport> reports = new ArrayList<>();
      Instant now = tx.now();
      for (int i = 0; i < all.size(); i++) {
        Report report = all.get(i).report();
        Incident incident = incident(report, numbers.get(i), now);
        String token = tokens.tokenOf(report.key());
        incidents.add(incident);
        reports.add(new FiledReport(report, incident.id(), now));
        hashes.put(report.key(), SecretHash.of(token));
        made.put(report.key(), new Receipt(token, incident, true));
      }
      store.add(tx, caller, incidents);
      clocks.armNew(tx, caller, incidents, one -> terms(one).calendar());
      store.addReports(tx, caller, reports);
      store.addTokens(tx, caller, hashes);
      noteRaised(incidents);
      for (int i = 0; i < all.size(); i++) {
        addRest(all.get(i), incidents.get(i));
      }
      return made;
    }

    private Incident incident(Report report, String number, Instant now) {
      Category category = known.computeIfAbsent(report.category(), this::category);
      clocks.requireCondition(tx, caller, category.code(), report.condition());
      Incident reported =
          Incident.reported(
              number,
              category,
              report.condition(),
              report.channel(),
              report.location(),
              here.at(report.location()),
              now,
              report.generated());
      Optional<Urgency.Raise> raise = Urgency.of(raises, reported);
      if (raise.isEmpty()) {
        return reported.reported(terms(reported));
      }
      raised.put(reported.id(), raise.get());
      return reported.urgent().reported(terms(reported).urgent());
    }

    /** Its history begins with why it is urgent. */
    private void noteRaised(List<Incident> incidents) {
      if (raised.isEmpty()) {
        return;
      }
      clocks.urgency().note(tx, raised);
      for (Incident one : incidents) {
        Urgency.Raise raise = raised.get(one.id());
        if (raise != null) {
          store.addDeed(
              tx,
              caller,
              Deed.of(one, Action.RAISE, one.reportedAt(), Caller.upkeep(), raise.reason()));
        }
      }
    }

    private Category category(String code) {
      Category found =
          categories
              .find(tx, caller, code)
              .orElseThrow(
                  () -> new Invalid("category", "category-unknown", Map.of("given", code)));
      if (found.retired()) {
        throw new Invalid("category", "category-retired", Map.of("given", code));
      }
      return found;
    }

    private StageTerms terms(Incident incident) {
      return terms.computeIfAbsent(
          List.of(incident.category(), incident.condition(), incident.gridCode().orElse("")),
          any -> clocks.usualTerms(tx, caller, incident));
    }

    private void addRest(Submission one, Incident incident) {
      if (!one.reporter().isAnonymous()) {
        reporters.add(tx, caller, one.key(), one.reporter());
      }
      tx.record(
          new IncidentEvent.IncidentReported(
              incident.id(), incident.category(), IncidentPlace.of(incident)));
      enclosures.attachToReport(tx, caller, incident, one.key(), one.enclosed());
    }
  }
}
