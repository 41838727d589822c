package org.wangge.visit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.incident.Channel;
import org.wangge.incident.Report;
import org.wangge.people.SecretHash;
import org.wangge.place.Door;
import org.wangge.place.DoorBook;

/** Keeps visits, and how households are marked. Thread-safe. */
public final class VisitRegister {
  private static final int MOST_HISTORY = 200;

  private final Transactions transactions;
  private final VisitStore store;
  private final Supplier<DoorBook> doors;
  private final VisitReports reports;

  /**
   * Makes it.
   *
   * @param doors all there are, as they stand now
   * @param reports what a hazard becomes
   */
  public VisitRegister(
      Transactions transactions, VisitStore store, Supplier<DoorBook> doors, VisitReports reports) {
    this.transactions = transactions;
    this.store = store;
    this.doors = doors;
    this.reports = reports;
  }

  /**
   * A visit as it is sent in.
   *
   * @param rule id of the rule by which somebody went
   * @param key of the sender
   * @param ifVersion the version of the door by this rule that the sender has seen: 0 before the
   *     first visit
   * @param madeAtOrNull when it was, by the phone; null where it does not say
   * @param said what came of it
   * @param hazardOrNull what was found; null for nothing
   * @param corrects whether it stands in the place of the last one
   */
  public record Sent(
      long rule,
      String key,
      int ifVersion,
      @Nullable Instant madeAtOrNull,
      Visit.Said said,
      @Nullable Hazard hazardOrNull,
      boolean corrects) {}

  /**
   * What was found at a door.
   *
   * @param category code of what it is about
   * @param condition what is so about it; empty where nothing is said
   * @param description in the visitor's words
   */
  public record Hazard(String category, String condition, String description) {}

  /**
   * A visit that is on record.
   *
   * @param visit as the caller may read it
   * @param numberOrNull of the incident that a hazard became; null for none
   */
  public record Kept(Visit visit, @Nullable String numberOrNull) {}

  /**
   * Keeps a visit. The same key again changes nothing and answers what is on record.
   *
   * @throws NotFound with code {@code visit-door-unknown}, or {@code visit-rule-unknown} where the
   *     rule is not about this door
   * @throws Conflict with code {@code version-conflict}, {@code visit-rule-retired}, {@code
   *     visit-nothing-corrected}, or {@code visit-key-taken} where the key was sent for another
   *     door
   * @throws Invalid with code {@code visit-next-try}, or as of {@link Facts}
   */
  public Kept visit(Caller caller, String placeId, Sent sent) {
    Caller actor = caller.with(Right.WORK_VISITS);
    DoorBook book = doors.get();
    return transactions.write(
        caller,
        tx -> {
          Door door = door(tx, actor, book, placeId);
          store.hold(tx, actor, sent.rule(), door);
          Optional<Visit> known = store.findKey(tx, actor, sent.rule(), sent.key());
          if (known.isPresent()) {
            if (!known.get().door().placeId().equals(placeId)) {
              throw new Conflict("visit-key-taken", Map.of("key", sent.key()));
            }
            return kept(tx, caller, known.get());
          }
          return keep(tx, caller, door, sent);
        });
  }

  private Kept keep(Tx tx, Caller caller, Door door, Sent sent) {
    Set<MustSee> marks = store.marksOf(tx, caller, door.placeId()).kinds();
    VisitRule rule =
        store
            .findRule(tx, caller, sent.rule())
            .filter(one -> one.isAbout(door, marks))
            .orElseThrow(() -> new NotFound("visit-rule-unknown", Map.of("rule", sent.rule())));
    if (rule.retired()) {
      throw new Conflict("visit-rule-retired", Map.of("rule", rule.id()));
    }
    DoorStanding before = store.standing(tx, caller, rule.id(), door.placeId());
    Conflict.unlessNewest(sent.ifVersion(), before.version());
    if (sent.corrects() && before.version() == 0) {
      throw new Conflict("visit-nothing-corrected", Map.of());
    }
    Visit.Said said = said(rule, sent.said());
    Visit visit =
        new Visit(
            rule.id(),
            rule.version(),
            door,
            before.version() + 1,
            sent.key(),
            caller.account(),
            Visit.Times.of(sent.madeAtOrNull(), tx.now()),
            said,
            filed(tx, caller, door, sent),
            sent.corrects() ? before.version() : null);
    put(tx, caller, before, visit);
    return kept(tx, caller, visit);
  }

  private Kept kept(Tx tx, Caller caller, Visit visit) {
    String incident = visit.incidentOrNull();
    return new Kept(
        VisitSight.reading(caller, visit),
        incident == null ? null : reports.numberOf(tx, incident));
  }

  private static Visit.Said said(VisitRule rule, Visit.Said given) {
    boolean nobody = given.outcome() == VisitOutcome.NOBODY_HOME;
    if (given.nextTryOrNull() != null && !nobody) {
      throw new Invalid("nextTry", "visit-next-try");
    }
    boolean met = given.outcome() == VisitOutcome.MET;
    return new Visit.Said(
        given.outcome(),
        given.nextTryOrNull(),
        rule.plan().facts().read(given.answers(), met),
        given.note());
  }

  /** Under a key that only its sender knows: reports take any key, and nobody shall be first. */
  private @Nullable String filed(Tx tx, Caller caller, Door door, Sent sent) {
    Hazard hazard = sent.hazardOrNull();
    if (hazard == null) {
      return null;
    }
    String key =
        SecretHash.of(caller.account() + " " + sent.rule() + " " + door.placeId() + sent.key());
    Report report =
        new Report(
            "visit-" + key,
            hazard.category(),
            hazard.condition(),
            Channel.GRID_WORKER,
            door.at(),
            hazard.description(),
            false);
    return reports.take(tx, caller, report);
  }

