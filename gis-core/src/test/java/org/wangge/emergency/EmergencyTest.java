package org.wangge.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wangge.grid.Areas.aCommunity;
import static org.wangge.grid.Areas.aGrid;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Origin;
import org.wangge.access.Purpose;
import org.wangge.access.Rights;
import org.wangge.access.Role;
import org.wangge.event.DomainEvent;
import org.wangge.event.HeardTx;
import org.wangge.event.OneTx;
import org.wangge.event.Tx;
import org.wangge.fault.Fault;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Partition;
import org.wangge.people.PersonStore;

class EmergencyTest {
  private static final String COMMUNITY = "990101001001";
  private static final String EAST = COMMUNITY + "001";
  private static final String WEST = COMMUNITY + "002";
  private static final String OTHER = "990101001002001";
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  private static final EmergencyContact CONTACT = new EmergencyContact("防汛指挥部", "0731-12345");
  private static final Caller APPROVER = as(Role.APPROVER, AreaScope.unlimited());
  private static final Caller DESK = as(Role.OPERATOR, AreaScope.unlimited());

  private final HeardTx tx = new HeardTx(NOW);
  private final KeptEmergencies store = new KeptEmergencies();
  private final Others others = new Others();
  private final EmergencyRegister register =
      new EmergencyRegister(
          new OneTx(tx),
          store,
          new EmergencyGround(EmergencyTest::atlas, people()),
          new EmergencyRegister.Ports(others, others, others, (tx, code) -> code.equals("flood")));

  private static AreaAtlas atlas() {
    return AreaAtlas.of(
        List.of(
            aCommunity(COMMUNITY).build(),
            aCommunity("990101001002").build(),
            aCommunity("990101001003").build(),
            aGrid(WEST).households(100).build(),
            aGrid(EAST).households(101).build(),
            aGrid(OTHER).households(0).build()),
        List.of(new Partition(Partition.TREE, "", "")),
        1);
  }

  /** Three live in the east, one in the other community. */
  private static PersonStore people() {
    Map<String, List<String>> homes =
        Map.of(EAST, List.of("p-1", "p-2", "p-3"), OTHER, List.of("p-4"));
    return (PersonStore)
        Proxy.newProxyInstance(
            EmergencyTest.class.getClassLoader(),
            new Class<?>[] {PersonStore.class},
            (self, method, given) -> {
              Map<String, List<String>> living = new LinkedHashMap<>(homes);
              living.keySet().retainAll((Collection<?>) given[1]);
              return living;
            });
  }

  /** What other features do, noted down. */
  private static final class Others
      implements EmergencyRound, EmergencyTelling, EmergencyHappenings {
    private final List<String> done = new ArrayList<>();
    private Map<String, Progress> progress = Map.of();
    private List<Reported> reported = List.of();

    @Override
    public long begin(Tx tx, Caller caller, Emergency.Plan plan, List<String> grids) {
      done.add("begin " + grids.size());
      return 7;
    }

    @Override
    public void end(Tx tx, Caller caller, long id) {
      done.add("end " + id);
    }

    @Override
    public Map<String, Progress> progress(Tx tx, long id) {
      return progress;
    }

    @Override
    public void ask(Tx tx, Caller caller, Emergency declared, List<EmergencyCall> calls) {
      calls.forEach(call -> done.add("ask " + call.staff()));
    }

    @Override
    public void answered(Tx tx, Caller caller, EmergencyCall call) {
      done.add("answered " + call.staff());
    }

    @Override
    public void over(Tx tx, Caller caller, Emergency ended) {
      done.add("over");
    }

    @Override
    public List<Reported> incidents(Tx tx, Collection<String> grids, Instant from, Instant to) {
      return reported;
    }

    @Override
    public Map<String, Integer> whistles(
        Tx tx, Collection<String> grids, Instant from, Instant to) {
      return Map.of(EAST, 2);
    }
  }

  private static Caller as(Role role, AreaScope scope) {
    return Caller.of("desk", Set.of(role), scope, Purpose.USE);
  }

  private static Caller worker(String staff) {
    return new Caller(
        staff,
        Rights.of(Set.of(Role.WORKER), AreaScope.of(List.of(WEST))),
        Purpose.USE,
        Origin.UNKNOWN,
        staff);
  }

  private static Emergency.Plan plan(@Nullable EmergencyTask task, String... areas) {
    return new Emergency.Plan("暴雨红色预警", List.of(areas), 50, CONTACT, task, List.of(), false);
  }

