package org.wangge.server.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.clock.ChangeReason;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Fault;
import org.wangge.incident.Priority;
import org.wangge.incident.category.Category;
import org.wangge.incident.category.CategoryRegister;
import org.wangge.incident.category.Condition;
import org.wangge.incident.category.Entry;
import org.wangge.incident.dispatch.Department;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.RaceOfWriters;
import org.wangge.server.storage.TestDatabase;

/** What the store of categories promises, on either database. */
abstract class CategoryStoreContract {
  private static final Caller ALL = Caller.upkeep();
  private static final ChangeReason WHY = new ChangeReason(ChangeReason.Kind.CORRECTED, "");
  private static final Entry WHOLE =
      new Entry(
          "井盖问题",
          "Manhole cover",
          Priority.URGENT,
          List.of("窨井", "drain cover"),
          "facilities",
          List.of(
              new Condition("missing", "缺失", "Missing"),
              new Condition("rattling", "松动异响", "Rattling")),
          Set.of("lamps", "works"),
          false);
  private static final Entry PLAIN = Entry.of("噪声", "Noise", Priority.ORDINARY);

  private final JdbcCategoryStore store = new JdbcCategoryStore();
  private final JdbcDepartmentStore departments = new JdbcDepartmentStore();
  private Database database;

  abstract TestDatabase kind();