  private void put(Tx tx, Caller caller, DoorStanding before, Visit visit) {
    List<Visit> all =
        new ArrayList<>(store.visits(tx, caller, visit.rule(), visit.door().placeId()));
    all.add(visit);
    DoorStanding after = DoorStanding.of(visit.rule(), visit.door().placeId(), all);
    store.add(tx, caller, visit, after);
    tx.record(new VisitEvent.VisitKept(visit));
    if (after.isUnreachable() && !before.isUnreachable()) {
      tx.record(new VisitEvent.VisitUnreachable(visit.rule(), visit.door()));
    }
  }

  /**
   * What is known of a door.
   *
   * @param door which
   * @param marksOrNull how its household is marked; null for who may not know
   * @param visits the newest first, masked as reports are
   * @param facts what was to be known, by rule and its version
   * @param numbers of incidents that hazards became, by their ids
   */
  public record Known(
      Door door,
      VisitStore.@Nullable Marks marksOrNull,
      List<Visit> visits,
      Map<Long, Map<Integer, Facts>> facts,
      Map<String, String> numbers) {}

  /**
   * What was ever done at a door. To who may not know how it is marked, visits by rules about marks
   * are not there.
   *
   * @throws NotFound with code {@code visit-door-unknown}
   */
  public Known history(Caller caller, String placeId) {
    Caller reader = caller.with(Right.READ_VISITS);
    DoorBook book = doors.get();
    return transactions.read(
        tx -> {
          Door door = door(tx, reader, book, placeId);
          boolean marks = VisitSight.seesMarks(caller, door);
          Map<Long, VisitRule> rules = new HashMap<>();
          store.rules(tx, reader, true).forEach(one -> rules.put(one.id(), one));
          List<Visit> visits =
              store.history(tx, reader, placeId, MOST_HISTORY).stream()
                  .filter(one -> marks || isOpen(rules.get(one.rule())))
                  .map(one -> VisitSight.reading(caller, one))
                  .toList();
          return new Known(
              door,
              marks ? store.marksOf(tx, reader, placeId) : null,
              visits,
              facts(tx, reader, visits),
              numbers(tx, visits));
        });
  }

  private Map<String, String> numbers(Tx tx, List<Visit> visits) {
    Map<String, String> numbers = new HashMap<>();
    for (Visit one : visits) {
      String incident = one.incidentOrNull();
      if (incident != null) {
        numbers.put(incident, reports.numberOf(tx, incident));
      }
    }
    return numbers;
  }

  private static boolean isOpen(@Nullable VisitRule rule) {
    return rule != null && !rule.isMarked();
  }

  private Map<Long, Map<Integer, Facts>> facts(Tx tx, Caller reader, List<Visit> visits) {
    Map<Long, Map<Integer, Facts>> known = new HashMap<>();
    for (Visit one : visits) {
      known
          .computeIfAbsent(one.rule(), id -> new HashMap<>())
          .computeIfAbsent(
              one.ruleVersion(), version -> store.facts(tx, reader, one.rule(), version));
    }
    return known;
  }

  /**
   * Marks a household as one that must be seen.
   *
   * @param ifVersion the version of its marks that the caller has seen: 0 before the first
   * @throws NotFound with code {@code visit-door-unknown}
   * @throws Invalid with code {@code visit-mark-business}
   * @throws Conflict with code {@code version-conflict}
   */
  public VisitStore.Marks mark(Caller caller, String placeId, int ifVersion, Set<MustSee> kinds) {
    Caller actor = caller.with(Right.WORK_VISITS);
    DoorBook book = doors.get();
    return transactions.write(
        caller,
        tx -> {
          Door door = door(tx, actor, book, placeId);
          VisitStore.Marks before = store.marksOf(tx, actor, placeId);
          Conflict.unlessNewest(ifVersion, before.version());
          if (door.kind() != Door.Kind.HOUSEHOLD) {
            throw new Invalid("kinds", "visit-mark-business");
          }
          VisitStore.Marks after = new VisitStore.Marks(before.version() + 1, Set.copyOf(kinds));
          store.mark(tx, actor, door, after);
          tx.record(new VisitEvent.VisitMarked(door));
          return after;
        });
  }

  /**
   * Erases notes, what was answered in words, and marks of a door; when somebody was there, and
   * what came of it in a word, stays.
   *
   * @throws NotFound with code {@code visit-door-unknown}
   */
  public void erase(Caller caller, String placeId) {
    Caller keeper = caller.with(Right.KEEP_ACCOUNTS);
    DoorBook book = doors.get();
    Door unused =
        transactions.write(
            caller,
            tx -> {
              Door door = door(tx, keeper, book, placeId);
              store.erase(tx, keeper, placeId);
              tx.record(new VisitEvent.VisitErased(door));
              return door;
            });
  }

  /** A door that stands, or once stood and was visited. */
  private Door door(Tx tx, Caller caller, DoorBook book, String placeId) {
    return book.find(placeId)
        .or(
            () ->
                store.history(tx, Caller.upkeep(), placeId, 1).stream()
                    .map(Visit::door)
                    .findFirst())
        .filter(one -> VisitSight.covers(caller.scope(), one))
        .orElseThrow(() -> new NotFound("visit-door-unknown", Map.of("door", placeId)));
  }
}