  private static EmergencyTask task() {
    return new EmergencyTask("家中是否进水？", true, NOW.plusSeconds(86_400));
  }

  private static void refused(String code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }

  private List<String> heard() {
    return tx.events().stream().map(DomainEvent::type).toList();
  }

  @Test
  void people_are_asked_where_they_live_and_needed_by_a_rule() {
    var foreseen = register.foresee(APPROVER, plan(null, COMMUNITY));
    assertThat(foreseen.people()).isEqualTo(3);
    assertThat(foreseen.needed()).as("100 take two, 101 take three").isEqualTo(5);
    assertThat(foreseen.households()).isEqualTo(201);
    assertThat(foreseen.taken()).isEmpty();
    assertThat(others.done).as("nothing was done").isEmpty();
    Emergency declared = register.declare(APPROVER, plan(task(), COMMUNITY)).emergency();
    assertThat(declared.gridCodes()).containsExactly(EAST, WEST);
    assertThat(declared.campaign()).contains(7L);
    assertThat(others.done).containsExactly("begin 2", "ask p-1", "ask p-2", "ask p-3");
    assertThat(heard()).containsExactly("emergency-declared");
    assertThat(tx.events().get(0).facts()).containsEntry("asked", 3).containsEntry("grids", 2);
  }

  @Test
  void a_grid_is_in_one_emergency_at_most_and_two_run_beside_each_other() {
    long first = register.declare(APPROVER, plan(null, EAST)).emergency().id();
    refused("emergency-grid-taken", () -> register.declare(APPROVER, plan(null, COMMUNITY)));
    assertThat(register.foresee(APPROVER, plan(null, COMMUNITY)).taken()).containsExactly(EAST);
    register.declare(APPROVER, plan(null, WEST, OTHER));
    assertThat(register.list(DESK, true, Long.MAX_VALUE, 9)).hasSize(2);
    register.end(APPROVER, first, 1);
    assertThat(register.list(DESK, true, Long.MAX_VALUE, 9)).hasSize(1);
    assertThat(register.list(DESK, false, Long.MAX_VALUE, 9)).hasSize(2);
    assertThat(register.declare(APPROVER, plan(null, EAST)).emergency().isLasting()).isTrue();
  }

  @Test
  void who_is_asked_answers_for_themselves_and_the_desk_for_anybody() {
    long id = register.declare(APPROVER, plan(null, COMMUNITY)).emergency().id();
    assertThat(register.own(worker("p-1"))).hasSize(1);
    assertThat(register.reply(worker("p-1"), id, true).call().isConfirmed()).isTrue();
    assertThat(register.replyFor(DESK, id, "p-2", false).call().reply().orElseThrow().byDesk())
        .isTrue();
    refused("emergency-call-unknown", () -> register.reply(worker("p-4"), id, true));
    refused("role-missing", () -> register.replyFor(worker("p-1"), id, "p-2", true));
    EmergencyStanding east = register.get(DESK, id).report().grids().get(0);
    assertThat(east.asked()).isEqualTo(3);
    assertThat(east.confirmed()).isEqualTo(1);
    assertThat(east.declined()).isEqualTo(1);
    assertThat(east.whistles()).isEqualTo(2);
    register.reply(worker("p-1"), id, false);
    assertThat(register.get(DESK, id).report().grids().get(0).confirmed())
        .as("the last word counts")
        .isZero();
    assertThat(others.done).contains("answered p-1", "answered p-2");
    assertThat(register.calls(DESK, id)).hasSize(3);
    assertThat(heard()).contains("emergency-answered");
    assertThat(tx.events().get(1).subject()).isEqualTo(Long.toString(id));
  }

  @Test
  void its_end_ends_the_task_and_files_how_it_stood() {
    long id = register.declare(APPROVER, plan(task(), COMMUNITY)).emergency().id();
    register.reply(worker("p-1"), id, true);
    others.progress = Map.of(EAST, new EmergencyRound.Progress(101, 40));
    others.reported =
        List.of(
            new EmergencyHappenings.Reported("i", "1", "flood", EAST, NOW, "dispatched", true),
            new EmergencyHappenings.Reported("j", "2", "flood", WEST, NOW, "closed", false));
    refused("version-conflict", () -> register.end(APPROVER, id, 9));
    refused("role-missing", () -> register.end(DESK, id, 1));
    EmergencyRegister.Seen ended = register.end(APPROVER, id, 1);
    assertThat(ended.emergency().isLasting()).isFalse();
    assertThat(ended.ends()).isFalse();
    assertThat(others.done).contains("end 7", "over");
    others.progress = Map.of();
    others.reported = List.of();
    EmergencyReport filed = register.get(DESK, id).report();
    assertThat(filed.incidents()).hasSize(2);
    EmergencyStanding east = filed.grids().get(0);
    assertThat(east.left()).isEqualTo(61);
    assertThat(east.confirmed()).isEqualTo(1);
    assertThat(east.incidents()).isEqualTo(1);
    assertThat(east.open()).isEqualTo(1);
    refused("emergency-over", () -> register.end(APPROVER, id, 2));
    refused("emergency-over", () -> register.reply(worker("p-1"), id, true));
    assertThat(register.own(worker("p-1"))).isEmpty();
    assertThat(heard()).endsWith("emergency-ended");
  }

