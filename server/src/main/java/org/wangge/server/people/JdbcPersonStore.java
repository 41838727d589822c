package org.wangge.server.people;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Ground;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Duty;
import org.wangge.grid.Partition;
import org.wangge.people.Person;
import org.wangge.people.PersonQuery;
import org.wangge.people.PersonStore;
import org.wangge.people.PersonalField;
import org.wangge.people.Post;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.Row;
import org.wangge.server.storage.Where;

/** People in plain SQL for both databases. Thread-safe. */
final class JdbcPersonStore implements PersonStore {
  private static final int CODES_AT_ONCE = 500;

  private static final String INSERT =
      """
      insert into people_person (code, version, unit, name, duty_phone, private_phone, id_number,
        home_address, home_grid, generated, erased_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  private static final String IN_CHARGE_NOW =
      """
      from grid_in_charge c
        join grid_state s on s.id = c.state_id and s.known_to is null
        join grid_area a on a.id = s.area_id
      where s.valid_from <= ? and (s.valid_to is null or s.valid_to > ?)\
      """;

  @Override
  public Optional<Person> find(Tx tx, Caller caller, String code) {
    Where where = new Where().and("p.code = ?", code);
    inScope(tx, where, caller.scope());
    return JdbcTx.of(tx)
        .queryOne(
            "select p.* from people_person p" + where.sql(),
            JdbcPersonStore::read,
            where.parameters());
  }

  @Override
  public List<Person> list(Tx tx, Caller caller, PersonQuery query) {
    Where where = new Where();
    inScope(tx, where, caller.scope());
    if (query.area() != null) {
      inScope(tx, where, AreaScope.of(List.of(query.area())));
    }
    if (query.text() != null) {
      matching(tx, where, query.text(), query.named());
    }
    where.and("p.code > ?", query.afterCode());
    return JdbcTx.of(tx)
        .query(
            "select p.* from people_person p" + where.sql() + " order by p.code limit ?",
            JdbcPersonStore::read,
            where.parameters(query.limit()));
  }

  private static void matching(Tx tx, Where where, String text, AreaScope named) {
    Where name = new Where().and("p.name like ?", Where.holding(text));
    inScope(tx, name, named);
    List<@Nullable Object> values = new ArrayList<>();
    values.add(Where.startsWith(text));
    values.add(Where.holding(text));
    values.addAll(List.of(name.parameters()));
    where.and("(p.code like ? or p.unit like ? or (" + name.condition() + "))", values.toArray());
  }

  /** Keeps only who is in charge of something within a scope. */
  private static void inScope(Tx tx, Where where, AreaScope scope) {
    if (scope.everywhere()) {
      return;
    }
    List<String> parts = new ArrayList<>(List.of("1 = 0"));
    List<Object> values = new ArrayList<>(List.of(tx.now(), tx.now()));
    for (String code : scope.areaCodes()) {
      parts.add("(a.partition_id = ? and a.code like ?)");
      values.addAll(List.of(Partition.TREE, Where.startsWith(code)));
    }
    for (Ground ground : scope.grounds()) {
      parts.add("(a.partition_id = ? and a.code = ?)");
      values.addAll(List.of(ground.partition(), ground.code()));
    }
    where.and(
        "exists (select 1 "
            + IN_CHARGE_NOW
            + " and c.staff_code = p.code and ("
            + String.join(" or ", parts)
            + "))",
        values.toArray());
  }

  @Override
  public Map<String, Person> known(Tx tx, Collection<String> codes) {
    Map<String, Person> known = new HashMap<>();
    for (List<String> some : inParts(codes)) {
      JdbcTx.of(tx)
          .query(
              "select p.* from people_person p where p.code in (" + marks(some) + ")",
              JdbcPersonStore::read,
              some.toArray())
          .forEach(person -> known.put(person.code(), person));
    }
    return known;
  }

  @Override
  public Map<String, List<Post>> posts(Tx tx, Collection<String> codes) {
    Map<String, List<Post>> posts = new HashMap<>();
    for (List<String> some : inParts(codes)) {
      List<@Nullable Object> values = new ArrayList<>(List.of(tx.now(), tx.now()));
      values.addAll(some);
      JdbcTx.of(tx)
          .query(
              "select c.staff_code, c.duty, a.partition_id, a.code "
                  + IN_CHARGE_NOW
                  + " and c.staff_code in ("
                  + marks(some)
                  + ") order by a.partition_id, a.code, c.position",
              row -> Map.entry(row.string("staff_code"), post(row)),
              values.toArray())
          .forEach(
              one ->
                  posts
                      .computeIfAbsent(one.getKey(), who -> new ArrayList<>())
                      .add(one.getValue()));
    }
    return posts;
  }

  @Override
  public Map<String, List<String>> livingIn(Tx tx, Collection<String> grids) {
    Map<String, List<String>> living = new LinkedHashMap<>();
    for (List<String> some : inParts(grids)) {
      JdbcTx.of(tx)
          .query(
              "select code, home_grid from people_person where home_grid in ("
                  + marks(some)
                  + ") order by home_grid, code",
              row -> Map.entry(row.string("home_grid"), row.string("code")),
              some.toArray())
          .forEach(
              one ->
                  living
                      .computeIfAbsent(one.getKey(), grid -> new ArrayList<>())
                      .add(one.getValue()));
    }
    return living;
  }

  private static Post post(Row row) throws SQLException {
    return new Post(
        new AreaKey(row.string("partition_id"), row.string("code")),
        Duty.find(row.string("duty")).orElseThrow());
  }

  private static List<List<String>> inParts(Collection<String> codes) {
    List<String> all = codes.stream().distinct().sorted().toList();
    List<List<String>> parts = new ArrayList<>();
    for (int from = 0; from < all.size(); from += CODES_AT_ONCE) {
      parts.add(all.subList(from, Math.min(all.size(), from + CODES_AT_ONCE)));
    }
    return parts;
  }

  private static String marks(List<String> values) {
    return String.join(", ", values.stream().map(value -> "?").toList());
  }

  @Override
  public void add(Tx tx, Caller caller, List<Person> people) {
    // In one order, so that two writers of the same codes line up instead of deadlocking.
    List<Person> ordered = people.stream().sorted(Comparator.comparing(Person::code)).toList();
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Person person : ordered) {
      List<@Nullable Object> row = new ArrayList<>(List.of(person.code(), person.version()));
      row.addAll(erasable(person));
      row.add(person.generated());
      row.add(person.erasedOrNull());
      rows.add(row.toArray());
    }
    int[] added = JdbcTx.of(tx).updateAll(INSERT, rows);
    for (int i = 0; i < added.length; i++) {
      if (added[i] == 0) {
        throw new Conflict("person-taken", Map.of("code", ordered.get(i).code()));
      }
    }
  }

  private static List<Object> erasable(Person person) {
    return List.of(
        person.unit(),
        person.value(PersonalField.NAME),
        person.value(PersonalField.DUTY_PHONE),
        person.value(PersonalField.PRIVATE_PHONE),
        person.value(PersonalField.ID_NUMBER),
        person.value(PersonalField.HOME_ADDRESS),
        person.value(PersonalField.HOME_GRID));
  }

  @Override
  public void change(Tx tx, Caller caller, Person changed) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(changed.version());
    values.addAll(erasable(changed));
    values.add(changed.erasedOrNull());
    values.add(changed.code());
    values.add(changed.version() - 1);
    int touched =
        JdbcTx.of(tx)
            .update(
                """
                update people_person
                set version = ?, unit = ?, name = ?, duty_phone = ?, private_phone = ?,
                  id_number = ?, home_address = ?, home_grid = ?, erased_at = ?
                where code = ? and version = ?
                """,
                values.toArray());
    if (touched == 0) {
      throw Conflict.version(changed.version() - 1, changed.version());
    }
  }

  @Override
  public void eraseTraces(Tx tx, Caller caller, String code) {
    JdbcTx jdbc = JdbcTx.of(tx);
    String theirs = " where account_id in (select id from people_account where staff_code = ?)";
    jdbc.update("update people_session set address = '', agent = ''" + theirs, code);
    jdbc.update("update people_token set name = ''" + theirs, code);
    jdbc.update("update people_device set name = '' where staff_code = ?", code);
  }

  @Override
  public boolean isEmpty(Tx tx) {
    return JdbcTx.of(tx)
        .queryOne("select code from people_person limit 1", row -> row.string("code"))
        .isEmpty();
  }

  private static Person read(Row row) throws SQLException {
    Map<PersonalField, String> fields = new EnumMap<>(PersonalField.class);
    fields.put(PersonalField.NAME, row.string("name"));
    fields.put(PersonalField.DUTY_PHONE, row.string("duty_phone"));
    fields.put(PersonalField.PRIVATE_PHONE, row.string("private_phone"));
    fields.put(PersonalField.ID_NUMBER, row.string("id_number"));
    fields.put(PersonalField.HOME_ADDRESS, row.string("home_address"));
    fields.put(PersonalField.HOME_GRID, row.string("home_grid"));
    return new Person(
        row.string("code"),
        row.integer("version"),
        row.string("unit"),
        fields,
        row.flag("generated"),
        row.instantIfAny("erased_at").orElse(null));
  }
}
