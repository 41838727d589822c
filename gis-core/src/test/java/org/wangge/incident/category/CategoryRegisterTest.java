package org.wangge.incident.category;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.clock.ChangeReason;
import org.wangge.event.DomainEvent;
import org.wangge.event.HeardTx;
import org.wangge.event.OneTx;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Fault;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.incident.Priority;
import org.wangge.incident.dispatch.Department;
import org.wangge.incident.dispatch.DepartmentStore;

class CategoryRegisterTest {
  private static final Instant T0 = Instant.parse("2026-11-02T01:00:00Z");
  private static final ChangeReason WHY = new ChangeReason(ChangeReason.Kind.RULES_CHANGED, "");
  private static final Caller ADMIN = caller(Role.ADMINISTRATOR);
  private static final Entry COVER = Entry.of("井盖", "Cover", Priority.URGENT);

  private final HeardTx tx = new HeardTx(T0);
  private final Known store = new Known();
  private final CategoryRegister register =
      new CategoryRegister(new OneTx(tx), store, new Departments());

  private static Caller caller(Role role) {
    return Caller.of("a", Set.of(role), AreaScope.unlimited(), Purpose.USE);
  }

  private static Entry partOf(String parent, String... departments) {
    return new Entry(
        "井盖", "Cover", Priority.URGENT, List.of(), parent, List.of(), Set.of(departments), true);
  }

  private static <T extends Fault> void refused(Class<T> as, String code, Runnable work) {
    T refused = catchThrowableOfType(as, work::run);
    assertThat(refused).as(code).isNotNull();
    assertThat(refused.code()).isEqualTo(code);
  }

  @Test
  void a_category_lives_from_its_first_version_to_being_taken_into_use_again() {
    Category first = register.add(ADMIN, "cover", COVER, WHY);
    assertThat(first).isEqualTo(new Category("cover", 1, COVER, false, T0));
    register.change(ADMIN, "cover", 1, partOf("", "works"), WHY);
    Category out = register.retire(ADMIN, "cover", 2, WHY);
    assertThat(out.retired()).isTrue();
    assertThat(register.listPublished(ADMIN)).isEmpty();
    assertThat(register.list(ADMIN, Optional.empty())).containsExactly(out);
    Category again = register.revive(ADMIN, "cover", 3, WHY);
    assertThat(again).isEqualTo(new Category("cover", 4, partOf("", "works"), false, T0));
    assertThat(register.listPublished(Caller.anonymous())).containsExactly(again);
    assertThat(tx.events())
        .extracting(DomainEvent::type)
        .containsExactly(
            "incident-category-added",
            "incident-category-changed",
            "incident-category-retired",
            "incident-category-revived");
  }

  @Test
  void what_was_seen_in_an_older_version_is_not_changed() {
    register.add(ADMIN, "cover", COVER, WHY);
    register.change(ADMIN, "cover", 1, COVER, WHY);
    refused(
        Conflict.class, "version-conflict", () -> register.change(ADMIN, "cover", 1, COVER, WHY));
    refused(Conflict.class, "version-conflict", () -> register.retire(ADMIN, "cover", 1, WHY));
    refused(
        Conflict.class, "category-in-use-already", () -> register.revive(ADMIN, "cover", 2, WHY));
    register.retire(ADMIN, "cover", 2, WHY);
    refused(Conflict.class, "category-out-already", () -> register.retire(ADMIN, "cover", 3, WHY));
    refused(NotFound.class, "category-unknown", () -> register.retire(ADMIN, "none", 1, WHY));
    refused(NotFound.class, "category-unknown", () -> register.get(ADMIN, "none"));
    refused(NotFound.class, "category-unknown", () -> register.versions(ADMIN, "none"));
    assertThat(tx.events()).hasSize(3);
  }