  @Test
  void a_grid_has_its_own_contact_while_it_lasts() {
    long id = register.declare(APPROVER, plan(null, COMMUNITY)).emergency().id();
    EmergencyContact other = new EmergencyContact("云溪社区", "000 7788");
    Emergency changed = register.contact(DESK, id, WEST, 1, other).emergency();
    assertThat(changed.grid(WEST).orElseThrow().contact()).isEqualTo(other);
    assertThat(changed.grid(EAST).orElseThrow().contact()).isEqualTo(CONTACT);
    assertThat(changed.version()).isEqualTo(2);
    refused("version-conflict", () -> register.contact(DESK, id, WEST, 1, other));
    refused("emergency-grid-unknown", () -> register.contact(DESK, id, OTHER, 2, other));
    assertThat(heard()).contains("emergency-contact-changed");
    assertThat(other).hasToString("EmergencyContact");
  }

  @Test
  void who_looks_sees_their_own_grids_and_declares_only_in_them() {
    long id = register.declare(APPROVER, plan(null, COMMUNITY, OTHER)).emergency().id();
    Caller inWest = as(Role.SUPERVISOR, AreaScope.of(List.of(WEST)));
    EmergencyRegister.Seen seen = register.get(inWest, id);
    assertThat(seen.emergency().gridCodes()).containsExactly(WEST);
    assertThat(seen.report().grids()).hasSize(1);
    assertThat(seen.ends()).isFalse();
    assertThat(register.calls(inWest, id)).isEmpty();
    refused("area-scope", () -> register.end(inWest, id, 1));
    refused("area-scope", () -> register.declare(inWest, plan(null, EAST)));
    Caller elsewhere = as(Role.SUPERVISOR, AreaScope.of(List.of("990101001009")));
    refused("emergency-unknown", () -> register.get(elsewhere, id));
    refused("emergency-call-unknown", () -> register.replyFor(inWest, id, "p-1", true));
  }

  @Test
  void categories_that_are_urgent_meanwhile_have_to_be_in_use() {
    refused("emergency-category-unknown", () -> register.foresee(APPROVER, urgent("noise")));
    refused("emergency-category-unknown", () -> register.declare(APPROVER, urgent("noise")));
    assertThat(heard()).isEmpty();
    Emergency declared = register.declare(APPROVER, urgent("flood", "flood")).emergency();
    assertThat(declared.plan().urgentCategories()).containsExactly("flood");
    refused(
        "emergency-categories",
        () -> urgent(IntStream.range(0, 61).mapToObj(n -> "c" + n).toArray(String[]::new)));
  }

  private static Emergency.Plan urgent(String... categories) {
    return new Emergency.Plan("暴雨", List.of(EAST), 50, CONTACT, null, List.of(categories), false);
  }

  @Test
  void what_cannot_be_declared_is_refused() {
    refused("area-unknown", () -> register.declare(APPROVER, plan(null, "990109")));
    refused("emergency-no-grids", () -> register.declare(APPROVER, plan(null, "990101001003")));
    refused("emergency-areas", () -> plan(null));
    refused("emergency-contact", () -> new EmergencyContact(" ", "12345"));
    refused("emergency-contact", () -> new EmergencyContact("x", "call me"));
    refused("emergency-task", () -> new EmergencyTask("", false, NOW));
    refused(
        "emergency-title",
        () -> new Emergency.Plan(" ", List.of(EAST), 50, CONTACT, null, List.of(), false));
    refused(
        "emergency-rule",
        () -> new Emergency.Plan("x", List.of(EAST), 1, CONTACT, null, List.of(), false));
    assertThat(plan(null, OTHER).needed(0)).as("somebody is needed anyhow").isEqualTo(1);
  }
}
