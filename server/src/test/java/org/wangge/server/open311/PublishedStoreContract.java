package org.wangge.server.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.Action;
import org.wangge.incident.Channel;
import org.wangge.incident.Deed;
import org.wangge.incident.FiledReport;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentStore;
import org.wangge.incident.Life;
import org.wangge.incident.Priority;
import org.wangge.incident.Report;
import org.wangge.incident.Standing;
import org.wangge.incident.Step;
import org.wangge.incident.category.Category;
import org.wangge.incident.category.CategoryStore;
import org.wangge.incident.category.Entry;
import org.wangge.incident.published.PublishedQuery;
import org.wangge.incident.published.PublishedRequest;
import org.wangge.server.incident.IncidentStores;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

/** What the store of published requests promises, on either database. */
abstract class PublishedStoreContract {
  private static final Caller ALL = Caller.upkeep();
  private static final Instant T0 = Instant.parse("2026-11-01T00:00:00Z");
  private static final LatticePoint PLACE = new LatticePoint(1_126_137_400, 289_182_300);
  private static final Set<Channel> RESIDENTS =
      EnumSet.of(Channel.RESIDENT_PAGE, Channel.MINI_FORM);
  private static final Entry NOISE = Entry.of("噪声", "Noise", Priority.ORDINARY);

