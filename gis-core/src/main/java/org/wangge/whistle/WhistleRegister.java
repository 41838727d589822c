package org.wangge.whistle;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.incident.Handler;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentPlace;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.ReportRegister;
import org.wangge.incident.dispatch.DepartmentStore;

/** Blows whistles, keeps who answers them and who comes, and ends them. Thread-safe. */
public final class WhistleRegister {
  private final Transactions transactions;
  private final WhistleStore store;
  private final IncidentStore incidents;
  private final DepartmentStore departments;
  private final Escalation escalation;
  private final WhistleAlarms alarms;

  public WhistleRegister(
      Transactions transactions,
      WhistleStore store,
      IncidentStore incidents,
      DepartmentStore departments,
      Escalation escalation,
      WhistleAlarms alarms) {
    this.transactions = transactions;
    this.store = store;
    this.incidents = incidents;
    this.departments = departments;
    this.escalation = escalation;
    this.alarms = alarms;
  }

  /**
   * A whistle as somebody sees it.
   *
   * @param whistle its reason masked as those of deeds are
   * @param incident of which it is
   * @param actions what the caller may do with it
   * @param own for whom of those who were called the caller answers
   */
  public record Seen(
      Whistle whistle, Incident incident, Set<WhistleAction> actions, Set<Handler> own) {}

  /** Those of a query that the caller may see, the newest first. */
  public List<Seen> list(Caller caller, WhistleQuery query) {
    Caller reader = caller.with(Right.READ_INCIDENTS);
    return transactions.read(tx -> seen(tx, caller, store.list(tx, reader, query)));
  }

  /** Those that last and to which the caller, or a department of the caller's, was called. */
  public List<Seen> calling(Caller caller) {
    Caller reader = caller.with(Right.ANSWER_WHISTLES);
    return transactions.read(
        tx -> {
          List<Handler> own = departments.handlersOf(tx, caller);
          WhistleQuery query =
              new WhistleQuery(null, true, null, own, Long.MAX_VALUE, WhistleQuery.MOST);
          return own.isEmpty() ? List.of() : seen(tx, caller, store.list(tx, reader, query));
        });
  }

  /**
   * The one of an id.
   *
   * @throws NotFound with code {@code whistle-unknown}, also where the caller may not see it
   */
  public Seen get(Caller caller, long id) {
    Caller reader = caller.with(Right.READ_INCIDENTS);
    return transactions.read(tx -> seen(tx, caller, List.of(get(tx, reader, id))).get(0));
  }

  private List<Seen> seen(Tx tx, Caller caller, List<Whistle> whistles) {
    List<Handler> own = ownOf(tx, caller);
    Map<String, Incident> known = new LinkedHashMap<>();
    return whistles.stream()
        .map(
            whistle -> {
              Incident incident =
                  known.computeIfAbsent(
                      whistle.incidentId(),
                      // Who may see the whistle may see of which incident it is.
                      id -> incidents.find(tx, Caller.upkeep(), id).orElseThrow());
              return seen(caller, whistle, incident, own);
            })
        .toList();
  }

  private static Seen seen(Caller caller, Whistle whistle, Incident incident, List<Handler> own) {
    Set<Handler> mine =
        whistle.responders().stream()
            .map(Responder::handler)
            .filter(own::contains)
            .collect(Collectors.toUnmodifiableSet());
    boolean leads = leads(caller, whistle);
    Set<WhistleAction> actions = EnumSet.noneOf(WhistleAction.class);
    if (whistle.isOpen()) {
      if (leads || !mine.isEmpty()) {
        actions.add(WhistleAction.ANSWER);
        actions.add(WhistleAction.REACH);
      }
      if ((leads || isOwn(caller, whistle)) && whistle.last().level().next().isPresent()) {
        actions.add(WhistleAction.RAISE);
      }
      if (leads || isOwn(caller, whistle)) {
        actions.add(WhistleAction.END);
      }
    }
    Whistle read =
        whistle.reading(
            text -> ReportRegister.text(text, ReportRegister.rolesAt(caller, incident)));
    return new Seen(read, incident, actions, mine);
  }

  private List<Handler> ownOf(Tx tx, Caller caller) {
    return caller.has(Right.ANSWER_WHISTLES) ? departments.handlersOf(tx, caller) : List.of();
  }

  private static boolean leads(Caller caller, Whistle whistle) {
    return caller.has(Right.LEAD_INCIDENTS)
        && caller
            .with(Right.LEAD_INCIDENTS)
            .scope()
            .covers(whistle.place().grid(), whistle.place().at());
  }

  private static boolean isOwn(Caller caller, Whistle whistle) {
    return whistle.blown().account().equals(caller.account());
  }

  private Whistle get(Tx tx, Caller caller, long id) {
    return store
        .find(tx, caller, id)
        .orElseThrow(() -> new NotFound("whistle-unknown", Map.of("whistle", id)));
  }

