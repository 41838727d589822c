package org.wangge.server.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wangge.grid.Areas.aCommunity;
import static org.wangge.grid.Areas.aDistrict;
import static org.wangge.grid.Areas.aGrid;
import static org.wangge.grid.Areas.aStreet;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.fault.Conflict;
import org.wangge.grid.Area;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Duty;
import org.wangge.grid.InCharge;
import org.wangge.people.Person;
import org.wangge.people.PersonQuery;
import org.wangge.people.PersonalField;
import org.wangge.people.Post;
import org.wangge.server.grid.GridModule;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.RaceOfBatches;
import org.wangge.server.storage.RaceOfWriters;
import org.wangge.server.storage.TestDatabase;

/** What the store of people promises, on either database. */
abstract class PersonStoreContract {
  private static final Caller ALL = Caller.upkeep();
  private static final String FIRST = "990101001001001";
  private static final String SECOND = "990101001002001";
  private static final Caller SECOND_ONLY =
      Caller.of("test", Set.of(Role.OPERATOR), AreaScope.of(List.of("990101001002")), Purpose.USE);

  private final JdbcPersonStore store = new JdbcPersonStore();
  private Database database;

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    database = kind().open();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void a_person_comes_back_as_they_were_put_in() {
    Person person =
        Person.added(
            "P1",
            "云溪社区",
            Map.of(
                PersonalField.NAME, "欧阳小明",
                PersonalField.DUTY_PHONE, "00012345678",
                PersonalField.PRIVATE_PHONE, "00087654321",
                PersonalField.ID_NUMBER, "000000199001010034",
                PersonalField.HOME_ADDRESS, "云溪小区3栋2单元501"),
            true);
    add(person, Person.added("P2", "", Map.of(), false));
    assertThat(find(ALL, "P1")).isEqualTo(person);
    assertThat(find(ALL, "P2")).isEqualTo(Person.added("P2", "", Map.of(), false));
  }

  @Test
  void people_are_where_they_are_in_charge_now() {
    withAreas();
    add(named("P1", "张三"), named("P2", "李四"), named("P3", "王五"), named("P4", "赵六"));
    assertThat(codes(ALL, query(null, null, ""))).containsExactly("P1", "P2", "P3", "P4");
    assertThat(codes(SECOND_ONLY, query(null, null, ""))).containsExactly("P2");
    assertThat(find(SECOND_ONLY, "P1")).isNull();
    assertThat(find(SECOND_ONLY, "P2")).isNotNull();
    assertThat(codes(ALL, query("990101001001", null, ""))).containsExactly("P1", "P3");
    assertThat(codes(ALL, query("990101", null, "P1"))).containsExactly("P2", "P3");
    Map<String, List<Post>> posts =
        database.read(tx -> store.posts(tx, List.of("P1", "P2", "P4", "P9")));
    assertThat(posts)
        .isEqualTo(
            Map.of(
                "P1", List.of(new Post(AreaKey.tree(FIRST), Duty.GRID_HEAD)),
                "P2", List.of(new Post(AreaKey.tree(SECOND), Duty.GRID_HEAD))));
  }

  @Test
  void a_name_is_searched_only_where_it_may_be_seen() {
    withAreas();
    add(named("P1", "张三"), named("P2", "张五"), named("P3", "王_五"));
    assertThat(codes(ALL, query(null, "张", ""))).containsExactly("P1", "P2");
    assertThat(codes(ALL, query(null, "_", ""))).containsExactly("P3");
    assertThat(codes(ALL, query(null, "P1", ""))).containsExactly("P1");
    assertThat(codes(ALL, query(null, "队", ""))).containsExactly("P1", "P2", "P3");
    PersonQuery there = new PersonQuery(null, "张", AreaScope.of(List.of("990101001002")), "", 10);
    assertThat(codes(ALL, there)).containsExactly("P2");
    assertThat(codes(ALL, new PersonQuery(null, "张", AreaScope.nowhere(), "", 10))).isEmpty();
  }

  @Test
  void what_is_erased_is_gone_and_its_code_stays_taken() {
    add(named("P1", "张三"));
    Person erased = new Person("P1", 2, "", Map.of(), false, Instant.parse("2026-01-02T03:04:05Z"));
    change(erased);
    assertThat(find(ALL, "P1")).isEqualTo(erased);
    assertThatThrownBy(() -> add(named("P1", "李四")))
        .isInstanceOfSatisfying(
            Conflict.class, e -> assertThat(e.code()).isEqualTo("person-taken"));
    assertThatThrownBy(() -> change(erased))
        .isInstanceOfSatisfying(
            Conflict.class, e -> assertThat(e.code()).isEqualTo("version-conflict"));
  }