  private final IncidentStore incidents = IncidentStores.incidents();
  private final CategoryStore categories = IncidentStores.categories();
  private final JdbcPublishedStore store = new JdbcPublishedStore();
  private Database database;

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    database = kind().open();
    write(
        tx -> {
          categories.add(tx, ALL, Category.first("noise", NOISE, T0));
          categories.add(tx, ALL, Category.first("quarrel", hidden(), T0));
          Entry lamp = Entry.of("路灯", "Lamp", Priority.ORDINARY);
          categories.add(tx, ALL, Category.first("lamp", lamp, T0));
          return 0;
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Entry hidden() {
    return new Entry("纠纷", "Quarrel", Priority.ORDINARY, List.of(), "", List.of(), Set.of(), false);
  }

  @Test
  void a_request_is_told_with_the_names_of_its_category_its_times_and_a_coarse_place() {
    Life filed = Life.of(Standing.FILED, T0, T0.plusSeconds(900), null);
    keep(incident("1", "noise", Channel.RESIDENT_PAGE, "g", filed));
    assertThat(list(any()))
        .containsExactly(
            new PublishedRequest(
                "1", "noise", "噪声", "Noise", Standing.FILED, at(1), at(1), at(900), PLACE));
    deed("1", 2, T0.plusSeconds(70));
    deed("1", 3, T0.plusSeconds(80));
    PublishedRequest after = list(any()).get(0);
    assertThat(after.updatedAt()).as("of the last deed").isEqualTo(T0.plusSeconds(80));
    assertThat(after.around()).isNotEqualTo(PLACE);
  }

  @Test
  void what_staff_reported_what_has_no_place_and_what_is_private_is_not_told() {
    keep(incident("1", "noise", Channel.PHONE, "g", waiting()));
    keep(incident("2", "noise", Channel.MINI_FORM, null, waiting()));
    keep(incident("3", "quarrel", Channel.RESIDENT_PAGE, "g", waiting()));
    keep(incident("4", "noise", Channel.MINI_FORM, "g", waiting()));
    assertThat(numbers(any())).containsExactly("4");
    assertThat(numbers(query(Set.of("1", "2", "3"), Set.of(), null))).isEmpty();
    assertThat(numbers(query(Set.of(), Set.of("quarrel"), null))).isEmpty();
  }

  @Test
  void a_category_is_told_as_it_is_now_also_out_of_use_and_hidden_with_all_that_was_told() {
    keep(incident("1", "noise", Channel.MINI_FORM, "g", waiting()));
    change(noise -> noise.with(Entry.of("噪声扰民", "Noise", Priority.URGENT), T0));
    assertThat(list(any())).extracting(PublishedRequest::nameZh).containsExactly("噪声扰民");
    change(noise -> noise.retired(true, T0));
    assertThat(numbers(any())).containsExactly("1");
    change(noise -> noise.with(hidden(), T0));
    assertThat(numbers(any())).isEmpty();
  }

  @Test
  void a_query_narrows_by_number_category_state_and_time_and_pages_from_the_newest() {
    Life closed = Life.of(Standing.REJECTED, null, null, T0.plusSeconds(99));
    keep(incident("1", "noise", Channel.MINI_FORM, "g", waiting()));
    keep(incident("2", "lamp", Channel.MINI_FORM, "g", closed));
    keep(incident("3", "noise", Channel.RESIDENT_PAGE, "g", waiting()));
    assertThat(numbers(any())).containsExactly("3", "2", "1");
    assertThat(numbers(query(Set.of("1", "2", "9"), Set.of(), null))).containsExactly("2", "1");
    assertThat(numbers(query(Set.of(), Set.of("lamp"), null))).containsExactly("2");
    assertThat(numbers(query(Set.of(), Set.of(), true))).containsExactly("3", "1");
    assertThat(numbers(query(Set.of(), Set.of("noise"), false))).isEmpty();
    assertThat(numbers(query(Set.of(), Set.of(), false))).containsExactly("2");
    assertThat(numbers(between(at(2), at(3)))).as("from on, before to").containsExactly("2");
    assertThat(numbers(new PublishedQuery(Set.of(), Set.of(), null, null, null, 1, 1)))
        .containsExactly("2");
  }

  @Test
  void a_token_tells_a_number_once_there_is_a_place() {
    keep(incident("1", "noise", Channel.MINI_FORM, null, waiting()));
    write(
        tx -> {
          Report report = new Report("key-1", "noise", Channel.MINI_FORM, PLACE, "loud", false);
          incidents.addReports(tx, ALL, List.of(new FiledReport(report, "incident-1", T0)));
          incidents.addTokens(tx, ALL, Map.of("key-1", "other-hash"));
          store.addToken(tx, ALL, "key-1", "hash");
          store.addToken(tx, ALL, "key-1", "hash");
          return 0;
        });
    assertThat(number("hash")).as("no place yet").contains("");
    assertThat(number("unknown")).isEmpty();
    write(
        tx -> {
          Incident one = incident("1", "noise", Channel.MINI_FORM, "g", waiting());
          incidents.change(tx, ALL, version(one, 2));
          return 0;
        });
    assertThat(number("hash")).contains("1");
  }

  private Optional<String> number(String hash) {
    return database.read(tx -> store.findNumber(tx, ALL, hash));
  }

  private void change(Function<Category, Category> to) {
    write(
        tx -> {
          Category now = categories.find(tx, ALL, "noise").orElseThrow();
          categories.change(tx, ALL, to.apply(now), now.version());
          return 0;
        });
  }

  private void keep(Incident incident) {
    write(
        tx -> {
          incidents.add(tx, ALL, List.of(incident));
          return 0;
        });
  }

  private void deed(String number, int version, Instant at) {
    write(
        tx -> {
          incidents.addDeed(
              tx,
              ALL,
              new Deed("incident-" + number, version, Action.ACCEPT, Step.FILE, at, "op", ""));
          return 0;
        });
  }

  private static PublishedQuery any() {
    return query(Set.of(), Set.of(), null);
  }

  private static PublishedQuery query(
      Set<String> numbers, Set<String> ofCategories, @Nullable Boolean open) {
    return new PublishedQuery(numbers, ofCategories, open, null, null, 0, 100);
  }

  private static PublishedQuery between(Instant from, Instant to) {
    return new PublishedQuery(Set.of(), Set.of(), null, from, to, 0, 100);
  }

  private List<PublishedRequest> list(PublishedQuery query) {
    return database.read(tx -> store.list(tx, ALL, query, RESIDENTS));
  }

  private List<String> numbers(PublishedQuery query) {
    return list(query).stream().map(PublishedRequest::number).toList();
  }

  private void write(Function<Tx, Integer> work) {
    database.write(ALL, work);
  }

  private static Life waiting() {
    return Life.of(Standing.REPORTED, null, null, null);
  }

  private static Instant at(int second) {
    return T0.plusSeconds(second);
  }

  /** Reported as many seconds after the beginning as its number says. */
  private static Incident incident(
      String number, String category, Channel channel, @Nullable String grid, Life life) {
    return new Incident(
        "incident-" + number,
        1,
        number,
        category,
        "",
        Priority.ORDINARY,
        channel,
        PLACE,
        grid,
        null,
        at(Integer.parseInt(number)),
        life,
        false);
  }

  private static Incident version(Incident one, int version) {
    return new Incident(
        one.id(),
        version,
        one.number(),
        one.category(),
        one.condition(),
        one.priority(),
        one.channel(),
        one.location(),
        one.gridOrNull(),
        one.filedInOrNull(),
        one.reportedAt(),
        one.life(),
        one.generated());
  }
}