  @BeforeEach
  void open() {
    database = kind().open();
    write(
        tx -> {
          departments.add(
              tx,
              ALL,
              List.of(
                  new Department("lamps", "路灯所", "Lamps", Set.of("noise")),
                  new Department("works", "市政所", "Works", Set.of())));
          return 0;
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void all_that_is_said_of_a_category_is_kept_and_its_departments_are_there_for_it() {
    Category cover = write(tx -> add(tx, "manhole-cover", WHOLE));
    write(tx -> add(tx, "noise", PLAIN));
    assertThat(find("manhole-cover")).isEqualTo(cover);
    List<Category> all = read(tx -> store.list(tx, ALL));
    assertThat(all).extracting(Category::code).containsExactly("manhole-cover", "noise");
    assertThat(all.get(0)).isEqualTo(cover);
    assertThat(all.get(1).entry().departments())
        .as("as the department said it first")
        .containsExactly("lamps");
    assertThat(categoriesOf("works")).containsExactly("manhole-cover");
    assertThat(categoriesOf("lamps")).containsExactlyInAnyOrder("manhole-cover", "noise");
  }

  @Test
  void a_code_is_taken_once_and_what_is_missing_is_added_beside_what_is_there() {
    Category cover = write(tx -> add(tx, "manhole-cover", WHOLE));
    assertThatThrownBy(() -> write(tx -> add(tx, "manhole-cover", PLAIN)))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("category-taken");
    write(
        tx -> {
          store.addMissing(
              tx,
              ALL,
              List.of(
                  Category.first("manhole-cover", PLAIN, tx.now()),
                  Category.first("noise", PLAIN, tx.now())));
          return 0;
        });
    assertThat(find("manhole-cover")).isEqualTo(cover);
    assertThat(find("noise").nameZh()).isEqualTo("噪声");
  }

  @Test
  void what_was_said_stays_on_record_with_its_departments() {
    Category first = write(tx -> add(tx, "manhole-cover", WHOLE));
    Instant then = now();
    Category second = write(tx -> change(tx, first.with(PLAIN, tx.now()), 1));
    Instant later = now();
    Category third = write(tx -> change(tx, second.retired(true, tx.now()), 2));
    assertThat(versions("manhole-cover")).containsExactly(third, second, first);
    assertThat(versions("none")).isEmpty();
    assertThat(at(then)).containsExactly(first);
    assertThat(at(later)).containsExactly(second);
    assertThat(at(Instant.EPOCH)).isEmpty();
    assertThat(categoriesOf("works")).as("no longer").isEmpty();
    assertThatThrownBy(() -> write(tx -> change(tx, first.with(WHOLE, tx.now()), 1)))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("version-conflict");
    assertThatThrownBy(() -> write(tx -> change(tx, Category.first("none", PLAIN, tx.now()), 1)))
        .hasMessageContaining("category-unknown");
    assertThat(versions("manhole-cover")).hasSize(3);
  }

  @Test
  void the_longest_that_core_lets_through_can_be_kept() {
    List<String> words = IntStream.range(10, 30).mapToObj(String::valueOf).toList();
    Entry longest =
        new Entry(
            "名".repeat(100),
            "n".repeat(100),
            Priority.ORDINARY,
            words.stream().map(one -> one + "词".repeat(28)).toList(),
            "",
            words.stream()
                .map(one -> new Condition(one + "c".repeat(58), "名".repeat(60), "n".repeat(60)))
                .toList(),
            Set.of(),
            true);
    Category kept = write(tx -> add(tx, "c".repeat(60), longest));
    Category changed = write(tx -> change(tx, kept.with(PLAIN, tx.now()), 1));
    assertThat(versions(kept.code())).containsExactly(changed, kept);
  }

  @Test
  void of_8_writers_who_add_the_same_codes_and_also_roll_back_exactly_one_gets_each() {
    RaceOfWriters.eachIdGoesToOne(database, (tx, code) -> add(tx, code, WHOLE));
    assertThat(list()).hasSize(RaceOfWriters.IDS);
  }

  @Test
  void of_8_writers_who_also_roll_back_none_loses_a_committed_change() throws Exception {
    write(tx -> add(tx, "noise", PLAIN));
    inParallel(
        writer -> {
          Random random = new Random(writer);
          for (int done = 0; done < 5; ) {
            done += step(random.nextInt(10) == 0) ? 1 : 0;
          }
        });
    assertThat(find("noise").version()).isEqualTo(41);
    assertThat(versions("noise")).hasSize(41);
  }

  @Test
  void two_that_become_a_part_of_each_other_at_once_do_not_both() throws Exception {
    CategoryRegister register = new CategoryRegister(database, store, departments);
    for (int i = 0; i < 8; i++) {
      register.add(ALL, "c-" + i, PLAIN, WHY);
    }
    inParallel(
        n -> {
          String other = "c-" + (n + 1) % 8;
          Entry part =
              new Entry("名", "n", Priority.ORDINARY, List.of(), other, List.of(), Set.of(), true);
          try {
            register.change(ALL, "c-" + n, 1, part, WHY);
          } catch (Fault refused) {
            assertThat(refused.code()).isEqualTo("category-parent");
          }
        });
    List<Category> all = read(tx -> store.list(tx, ALL));
    assertThat(all).anyMatch(one -> !one.entry().parent().isEmpty());
    assertThat(all)
        .filteredOn(one -> !one.entry().parent().isEmpty())
        .allMatch(one -> find(one.entry().parent()).entry().parent().isEmpty());
  }

  /** One version more; false when another writer was faster or the mind was changed. */
  private boolean step(boolean rollBack) {
    try {
      return write(
          tx -> {
            Category now = store.find(tx, ALL, "noise").orElseThrow();
            change(tx, now.with(WHOLE, tx.now()), now.version());
            if (rollBack) {
              throw new Conflict("version-conflict", Map.of());
            }
            return true;
          });
    } catch (Conflict e) {
      return false;
    }
  }

  private static void inParallel(IntConsumer work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<?>> all = new ArrayList<>();
    for (int n = 0; n < 8; n++) {
      int each = n;
      all.add(threads.submit(() -> work.accept(each)));
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    for (Future<?> one : all) {
      one.get();
    }
  }

  private Category add(Tx tx, String code, Entry entry) {
    Category category = Category.first(code, entry, tx.now());
    store.add(tx, ALL, category);
    return category;
  }

  private Category change(Tx tx, Category changed, int ifVersion) {
    store.change(tx, ALL, changed, ifVersion);
    return changed;
  }

  private List<Category> list() {
    return read(tx -> store.list(tx, ALL));
  }

  private List<Category> at(Instant instant) {
    return read(tx -> store.listAt(tx, ALL, instant));
  }

  private List<Category> versions(String code) {
    return read(tx -> store.versions(tx, ALL, code));
  }

  private Category find(String code) {
    return read(tx -> store.find(tx, ALL, code).orElseThrow());
  }

  private Set<String> categoriesOf(String department) {
    return read(tx -> departments.list(tx, ALL)).stream()
        .filter(one -> one.code().equals(department))
        .findFirst()
        .orElseThrow()
        .categories();
  }

  private Instant now() {
    return read(Tx::now).truncatedTo(ChronoUnit.MICROS);
  }

  private <T> T write(Function<Tx, T> work) {
    return database.write(ALL, work);
  }

  private <T> T read(Function<Tx, T> work) {
    return database.read(work);
  }
}