  @Test
  void from_where_the_erased_signed_in_and_what_they_call_their_things_goes_too() {
    Instant then = Instant.parse("2026-01-02T03:04:05Z");
    database.write(
        ALL,
        tx -> {
          JdbcTx jdbc = JdbcTx.of(tx);
          for (String code : List.of("P1", "P2")) {
            jdbc.update(
                """
                insert into people_account (id, version, state, staff_code, must_change_password,
                  created_at, generated) values (?, 1, 'active', ?, false, ?, false)
                """,
                "of." + code,
                code,
                then);
            jdbc.update(
                """
                insert into people_session (id, secret_hash, account_id, strong, begun_at, used_at,
                  idle_seconds, ends_at, address, agent)
                values (?, ?, ?, false, ?, ?, 60, ?, '10.0.0.7', 'Firefox')
                """,
                code,
                code,
                "of." + code,
                then,
                then,
                then);
            jdbc.update(
                """
                insert into people_device (id, kind, name, staff_code, everywhere, areas,
                  secret_hash, added_by, added_at)
                values (?, 'phone', '张三的手机', ?, false, '', ?, 'admin', ?)
                """,
                code,
                code,
                code,
                then);
          }
          store.eraseTraces(tx, ALL, "P1");
          return 0;
        });
    List<String> left =
        database.read(
            tx ->
                JdbcTx.of(tx)
                    .query(
                        """
                        select s.address, s.agent, d.name from people_session s
                          join people_device d on d.id = s.id order by s.id
                        """,
                        row -> row.string("address") + row.string("agent") + row.string("name")));
    assertThat(left).containsExactly("", "10.0.0.7Firefox张三的手机");
  }

  @Test
  void a_list_comes_in_pages_and_known_codes_in_one_go() {
    boolean before = database.read(store::isEmpty);
    assertThat(before).isTrue();
    Person[] many = new Person[1_200];
    for (int i = 0; i < many.length; i++) {
      many[i] = named("P%04d".formatted(i), "张三");
    }
    add(many);
    assertThat(codes(ALL, new PersonQuery(null, null, AreaScope.nowhere(), "P0100", 2)))
        .containsExactly("P0101", "P0102");
    Map<String, Person> known =
        database.read(tx -> store.known(tx, Arrays.stream(many).map(Person::code).toList()));
    assertThat(known).hasSize(many.length);
    boolean after = database.read(store::isEmpty);
    assertThat(after).isFalse();
  }

  @Test
  void of_8_writers_of_the_same_codes_exactly_one_gets_each() {
    RaceOfWriters.eachIdGoesToOne(
        database, (tx, id) -> store.add(tx, ALL, List.of(named(id, "张三"))));
    assertThat(codes(ALL, query(null, null, ""))).hasSize(10);
  }

  @Test
  void of_8_writers_of_the_same_batches_in_any_order_exactly_one_gets_each() throws Exception {
    int all =
        RaceOfBatches.eachGoesToOne(
            database, n -> named("P" + n, "张三"), (tx, batch) -> store.add(tx, ALL, batch));
    assertThat(codes(ALL, new PersonQuery(null, null, AreaScope.nowhere(), "", 1_000)))
        .hasSize(all);
  }

  private static Person named(String code, String name) {
    return Person.added(code, "一队", Map.of(PersonalField.NAME, name), false);
  }

  private static PersonQuery query(@Nullable String area, @Nullable String text, String after) {
    return new PersonQuery(area, text, AreaScope.unlimited(), after, 10);
  }

  /** Two communities with a grid each; P1 heads the first, P2 the second, P3 the first's all. */
  private void withAreas() {
    List<Area> areas =
        List.of(
            aDistrict("990101").build(),
            aStreet("990101001").build(),
            aCommunity("990101001001")
                .inCharge(List.of(new InCharge(Duty.COMMUNITY_CADRE, "P3")))
                .build(),
            aCommunity("990101001002").build(),
            aGrid(FIRST).inCharge(List.of(new InCharge(Duty.GRID_HEAD, "P1"))).build(),
            aGrid(SECOND).inCharge(List.of(new InCharge(Duty.GRID_HEAD, "P2"))).build());
    database.write(
        ALL,
        tx -> {
          new GridModule(database, Clock.systemUTC()).store().add(tx, ALL, areas);
          return 0;
        });
  }

  private List<String> codes(Caller caller, PersonQuery query) {
    return database.read(tx -> store.list(tx, caller, query)).stream().map(Person::code).toList();
  }

  private @Nullable Person find(Caller caller, String code) {
    return database.read(tx -> store.find(tx, caller, code)).orElse(null);
  }

  private void add(Person... people) {
    database.write(
        ALL,
        tx -> {
          store.add(tx, ALL, List.of(people));
          return 0;
        });
  }

  private void change(Person person) {
    database.write(
        ALL,
        tx -> {
          store.change(tx, ALL, person);
          return 0;
        });
  }
}
