package org.wangge.people;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.event.Transactions;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.InCharge;

/**
 * The names that stand beside staff codes, masked for whoever looks: the one place all answers take
 * them from. Reads many at once, and keeps them for a moment, which is how long an erasure that
 * another server made may take to be seen here; one made here is seen at once. Thread-safe.
 */
public final class PersonNames {
  private static final long KEPT_NANOS = 5_000_000_000L;
  private static final int MOST_KEPT = 100_000;

  private final Transactions transactions;
  private final PersonStore store;
  private final Supplier<AreaAtlas> atlas;
  private final LongSupplier nanos;
  private volatile Kept kept;

  /**
   * Makes them.
   *
   * @param atlas what lies where now
   * @param nanos the machine's time, from any beginning
   */
  public PersonNames(
      Transactions transactions, PersonStore store, Supplier<AreaAtlas> atlas, LongSupplier nanos) {
    this.transactions = transactions;
    this.store = store;
    this.atlas = atlas;
    this.nanos = nanos;
    this.kept = new Kept(nanos.getAsLong());
  }

  private record Known(Person person, List<Post> posts) {}

  private record Kept(long since, Map<String, Optional<Known>> people) {
    Kept(long since) {
      this(since, new ConcurrentHashMap<>());
    }
  }

  /**
   * Name and duty phone of somebody who is in charge of an area.
   *
   * @param name as the caller may see it
   * @param dutyPhone as the caller may see it
   */
  public record OnDuty(Shown name, Shown dutyPhone) {}

  /** Forgets what is kept: something has changed. */
  public void forget() {
    kept = new Kept(nanos.getAsLong());
  }

  /**
   * The names of some codes as a caller may see them; of whom the caller may know nothing, and of
   * whom nothing is known, there is none.
   */
  public Map<String, Shown> namesOf(Caller caller, Collection<String> codes) {
    Map<String, Shown> names = new HashMap<>();
    if (!caller.has(Right.READ_PEOPLE)) {
      return names;
    }
    Reach reach = Reach.of(caller.with(Right.READ_PEOPLE), atlas.get());
    known(codes)
        .forEach(
            (code, known) -> {
              Set<Role> roles = reach.rolesAt(known.posts());
              String name = known.person().value(PersonalField.NAME);
              if (!roles.isEmpty() && !name.isEmpty()) {
                names.put(code, PersonalField.NAME.shown(name, roles));
              }
            });
    return names;
  }

  /**
   * What may be said of those in charge of an area: who is published, whole and to anyone; the
   * others as the caller may see them.
   */
  public Map<String, OnDuty> onDuty(Caller caller, List<InCharge> inCharge) {
    List<String> codes = inCharge.stream().map(InCharge::staffCode).toList();
    Map<String, OnDuty> all = new HashMap<>();
    Optional<Reach> reach =
        caller.has(Right.READ_PEOPLE)
            ? Optional.of(Reach.of(caller.with(Right.READ_PEOPLE), atlas.get()))
            : Optional.empty();
    known(codes)
        .forEach(
            (code, known) -> {
              boolean published = known.posts().stream().anyMatch(Post::isPublished);
              Set<Role> roles = reach.map(one -> one.rolesAt(known.posts())).orElseGet(Set::of);
              if (known.person().erasedAt().isEmpty() && (published || !roles.isEmpty())) {
                all.put(
                    code,
                    new OnDuty(
                        shown(known.person(), PersonalField.NAME, published, roles),
                        shown(known.person(), PersonalField.DUTY_PHONE, published, roles)));
              }
            });
    return all;
  }

  private static Shown shown(
      Person person, PersonalField field, boolean published, Set<Role> roles) {
    String value = person.value(field);
    return published ? new Shown(value, false, false) : field.shown(value, roles);
  }

  private Map<String, Known> known(Collection<String> codes) {
    Kept now = kept;
    if (nanos.getAsLong() - now.since() > KEPT_NANOS || now.people().size() > MOST_KEPT) {
      forget();
      now = kept;
    }
    Map<String, Optional<Known>> people = now.people();
    List<String> missing =
        codes.stream().distinct().filter(code -> !people.containsKey(code)).toList();
    if (!missing.isEmpty()) {
      people.putAll(read(missing));
    }
    Map<String, Known> known = new HashMap<>();
    for (String code : codes) {
      people.getOrDefault(code, Optional.empty()).ifPresent(one -> known.put(code, one));
    }
    return known;
  }

  private Map<String, Optional<Known>> read(List<String> codes) {
    return transactions.read(
        tx -> {
          Map<String, Person> known = store.known(tx, codes);
          Map<String, List<Post>> posts = store.posts(tx, codes);
          Map<String, Optional<Known>> all = new HashMap<>();
          for (String code : codes) {
            all.put(
                code,
                Optional.ofNullable(known.get(code))
                    .map(person -> new Known(person, posts.getOrDefault(code, List.of()))));
          }
          return all;
        });
  }
}
