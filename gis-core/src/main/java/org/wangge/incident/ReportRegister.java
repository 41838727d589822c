package org.wangge.incident;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Forbidden;
import org.wangge.fault.NotFound;
import org.wangge.people.Masking;
import org.wangge.people.Person;
import org.wangge.people.PersonalField;
import org.wangge.people.PersonalTraces;
import org.wangge.people.Reveals;
import org.wangge.people.SecretHash;
import org.wangge.people.Why;

/**
 * What was said in reports and by whom, masked for who reads it, and erased for who wants it to be.
 * Thread-safe.
 */
public final class ReportRegister implements PersonalTraces {
  /** A shorter number is found in too much that is not meant. */
  private static final int SHORTEST_TRACE = 7;

  private final Transactions transactions;
  private final IncidentStore store;
  private final ReporterStore reporters;
  private final Enclosures enclosures;
  private final IncidentFollower follower;
  private final Reveals reveals;

  public ReportRegister(
      Transactions transactions,
      IncidentStore store,
      ReporterStore reporters,
      Enclosures enclosures,
      IncidentFollower follower) {
    this.enclosures = enclosures;
    this.follower = follower;
    this.transactions = transactions;
    this.store = store;
    this.reporters = reporters;
    this.reveals = new Reveals(transactions);
  }

  /**
   * The reports of an incident, the oldest first.
   *
   * @throws NotFound with code {@code incident-unknown}, also where the caller may not see it
   */
  public List<SeenReport> list(Caller caller, String incidentId) {
    Caller reader = caller.with(Right.READ_REPORTS);
    return transactions.read(
        tx -> {
          Set<Role> roles = rolesAt(reader, get(tx, reader, incidentId));
          List<SeenReport> seen = new ArrayList<>();
          for (ToldReport told : reporters.list(tx, reader, incidentId)) {
            seen.add(seen(seen.size() + 1, told, roles));
          }
          return seen;
        });
  }

  private static SeenReport seen(int number, ToldReport told, Set<Role> roles) {
    return new SeenReport(
        number,
        told.channel(),
        told.reportedAt(),
        text(told.description(), roles),
        PersonalField.REPORTER_NAME.shown(told.reporter().name(), roles),
        PersonalField.REPORTER_PHONE.shown(told.reporter().phone(), roles));
  }

  /**
   * What somebody wrote, as some roles may read it: with the numbers of people in it, without them,
   * or, for a screen on a wall, not at all.
   */
  public static String text(String written, Set<Role> roles) {
    if (PersonalField.REPORTER_PHONE.isWholeTo(roles)) {
      return written;
    }
    return roles.stream().anyMatch(Role::isGranted) ? Masking.numbersIn(written) : "";
  }

  /** As what a caller sees an incident. */
  public static Set<Role> rolesAt(Caller caller, Incident incident) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    caller
        .rights()
        .scopes()
        .forEach(
            (role, scope) -> {
              if (scope.everywhere() || scope.covers(incident.gridOrNull(), incident.location())) {
                roles.add(role);
              }
            });
    return roles;
  }

  private Incident get(Tx tx, Caller caller, String id) {
    return store
        .find(tx, caller, id)
        .orElseThrow(() -> new NotFound("incident-unknown", Map.of("id", id)));
  }

  /**
   * Shows name or phone of a reporter whole, on record.
   *
   * @param number of the report, from 1
   * @throws NotFound with code {@code incident-unknown} or {@code report-unknown}
   * @throws Forbidden with code {@code reveal-refused}
   */
  public String reveal(Caller caller, String incidentId, int number, PersonalField field, Why why) {
    Caller reader = caller.with(Right.REVEAL);
    Reveals.Request request =
        new Reveals.Request("reporter-revealed", incidentId, field, Map.of("report", number), why);
    return reveals.reveal(
        caller,
        request,
        tx -> {
          Incident incident = get(tx, reader, incidentId);
          List<ToldReport> told = reporters.list(tx, reader, incidentId);
          if (number < 1 || number > told.size()) {
            throw new NotFound("report-unknown", Map.of());
          }
          Reporter reporter = told.get(number - 1).reporter();
          String value = field == PersonalField.REPORTER_NAME ? reporter.name() : reporter.phone();
          return new Reveals.Hidden(value, rolesAt(reader, incident));
        });
  }

  /**
   * Erases what is personal of an incident: words, reporters, reasons, photos, notes. The rest
   * stays.
   *
   * @param ifVersion the version of the incident the caller has seen; it stays the same
   * @throws Conflict with code {@code version-conflict}
   */
  public void erase(Caller caller, String incidentId, int ifVersion) {
    Caller keeper = caller.with(Right.KEEP_ACCOUNTS);
    transactions.write(
        caller,
        tx -> {
          Incident incident = get(tx, keeper, incidentId);
          Conflict.unlessNewest(ifVersion, incident.version());
          reporters.eraseIncident(tx, keeper, incidentId);
          enclosures.eraseIncident(tx, keeper, incidentId);
          follower.eraseWords(tx, keeper, incidentId);
          tx.record(new IncidentEvent.IncidentWordsErased(incidentId, IncidentPlace.of(incident)));
          return true;
        });
  }

  /**
   * Erases the words, the sender and the photos of the report that the holder of a token follows.
   * What became of it can still be followed.
   *
   * @throws NotFound with code {@code report-unknown}
   */
  public void eraseOwn(Caller caller, String token) {
    transactions.write(
        caller,
        tx -> {
          String hash = SecretHash.of(token);
          String key =
              reporters
                  .findKey(tx, hash)
                  .orElseThrow(() -> new NotFound("report-unknown", Map.of()));
          Incident incident = store.findByToken(tx, hash).orElseThrow();
          eraseReport(tx, caller, key, incident);
          return true;
        });
  }

  /**
   * The same within a transaction, of the report of a key, for another feature whose words went
   * into it; nothing where there is none. Whether the caller may is decided before.
   */
  public void eraseReport(Tx tx, Caller caller, String key) {
    store
        .findReport(tx, key)
        .flatMap(filed -> store.find(tx, Caller.upkeep(), filed.incidentId()))
        .ifPresent(incident -> eraseReport(tx, caller, key, incident));
  }

  private void eraseReport(Tx tx, Caller caller, String key, Incident incident) {
    reporters.eraseReport(tx, caller, key);
    enclosures.eraseReport(tx, caller, key);
    follower.eraseReport(tx, caller, key);
    tx.record(new IncidentEvent.IncidentWordsErased(incident.id(), IncidentPlace.of(incident)));
  }

  @Override
  public void erase(Tx tx, Caller caller, Person person) {
    Set<String> numbers =
        Stream.of(PersonalField.DUTY_PHONE, PersonalField.PRIVATE_PHONE, PersonalField.ID_NUMBER)
            .map(person::value)
            .filter(number -> number.length() >= SHORTEST_TRACE)
            .collect(Collectors.toSet());
    reporters.eraseNumbers(tx, caller, numbers);
    follower.eraseNumbers(tx, caller, numbers);
  }
}
