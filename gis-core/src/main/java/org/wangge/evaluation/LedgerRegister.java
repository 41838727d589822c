package org.wangge.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.NotFound;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentStore;

/** What anyone may read of incidents, by the choice of whoever leads them. Thread-safe. */
public final class LedgerRegister {
  /** A ledger shows so many, the newest. */
  public static final int MOST = 50;

  private final Transactions transactions;
  private final LedgerStore store;
  private final EvaluationStore evaluations;
  private final IncidentStore incidents;

  public LedgerRegister(
      Transactions transactions,
      LedgerStore store,
      EvaluationStore evaluations,
      IncidentStore incidents) {
    this.transactions = transactions;
    this.store = store;
    this.evaluations = evaluations;
    this.incidents = incidents;
  }

  /**
   * How an incident stands to the ledger.
   *
   * @param publication that it is or was in it; empty where it never was
   * @param entry exactly what anyone reads, or would read
   */
  public record Preview(Optional<Publication> publication, LedgerEntry entry) {}

  /**
   * What anyone reads of an incident, or would read.
   *
   * @throws NotFound with code {@code incident-unknown}, also where the caller may not see it
   */
  public Preview preview(Caller caller, String incidentId) {
    Caller reader = caller.with(Right.PUBLISH_INCIDENTS);
    return transactions.read(tx -> preview(tx, reader, get(tx, reader, incidentId)));
  }

  private Preview preview(Tx tx, Caller reader, Incident incident) {
    Optional<Publication> publication = store.find(tx, reader, incident.id());
    String promise = publication.map(Publication::promise).orElse("");
    return new Preview(publication, entry(tx, incident, promise));
  }

  private Incident get(Tx tx, Caller reader, String id) {
    return incidents
        .find(tx, reader, id)
        .orElseThrow(() -> new NotFound("incident-unknown", Map.of("id", id)));
  }

  private LedgerEntry entry(Tx tx, Incident incident, String promise) {
    Caller upkeep = Caller.upkeep();
    return LedgerEntry.of(
        incident,
        promise,
        incidents.deeds(tx, upkeep, incident.id()),
        evaluations.list(tx, upkeep, EvaluationStore.Query.of(incident.id())),
        tx.now());
  }

  /**
   * Puts an incident into the ledger, or puts another promise there.
   *
   * @param ifVersion the version of the publication the caller has seen; 0 where there was none
   * @throws NotFound with code {@code incident-unknown}
   * @throws Conflict with code {@code version-conflict}
   * @throws org.wangge.fault.Invalid with code {@code ledger-promise} or {@code ledger-personal}
   */
  public Preview publish(Caller caller, String incidentId, int ifVersion, String promise) {
    Caller keeper = caller.with(Right.PUBLISH_INCIDENTS);
    return transactions.write(
        caller,
        tx -> {
          Incident incident = get(tx, keeper, incidentId);
          requireVersion(tx, keeper, incidentId, ifVersion);
          Publication publication =
              Publication.of(incidentId, ifVersion + 1, promise, tx.now(), caller.account());
          store.put(tx, keeper, publication);
          tx.record(new EvaluationEvent.EvaluationPublished(incident, publication.version()));
          return preview(tx, keeper, incident);
        });
  }

  private int requireVersion(Tx tx, Caller keeper, String incidentId, int ifVersion) {
    int version = store.find(tx, keeper, incidentId).map(Publication::version).orElse(0);
    Conflict.unlessNewest(ifVersion, version);
    return version;
  }

  /**
   * Takes an incident out of the ledger. Nothing changes where it is not in it.
   *
   * @param ifVersion the version of the publication the caller has seen
   * @throws NotFound with code {@code incident-unknown}
   * @throws Conflict with code {@code version-conflict}
   */
  public Preview withdraw(Caller caller, String incidentId, int ifVersion) {
    Caller keeper = caller.with(Right.PUBLISH_INCIDENTS);
    return transactions.write(
        caller,
        tx -> {
          Incident incident = get(tx, keeper, incidentId);
          int version = requireVersion(tx, keeper, incidentId, ifVersion);
          Optional<Publication> now =
              store.find(tx, keeper, incidentId).filter(Publication::isPublic);
          now.ifPresent(
              one -> {
                store.put(tx, keeper, one.withdrawn(tx.now()));
                tx.record(new EvaluationEvent.EvaluationWithdrawn(incident, version + 1));
              });
          return preview(tx, keeper, incident);
        });
  }

  /** What stands in the ledger of an area of the tree, the newest first. */
  public List<LedgerEntry> of(Caller caller, String areaCode) {
    Caller reader = caller.with(Right.PUBLIC);
    return transactions.read(
        tx -> {
          List<LedgerEntry> entries = new ArrayList<>();
          for (Publication one : store.list(tx, reader, areaCode, MOST)) {
            Incident incident = incidents.find(tx, Caller.upkeep(), one.incidentId()).orElseThrow();
            entries.add(entry(tx, incident, one.promise()));
          }
          return entries;
        });
  }
}
