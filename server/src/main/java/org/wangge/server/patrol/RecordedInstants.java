package org.wangge.server.patrol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.event.Tx;
import org.wangge.patrol.Fix;
import org.wangge.patrol.OpenQuarters;
import org.wangge.patrol.PersonFixes;
import org.wangge.patrol.PositionStore;

/**
 * Tells what is said for the first time from what is on record. The latest instant of everybody is
 * in memory, so that a device that goes on costs no look-up; only what is said late, or by somebody
 * unheard of since the start, is looked up. For the one thread that writes.
 */
final class RecordedInstants {
  private final PositionStore store;
  private final OpenQuarters open;
  private final Map<String, Person> people = new HashMap<>();
  private @Nullable Sieve uncommitted;

  /** The latest instant of somebody's that is on record, and that will be when this is written. */
  private static final class Person {
    private @Nullable Instant latest;
    private @Nullable Instant reached;

    boolean goesOnAt(Instant first) {
      return latest != null && first.isAfter(latest) && (reached == null || first.isAfter(reached));
    }

    void reach(Instant at) {
      reached = reached == null || at.isAfter(reached) ? at : reached;
    }

    void notWritten() {
      reached = null;
    }

    void written() {
      latest = latest == null || (reached != null && reached.isAfter(latest)) ? reached : latest;
      reached = null;
    }
  }

  RecordedInstants(PositionStore store, OpenQuarters open) {
    this.store = store;
    this.open = open;
  }

  /** Begins to sift what one transaction writes; what came before and did not commit is void. */
  Sieve begin(Tx tx) {
    if (uncommitted != null) {
      uncommitted.heard.forEach(Person::notWritten);
    }
    Sieve sieve = new Sieve(tx);
    uncommitted = sieve;
    return sieve;
  }

  private Person person(String code) {
    Person known = people.get(code);
    return known == null ? people.computeIfAbsent(code, one -> new Person()) : known;
  }

  /** Sifts what comes in one transaction; what it learns counts once that is committed. */
  final class Sieve {
    private final Tx tx;
    private final List<Person> heard = new ArrayList<>();
    private final List<PersonFixes> fresh = new ArrayList<>();

    private Sieve(Tx tx) {
      this.tx = tx;
    }

    /** What of it is said for the first time. */
    List<PersonFixes> sift(List<PersonFixes> said) {
      List<PersonFixes> all = new ArrayList<>(said.size());
      for (PersonFixes one : said) {
        Person person = person(one.staffCode());
        List<Fix> fixes = one.fixes();
        List<Fix> news = person.goesOnAt(fixes.get(0).at()) ? fixes : unheard(one);
        if (!news.isEmpty()) {
          PersonFixes now =
              news.size() == fixes.size()
                  ? one
                  : new PersonFixes(one.staffCode(), news, one.generated());
          all.add(now);
          fresh.add(now);
          person.reach(news.get(news.size() - 1).at());
          heard.add(person);
        }
      }
      return all;
    }

    /** All that was said for the first time until now. */
    List<PersonFixes> fresh() {
      return fresh;
    }

    private List<Fix> unheard(PersonFixes one) {
      String code = one.staffCode();
      List<Fix> fixes = one.fixes();
      Set<Instant> known =
          new HashSet<>(
              store.packedInstants(tx, code, fixes.get(0).at(), fixes.get(fixes.size() - 1).at()));
      for (PersonFixes now : fresh) {
        if (now.staffCode().equals(code)) {
          now.fixes().forEach(fix -> known.add(fix.at()));
        }
      }
      return fixes.stream()
          .filter(fix -> !known.contains(fix.at()) && !open.holds(code, fix.at()))
          .toList();
    }

    /** The transaction is committed: what it wrote is on record. */
    void committed() {
      heard.forEach(Person::written);
      uncommitted = null;
    }
  }
}