  /**
   * Calls for help at an incident. The people of the estate are called first.
   *
   * @param reason what help is needed for
   * @throws NotFound with code {@code incident-unknown}
   * @throws Conflict with code {@code whistle-blown} where one lasts, {@code whistle-over} where
   *     the incident does not wait for anybody, or {@code whistle-no-grid} outside every grid
   * @throws Invalid with code {@code whistle-reason-missing}
   */
  public Whistle blow(Caller caller, String incidentId, String reason) {
    Caller blower = caller.with(Right.BLOW_WHISTLES);
    return transactions.write(
        caller,
        tx -> {
          incidents.hold(tx, blower, incidentId);
          Incident incident =
              incidents
                  .find(tx, blower, incidentId)
                  .orElseThrow(() -> new NotFound("incident-unknown", Map.of("id", incidentId)));
          require(incident, reason);
          Whistle.Blown by =
              new Whistle.Blown(tx.now(), caller.account(), reason, incident.generated());
          Whistle blown = Whistle.blow(incidentId, IncidentPlace.of(incident), by);
          Handler own =
              caller.staffCode().map(code -> new Handler(Handler.Kind.PERSON, code)).orElse(null);
          Whistle called =
              escalation.raised(tx, caller, blown, incident, WhistleCall.Cause.BLOWN, own);
          Whistle added = store.add(tx, blower, called);
          tx.record(new WhistleEvent.WhistleBlown(added));
          escalation.follow(tx, caller, null, added);
          return added;
        });
  }

  /** Whether the caller may call for help at an incident now. */
  public boolean mayBlow(Caller caller, String incidentId) {
    if (!caller.has(Right.BLOW_WHISTLES)) {
      return false;
    }
    Caller blower = caller.with(Right.BLOW_WHISTLES);
    return transactions.read(
        tx ->
            incidents
                .find(tx, blower, incidentId)
                .filter(one -> one.gridCode().isPresent() && !WhistleAlarms.isOver(one))
                .filter(one -> lasting(tx, incidentId).isEmpty())
                .isPresent());
  }

  private List<Whistle> lasting(Tx tx, String incidentId) {
    return store.list(tx, Caller.upkeep(), WhistleQuery.of(incidentId)).stream()
        .filter(Whistle::isOpen)
        .toList();
  }

  private static void require(Incident incident, String reason) {
    if (reason.isBlank()) {
      throw new Invalid("reason", "whistle-reason-missing");
    }
    Map<String, Object> which = Map.of("number", incident.number());
    if (incident.gridCode().isEmpty()) {
      throw new Conflict("whistle-no-grid", which);
    }
    if (WhistleAlarms.isOver(incident)) {
      throw new Conflict("whistle-over", which);
    }
  }

  /**
   * Says of somebody who was called that they come, or cannot. When all of the highest level
   * cannot, the next is called at once.
   *
   * @param forWhom who; empty for the caller, or a department of the caller's
   * @throws Conflict with code {@code whistle-ended}, or {@code whistle-not-called} for who is not
   *     on the list
   */
  public Whistle answer(Caller caller, long id, Optional<Handler> forWhom, Responder.Reply reply) {
    return change(
        caller,
        id,
        (tx, whistle) -> {
          Responder who = who(tx, caller, whistle, forWhom);
          Responder.Answer answer = new Responder.Answer(reply, tx.now(), caller.account());
          Whistle answered = whistle.changed(who.handler(), one -> one.answered(answer));
          if (reply == Responder.Reply.COMING) {
            answered = answered.unheard(null);
          }
          tx.record(new WhistleEvent.WhistleAnswered(answered.next(), who, reply));
          return onwards(tx, caller, answered);
        });
  }

  private Whistle onwards(Tx tx, Caller caller, Whistle answered) {
    if (!answered.isLeftAlone(tx.now()) || answered.unheardSinceOrNull() != null) {
      return answered;
    }
    return escalation.raised(
        tx, caller, answered, incidentOf(tx, answered), WhistleCall.Cause.UNABLE, null);
  }

  private Incident incidentOf(Tx tx, Whistle whistle) {
    return incidents.find(tx, Caller.upkeep(), whistle.incidentId()).orElseThrow();
  }

  /**
   * Says that somebody who was called is there. Nothing changes where that is known.
   *
   * @param proof by what it is known
   */
  public Whistle reach(Caller caller, long id, Optional<Handler> forWhom, Responder.Proof proof) {
    return change(
        caller,
        id,
        (tx, whistle) -> {
          Responder who = who(tx, caller, whistle, forWhom);
          return who.isThere() ? whistle : reached(tx, caller, whistle, who, proof, tx.now());
        });
  }

  private static Whistle reached(
      Tx tx, Caller caller, Whistle whistle, Responder who, Responder.Proof proof, Instant at) {
    Responder.Arrival arrival = new Responder.Arrival(proof, at, caller.account());
    Whistle reached = whistle.changed(who.handler(), one -> one.arrived(arrival)).unheard(null);
    tx.record(new WhistleEvent.WhistleReached(reached.next(), who, proof));
    return reached;
  }

