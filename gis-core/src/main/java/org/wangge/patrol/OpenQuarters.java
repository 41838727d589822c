package org.wangge.patrol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What devices said and nobody has packed yet, in memory, some seven bytes a fix: the log of
 * positions holds the same, in the order it came in and for all people together, and is only read
 * again after a start. Thread-safe; a fix that is being packed is seen until it is packed.
 */
public final class OpenQuarters {
  private final Map<String, Person> people = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<LogRow> rows = new ConcurrentLinkedQueue<>();

  private record LogRow(long id, Instant lastAt) {}

  /** Takes in what a row of the log holds. */
  public void add(long row, List<PersonFixes> said) {
    Instant last = Instant.MIN;
    for (PersonFixes one : said) {
      Person known = people.get(one.staffCode());
      (known == null ? people.computeIfAbsent(one.staffCode(), code -> new Person()) : known)
          .add(one);
      Instant at = one.fixes().get(one.fixes().size() - 1).at();
      last = at.isAfter(last) ? at : last;
    }
    rows.add(new LogRow(row, last));
  }

  /** Whether a person's device said something of an instant. */
  public boolean holds(String staffCode, Instant at) {
    Person person = people.get(staffCode);
    return person != null && person.holds(at);
  }

  /** What people said, each quarter of an hour for itself. */
  public List<PersonFixes> said(Predicate<String> ofPeople) {
    List<PersonFixes> all = new ArrayList<>();
    people.forEach(
        (code, person) -> {
          if (ofPeople.test(code)) {
            all.addAll(person.said(code));
          }
        });
    return all;
  }

  private Person person(String code) {
    return Objects.requireNonNull(people.get(code), code);
  }

  /** Begins to pack what lies before an instant. For one thread at a time. */
  public Sealed seal(Instant before) {
    List<LogRow> done = rows.stream().filter(row -> row.lastAt().isBefore(before)).toList();
    List<String> codes = new ArrayList<>();
    people.forEach(
        (code, person) -> {
          if (person.seal(before)) {
            codes.add(code);
          }
        });
    codes.sort(null);
    return new Sealed(List.copyOf(codes), done);
  }

  /** What is being packed. */
  public final class Sealed {
    private final List<String> staffCodes;
    private final List<LogRow> done;

    private Sealed(List<String> staffCodes, List<LogRow> done) {
      this.staffCodes = staffCodes;
      this.done = done;
    }

    /** Whom it is about, in the order of their codes. */
    public List<String> staffCodes() {
      return staffCodes;
    }

    /** What some of them said, each quarter of an hour for itself. */
    public List<PersonFixes> of(Collection<String> codes) {
      return codes.stream().flatMap(code -> person(code).sealed(code)).toList();
    }

    /** What some of them said is packed, and that is committed. */
    public void packed(Collection<String> codes) {
      codes.forEach(code -> person(code).forgetSealed());
    }

    /** Rows of the log that are not needed once all of them are packed. */
    public List<Long> rows() {
      return done.stream().map(LogRow::id).toList();
    }

    /** These rows are gone. */
    public void forgotten() {
      rows.removeAll(new HashSet<>(done));
    }
  }

  /** What one person's device said. People are few and stay: none is ever taken out. */
  private static final class Person {
    private final Map<Instant, FixRun> open = new HashMap<>();
    private final Map<Instant, List<FixRun>> sealed = new HashMap<>();
    private Instant lastFrom = Instant.MAX;
    private Instant lastTo = Instant.MIN;
    private FixRun last = new FixRun();

    synchronized void add(PersonFixes said) {
      for (Fix fix : said.fixes()) {
        if (fix.at().isBefore(lastFrom) || !fix.at().isBefore(lastTo)) {
          lastFrom = Quarter.of(fix.at());
          lastTo = lastFrom.plus(Quarter.LENGTH);
          last = open.computeIfAbsent(lastFrom, quarter -> new FixRun());
        }
        last.add(fix, said.generated());
      }
    }

    synchronized boolean holds(Instant at) {
      Instant quarter = Quarter.of(at);
      return Stream.concat(
              Stream.ofNullable(open.get(quarter)),
              sealed.getOrDefault(quarter, List.of()).stream())
          .anyMatch(run -> run.fixes().stream().anyMatch(fix -> fix.at().equals(at)));
    }

    synchronized List<PersonFixes> said(String code) {
      List<PersonFixes> all = new ArrayList<>();
      sealed.values().forEach(runs -> runs.forEach(run -> all.add(run.ofPerson(code))));
      open.values().forEach(run -> all.add(run.ofPerson(code)));
      return all;
    }

    synchronized boolean seal(Instant before) {
      lastFrom = Instant.MAX;
      open.entrySet()
          .removeIf(
              one -> {
                boolean over = !one.getKey().plus(Quarter.LENGTH).isAfter(before);
                if (over) {
                  sealed
                      .computeIfAbsent(one.getKey(), quarter -> new ArrayList<>())
                      .add(one.getValue());
                }
                return over;
              });
      return !sealed.isEmpty();
    }

    synchronized Stream<PersonFixes> sealed(String code) {
      List<PersonFixes> all = new ArrayList<>();
      sealed.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(one -> all.add(joined(code, one.getValue())));
      return all.stream();
    }

    private static PersonFixes joined(String code, List<FixRun> runs) {
      if (runs.size() == 1) {
        return runs.get(0).ofPerson(code);
      }
      FixRun joined = new FixRun();
      for (FixRun run : runs) {
        PersonFixes one = run.ofPerson(code);
        one.fixes().forEach(fix -> joined.add(fix, one.generated()));
      }
      return joined.ofPerson(code);
    }

    synchronized void forgetSealed() {
      sealed.clear();
    }
  }
}
