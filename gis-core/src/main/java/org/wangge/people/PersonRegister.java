package org.wangge.people;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.grid.AreaAtlas;

/**
 * Reads and keeps who stands behind the staff codes. What leaves it is masked for the caller, but
 * for {@link #reveal}. Thread-safe.
 */
public final class PersonRegister {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,39}");

  private final Transactions transactions;
  private final PersonStore store;
  private final Supplier<AreaAtlas> atlas;
  private final PersonalTraces traces;
  private final Reveals reveals;

  /**
   * Makes the register.
   *
   * @param atlas what lies where now
   * @param traces what else is kept of people
   */
  public PersonRegister(
      Transactions transactions,
      PersonStore store,
      Supplier<AreaAtlas> atlas,
      PersonalTraces traces) {
    this.transactions = transactions;
    this.store = store;
    this.atlas = atlas;
    this.traces = traces;
    this.reveals = new Reveals(transactions);
  }

  /**
   * People the caller may see, in the order of their codes.
   *
   * @param area see {@link PersonQuery#area}
   * @param text see {@link PersonQuery#text}
   * @param after see {@link PersonQuery#afterCode}
   */
  public List<SeenPerson> list(
      Caller caller, @Nullable String area, @Nullable String text, String after, int limit) {
    Reach reach = Reach.of(caller.with(Right.READ_PEOPLE), atlas.get());
    PersonQuery query =
        new PersonQuery(area, text, reach.where(PersonalField.NAME.wholeTo()), after, limit);
    return transactions.read(tx -> seen(tx, reach, store.list(tx, reach.caller(), query)));
  }

  private List<SeenPerson> seen(Tx tx, Reach reach, List<Person> people) {
    Map<String, List<Post>> posts =
        store.posts(tx, people.stream().map(Person::code).collect(Collectors.toSet()));
    return people.stream()
        .map(
            person -> {
              List<Post> held = posts.getOrDefault(person.code(), List.of());
              return SeenPerson.of(person, held, reach.rolesAt(held));
            })
        .toList();
  }

  /**
   * The one of a code.
   *
   * @throws NotFound with code {@code person-unknown}, also where the caller may not see them
   */
  public SeenPerson get(Caller caller, String code) {
    Reach reach = Reach.of(caller.with(Right.READ_PEOPLE), atlas.get());
    return transactions.read(tx -> seen(tx, reach, List.of(get(tx, reach, code))).get(0));
  }

  private Person get(Tx tx, Reach reach, String code) {
    return store
        .find(tx, reach.caller(), code)
        .orElseThrow(() -> new NotFound("person-unknown", Map.of("code", code)));
  }

  /**
   * Shows a field whole, on record.
   *
   * @throws NotFound as {@link #get}
   * @throws Forbidden with code {@code reveal-refused}
   */
  public String reveal(Caller caller, String code, PersonalField field, Why why) {
    Reach reach = Reach.of(caller.with(Right.REVEAL), atlas.get());
    Reveals.Request request = new Reveals.Request("person-revealed", code, field, Map.of(), why);
    return reveals.reveal(
        caller,
        request,
        tx -> {
          Person person = get(tx, reach, code);
          List<Post> posts = store.posts(tx, List.of(code)).getOrDefault(code, List.of());
          return new Reveals.Hidden(person.value(field), reach.rolesAt(posts));
        });
  }

  /**
   * Adds somebody: behind a code that nobody is in charge under yet, or that is in charge of
   * something the caller keeps.
   *
   * @throws NotFound with code {@code person-unknown} for a code of another area
   * @throws Conflict with code {@code person-taken}, also where the code was of somebody erased
   * @throws Invalid with code {@code staff-code-malformed}
   */
  public SeenPerson add(
      Caller caller, String code, String unit, Map<PersonalField, String> fields) {
    Reach reach = Reach.of(caller.with(Right.KEEP_ACCOUNTS), atlas.get());
    if (!CODE.matcher(code).matches()) {
      throw new Invalid("code", "staff-code-malformed", Map.of());
    }
    Person person = Person.added(code, unit, fields, false);
    return transactions.write(
        caller,
        tx -> {
          List<Post> posts = store.posts(tx, List.of(code)).getOrDefault(code, List.of());
          if (!posts.isEmpty() && reach.rolesAt(posts).isEmpty()) {
            throw new NotFound("person-unknown", Map.of("code", code));
          }
          store.add(tx, reach.caller(), List.of(person));
          tx.record(new PersonEvent.PersonAdded(code));
          return seen(tx, reach, List.of(person)).get(0);
        });
  }

  /**
   * Changes what is known of somebody.
   *
   * @param ifVersion the version the caller has seen
   * @param unit null where it stays
   * @param fields those that change; an empty one is no longer known
   * @throws Conflict with code {@code version-conflict}, or {@code person-erased}: who was erased
   *     stays so
   */
  public SeenPerson change(
      Caller caller,
      String code,
      int ifVersion,
      @Nullable String unit,
      Map<PersonalField, String> fields) {
    Reach reach = Reach.of(caller.with(Right.KEEP_ACCOUNTS), atlas.get());
    return transactions.write(
        caller,
        tx -> {
          Person person = get(tx, reach, code, ifVersion);
          requireKept(person);
          Person changed = person.with(unit, fields);
          store.change(tx, reach.caller(), changed);
          tx.record(new PersonEvent.PersonChanged(code, changed.version(), words(unit, fields)));
          return seen(tx, reach, List.of(changed)).get(0);
        });
  }

  private Person get(Tx tx, Reach reach, String code, int ifVersion) {
    Person person = get(tx, reach, code);
    Conflict.unlessNewest(ifVersion, person.version());
    return person;
  }

  private static void requireKept(Person person) {
    if (person.erasedAt().isPresent()) {
      throw new Conflict("person-erased", Map.of("code", person.code()));
    }
  }

  private static String words(@Nullable String unit, Map<PersonalField, String> fields) {
    String words =
        fields.keySet().stream().sorted().map(PersonalField::word).collect(Collectors.joining(","));
    if (unit == null) {
      return words;
    }
    return words.isEmpty() ? "unit" : words + ",unit";
  }

  /**
   * Erases all that is personal of somebody, here and wherever else it is kept. The code stays, and
   * so does all that happened under it. Done again, nothing changes.
   *
   * @param ifVersion the version the caller has seen
   * @throws Conflict with code {@code version-conflict}
   */
  public SeenPerson erase(Caller caller, String code, int ifVersion) {
    Reach reach = Reach.of(caller.with(Right.KEEP_ACCOUNTS), atlas.get());
    return transactions.write(
        caller,
        tx -> {
          Person person = get(tx, reach, code, ifVersion);
          if (person.erasedAt().isPresent()) {
            return seen(tx, reach, List.of(person)).get(0);
          }
          traces.erase(tx, caller, person);
          store.eraseTraces(tx, reach.caller(), code);
          Person erased = person.erased(tx.now());
          store.change(tx, reach.caller(), erased);
          tx.record(new PersonEvent.PersonErased(code, erased.version()));
          return seen(tx, reach, List.of(erased)).get(0);
        });
  }

  /** Adds people as they are, within a transaction. */
  public void load(Tx tx, Caller caller, List<Person> people) {
    store.add(tx, caller.with(Right.RUN), people);
    tx.record(new PersonEvent.PersonsLoaded(people.size()));
  }
}