  /**
   * Looks where those are who were called, and notes who is there.
   *
   * @param proof who knows where people are
   * @return how many have come since it was looked last
   */
  public int look(ArrivalProof proof) {
    Caller upkeep = Caller.upkeep();
    int come = 0;
    for (Whistle whistle :
        transactions.read(tx -> store.list(tx, upkeep, WhistleQuery.lasting()))) {
      String grid = transactions.read(tx -> whistle.placeNow(incidentOf(tx, whistle)).grid());
      for (Responder one : whistle.responders()) {
        come +=
            look(upkeep, whistle, one, since -> proof.in(one.handler().code(), grid, since))
                ? 1
                : 0;
      }
    }
    return come;
  }

  private boolean look(
      Caller upkeep, Whistle whistle, Responder one, Function<Instant, Optional<Instant>> proof) {
    if (one.isThere() || one.handler().kind() != Handler.Kind.PERSON) {
      return false;
    }
    Optional<Instant> since = proof.apply(one.calledAt());
    since.ifPresent(
        at ->
            transactions.write(
                upkeep,
                tx -> {
                  store.hold(tx, upkeep, whistle.id());
                  Whistle now = store.find(tx, upkeep, whistle.id()).orElseThrow();
                  Responder who = now.find(one.handler()).orElseThrow();
                  if (now.isOpen() && !who.isThere()) {
                    keep(
                        tx,
                        upkeep,
                        now,
                        reached(tx, upkeep, now, who, Responder.Proof.POSITION, at));
                  }
                  return true;
                }));
    return since.isPresent();
  }

  /**
   * Calls the next level before its time.
   *
   * @param ifVersion the version the caller has seen
   * @throws Conflict with code {@code version-conflict}, {@code whistle-ended} or {@code
   *     whistle-highest} where no level is left
   * @throws Forbidden with code {@code whistle-not-yours}
   */
  public Whistle raise(Caller caller, long id, int ifVersion) {
    return change(
        caller,
        id,
        (tx, whistle) -> {
          requireOwn(caller, whistle, ifVersion);
          if (whistle.last().level().next().isEmpty()) {
            throw new Conflict("whistle-highest", Map.of("whistle", id));
          }
          return escalation.raised(
              tx, caller, whistle, incidentOf(tx, whistle), WhistleCall.Cause.ASKED, null);
        });
  }

  /**
   * Ends one.
   *
   * @param outcome how; that its incident has ended says itself
   * @throws Conflict with code {@code version-conflict} or {@code whistle-ended}
   * @throws Forbidden with code {@code whistle-not-yours}
   */
  public Whistle end(Caller caller, long id, int ifVersion, Whistle.Outcome outcome) {
    Caller actor = caller.with(Right.READ_INCIDENTS);
    return transactions.write(
        caller,
        tx -> {
          store.hold(tx, actor, id);
          Whistle whistle = open(get(tx, actor, id));
          requireOwn(caller, whistle, ifVersion);
          return alarms.end(tx, caller, whistle, outcome);
        });
  }

  private static void requireOwn(Caller caller, Whistle whistle, int ifVersion) {
    Conflict.unlessNewest(ifVersion, whistle.version());
    if (!leads(caller, whistle) && !isOwn(caller, whistle)) {
      throw new Forbidden("whistle-not-yours");
    }
  }

  private Responder who(Tx tx, Caller caller, Whistle whistle, Optional<Handler> forWhom) {
    List<Handler> own = ownOf(tx, caller);
    boolean leads = leads(caller, whistle);
    return whistle.responders().stream()
        .filter(one -> forWhom.isEmpty() || forWhom.get().equals(one.handler()))
        .filter(one -> own.contains(one.handler()) || (leads && forWhom.isPresent()))
        .findFirst()
        .orElseThrow(() -> new Conflict("whistle-not-called", Map.of("whistle", whistle.id())));
  }

  private static Whistle open(Whistle whistle) {
    if (!whistle.isOpen()) {
      throw new Conflict("whistle-ended", Map.of("whistle", whistle.id()));
    }
    return whistle;
  }

  private Whistle change(Caller caller, long id, BiFunction<Tx, Whistle, Whistle> change) {
    Caller actor = caller.with(Right.READ_INCIDENTS);
    return transactions.write(
        caller,
        tx -> {
          store.hold(tx, actor, id);
          Whistle before = open(get(tx, actor, id));
          Whistle after = change.apply(tx, before);
          return after.equals(before) ? before : keep(tx, caller, before, after);
        });
  }

  private Whistle keep(Tx tx, Caller caller, Whistle before, Whistle after) {
    Whistle kept = after.next();
    store.change(tx, caller, kept);
    escalation.follow(tx, caller, before, kept);
    return kept;
  }
}