  @Test
  void there_are_two_levels_and_nothing_is_a_part_of_itself_or_of_what_is_out_of_use() {
    register.add(ADMIN, "facilities", COVER, WHY);
    register.add(ADMIN, "cover", partOf("facilities"), WHY);
    refused(Invalid.class, "category-parent", () -> add("drain", partOf("cover")));
    refused(Invalid.class, "category-parent", () -> add("drain", partOf("drain")));
    refused(Invalid.class, "category-parent", () -> add("drain", partOf("nowhere")));
    add("noise", COVER);
    refused(
        Invalid.class,
        "category-parent",
        () -> register.change(ADMIN, "facilities", 1, partOf("noise"), WHY));
    refused(
        Conflict.class, "category-has-parts", () -> register.retire(ADMIN, "facilities", 1, WHY));
    register.retire(ADMIN, "cover", 1, WHY);
    register.retire(ADMIN, "facilities", 1, WHY);
    refused(Invalid.class, "category-parent", () -> add("drain", partOf("facilities")));
    refused(Invalid.class, "category-parent", () -> register.revive(ADMIN, "cover", 2, WHY));
    assertThat(register.change(ADMIN, "cover", 2, partOf("facilities", "works"), WHY).retired())
        .as("what is out of use may still be corrected")
        .isTrue();
  }

  @Test
  void a_department_has_to_be_there() {
    refused(Invalid.class, "category-department", () -> add("cover", partOf("", "moon-office")));
    add("cover", partOf("", "works"));
    assertThat(store.all).containsOnlyKeys("cover");
  }

  @Test
  void only_who_administers_everywhere_may_change_the_register() {
    for (Role role : List.of(Role.OPERATOR, Role.SUPERVISOR, Role.PLANNER)) {
      Caller other = caller(role);
      assertThat(catchThrowableOfType(Forbidden.class, () -> register.add(other, "x", COVER, WHY)))
          .isNotNull();
    }
    Caller ofOneArea =
        Caller.of("b", Set.of(Role.ADMINISTRATOR), AreaScope.of(List.of("990101001")), Purpose.USE);
    assertThat(
            catchThrowableOfType(Forbidden.class, () -> register.add(ofOneArea, "x", COVER, WHY)))
        .isNotNull();
    assertThat(
            catchThrowableOfType(
                Forbidden.class, () -> register.versions(Caller.anonymous(), "cover")))
        .isNotNull();
    assertThat(store.all).isEmpty();
  }

  private Category add(String code, Entry entry) {
    return register.add(ADMIN, code, entry, WHY);
  }

  /** The newest version of each. */
  private static final class Known implements CategoryStore {
    private final Map<String, Category> all = new TreeMap<>();

    @Override
    public List<Category> list(Tx tx, Caller caller) {
      return List.copyOf(all.values());
    }

    @Override
    public List<Category> listAt(Tx tx, Caller caller, Instant at) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Category> find(Tx tx, Caller caller, String code) {
      return Optional.ofNullable(all.get(code));
    }

    @Override
    public List<Category> versions(Tx tx, Caller caller, String code) {
      return find(tx, caller, code).stream().toList();
    }

    @Override
    public void hold(Tx tx, Caller caller) {}

    @Override
    public void add(Tx tx, Caller caller, Category category) {
      all.put(category.code(), category);
    }

    @Override
    public void addMissing(Tx tx, Caller caller, List<Category> categories) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void change(Tx tx, Caller caller, Category changed, int ifVersion) {
      assertThat(changed.version()).isEqualTo(ifVersion + 1);
      all.put(changed.code(), changed);
    }
  }

  /** One department. */
  private static final class Departments implements DepartmentStore {
    @Override
    public List<Department> list(Tx tx, Caller caller) {
      return List.of(new Department("works", "市政所", "Works", Set.of()));
    }

    @Override
    public Set<String> ofMember(Tx tx, Caller caller, String account) {
      return Set.of();
    }

    @Override
    public void add(Tx tx, Caller caller, List<Department> departments) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void addMember(Tx tx, Caller caller, String department, String account) {
      throw new UnsupportedOperationException();
    }
  }
}
