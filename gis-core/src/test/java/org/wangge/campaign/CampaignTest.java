package org.wangge.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wangge.grid.Areas.aCommunity;
import static org.wangge.grid.Areas.aGrid;
import static org.wangge.grid.Areas.square;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.event.DomainEvent;
import org.wangge.event.HeardTx;
import org.wangge.event.OneTx;
import org.wangge.fault.Fault;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.Validity;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Partition;
import org.wangge.place.Building;
import org.wangge.place.BuildingUnit;
import org.wangge.place.BuildingUse;
import org.wangge.place.Household;
import org.wangge.place.Place;
import org.wangge.place.PlaceQuery;
import org.wangge.place.PlaceStore;
import org.wangge.place.StandingPlace;
import org.wangge.place.Street;
import org.wangge.place.StreetClass;

class CampaignTest {
  private static final String COMMUNITY = "990101001001";
  private static final String EAST = COMMUNITY + "001";
  private static final String WEST = COMMUNITY + "002";
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  private static final int SOUTH = 290_300_000;
  private static final int EASTERN = 1_117_010_000;
  private static final int WESTERN = 1_117_000_000;

  private final HeardTx tx = new HeardTx(NOW);
  private final List<Place> places = new ArrayList<>();
  private final KeptCampaigns campaigns = new KeptCampaigns();
  private final KeptHazards kept = new KeptHazards();
  private final HazardRegister hazards = new HazardRegister(new OneTx(tx), campaigns, kept, kept);
  private final CampaignRegister register =
      new CampaignRegister(
          new OneTx(tx),
          campaigns,
          new CampaignGround(CampaignTest::atlas, store()),
          new DeclarationGround(CampaignTest::atlas, CampaignTest::find),
          hazards);

  /** Knows two doors, one of them in no grid. */
  private static Optional<LatticePoint> find(Caller caller, String address) {
    return switch (address) {
      case "石林路7号" -> Optional.of(new LatticePoint(WESTERN + 4_000, SOUTH + 5_000));
      case "外地1号" -> Optional.of(new LatticePoint(WESTERN - 90_000, SOUTH));
      default -> Optional.empty();
    };
  }

  private static AreaAtlas atlas() {
    return AreaAtlas.of(
        List.of(
            aCommunity(COMMUNITY).shape(square(WESTERN, SOUTH, 20_000)).build(),
            aGrid(WEST).shape(square(WESTERN, SOUTH, 10_000)).build(),
            aGrid(EAST).shape(square(EASTERN, SOUTH, 10_000)).build()),
        List.of(new Partition(Partition.TREE, "", "")),
        1);
  }

  /** Gives what stands, of the kind that is asked for. */
  private PlaceStore store() {
    return (PlaceStore)
        Proxy.newProxyInstance(
            CampaignTest.class.getClassLoader(),
            new Class<?>[] {PlaceStore.class},
            (self, method, given) -> {
              PlaceQuery query = (PlaceQuery) given[2];
              return places.stream()
                  .filter(one -> one.placeKind() == query.kind())
                  .map(one -> new StandingPlace(one, Validity.since(Instant.EPOCH)))
                  .toList();
            });
  }

  @BeforeEach
  void build() {
    List<LatticePoint> along =
        List.of(new LatticePoint(WESTERN, SOUTH), new LatticePoint(EASTERN, SOUTH));
    places.add(new Street("s", "石林路", "", StreetClass.PATH, along));
    house("b1", WESTERN + 4_000, "");
    house("b2", EASTERN + 4_000, "2栋");
    places.add(new Building("hall", square(WESTERN, SOUTH, 100), 4, BuildingUse.HOUSING, 0, "村部"));
  }

  private void house(String id, int west, String name) {
    LatticePoint entrance = new LatticePoint(west, SOUTH + 5_000);
    places.add(
        new Building(
            id, square(west, SOUTH + 5_000, 500), 9, BuildingUse.HOUSING, 3, name, "", "s", "7"));
    places.add(new BuildingUnit(id + "-u", id, "1单元", 3, entrance));
    for (int door = 1; door <= 3; door++) {
      places.add(new Household(id + "-" + door, id + "-u", id, "1单元10" + door + "室", entrance));
    }
  }

  private static Campaign.Plan plan(UnitKind kind, String... areas) {
    return new Campaign.Plan(
        "瓶装燃气排查",
        kind,
        List.of(areas),
        NOW,
        NOW.plus(Duration.ofDays(3)),
        new Checklist(
            List.of(
                new Question("使用瓶装燃气？", Question.Kind.YES_NO, null, 0),
                new Question("软管老化？", Question.Kind.YES_NO, Question.YesNo.YES, 7),
                new Question("备注", Question.Kind.TEXT, null, 0))),
        false);
  }

  private static Caller as(Role role, String area) {
    return Caller.of("who", Set.of(role), AreaScope.of(List.of(area)), Purpose.USE);
  }

  private static final Caller OPERATOR = as(Role.OPERATOR, COMMUNITY);
  private static final Caller WORKER = as(Role.WORKER, WEST);
  private static final Map<Integer, String> SAFE = Map.of(1, "yes", 2, "no");
  private static final Map<Integer, String> HAZARD =
      Map.of(1, "yes", 2, "yes", 3, " call\n13900001111 ");

  private CampaignUnit answer(Caller who, int door, String key, int version) {
    return register.answer(who, 1, door, key, version, SAFE);
  }

  private static void refused(String code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }

  private static Declaration row(String reference, String address, String grid) {
    return new Declaration(
        new Declared(reference, "张三丰", "13900001111", address, "两孩，电话 13900001111"), grid);
  }

  private static Campaign.Plan declarations() {
    return plan(UnitKind.DECLARATION, COMMUNITY);
  }

  @Test
  void declarations_are_verified_one_by_one_where_they_live() {
    Campaign opened =
        register.declare(
            OPERATOR, declarations(), List.of(row("b", "石林路7号", ""), row("a", "", EAST)));
    assertThat(opened.units()).isEqualTo(2);
    List<CampaignUnit> rows = register.units(OPERATOR, 1, UnitQuery.all());
    assertThat(rows).extracting(one -> one.spot().grid()).containsExactly(EAST, WEST);
    assertThat(rows).extracting(one -> one.spot().door()).containsExactly("a", "b");
    assertThat(rows).extracting(one -> one.spot().building()).doesNotContain("石林路7号");
    assertThat(rows.get(1).declaredOrNull()).hasToString("declared b");
    assertThat(rows.get(1).declaredOrNull())
        .extracting(Declared::name, Declared::phone, Declared::address)
        .containsExactly("张三丰", "13900001111", "石林路7号");
    CampaignUnit atDoor = register.units(WORKER, 1, UnitQuery.all()).get(0);
    assertThat(atDoor.number()).as("of their own grid alone").isEqualTo(2);
    Declared told = Objects.requireNonNull(atDoor.declaredOrNull());
    assertThat(told.phone()).as("masked").doesNotContain("0000");
    assertThat(told.statement()).startsWith("两孩").doesNotContain("0000");
    assertThat(answer(WORKER, 2, "k", 0).declaredOrNull()).as("is still there").isNotNull();
  }

  @Test
  void a_grid_that_is_named_decides_and_an_address_that_is_not_known_in_it_is_only_told() {
    Campaign opened =
        register.declare(
            OPERATOR, declarations(), List.of(row("a", "无此路", EAST), row("b", "石林路7号", EAST)));
    assertThat(opened.units()).isEqualTo(2);
    assertThat(register.units(OPERATOR, 1, UnitQuery.all()))
        .allSatisfy(one -> assertThat(one.spot().grid()).isEqualTo(EAST))
        .extracting(one -> Objects.requireNonNull(one.declaredOrNull()).address())
        .containsExactly("无此路", "石林路7号");
  }

  @Test
  void a_form_with_a_mistake_is_taken_not_at_all_and_says_which_rows() {
    refused(
        "campaign-rows-twice",
        () ->
            register.declare(
                OPERATOR, declarations(), List.of(row("a", "", EAST), row("a", "", WEST))));
    refused(
        "campaign-rows-address",
        () ->
            register.declare(
                OPERATOR, declarations(), List.of(row("a", "", EAST), row("b", "无此路", ""))));
    assertThatThrownBy(
            () ->
                register.declare(
                    OPERATOR,
                    declarations(),
                    List.of(row("a", "外地1号", ""), row("b", "", "x"), row("c", "", COMMUNITY))))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.details()).containsEntry("rows", "2, 3"));
    refused(
        "campaign-rows-outside",
        () -> register.declare(OPERATOR, declarations(), List.of(row("a", "外地1号", ""))));
    refused("campaign-nothing", () -> register.declare(OPERATOR, declarations(), List.of()));
    refused("campaign-no-rows", () -> register.open(OPERATOR, declarations()));
    refused("campaign-declared", () -> new Declared("a", "", "", "", " "));
    assertThat(register.list(OPERATOR, null, Long.MAX_VALUE, 9)).isEmpty();
  }

  @Test
  void it_goes_to_every_door_of_its_areas_grid_by_grid() {
    Campaign opened = register.open(OPERATOR, plan(UnitKind.HOUSEHOLD, COMMUNITY));
    assertThat(opened.units()).isEqualTo(6);
    List<CampaignUnit> doors = register.units(OPERATOR, 1, UnitQuery.all());
    assertThat(doors).extracting(CampaignUnit::number).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(doors).extracting(one -> one.spot().grid()).startsWith(EAST).endsWith(WEST);
    assertThat(doors.get(0).spot().building()).isEqualTo("2栋");
    assertThat(doors.get(5).spot().building()).as("by its number on the street").isEqualTo("石林路7号");
    Campaign units = register.open(OPERATOR, plan(UnitKind.BUILDING_UNIT, COMMUNITY, WEST));
    assertThat(units.units()).as("none twice").isEqualTo(2);
    assertThat(register.list(OPERATOR, null, 99, 9)).hasSize(2);
    assertThat(tx.events())
        .extracting(DomainEvent::type)
        .containsExactly("campaign-opened", "campaign-opened");
    refused(
        "area-unknown", () -> register.open(OPERATOR, plan(UnitKind.HOUSEHOLD, COMMUNITY + "9")));
    refused("area-scope", () -> register.open(OPERATOR, plan(UnitKind.HOUSEHOLD, "990101")));
    refused("role-missing", () -> register.open(WORKER, plan(UnitKind.HOUSEHOLD, WEST)));
    places.clear();
    refused("campaign-nothing", () -> register.open(OPERATOR, plan(UnitKind.HOUSEHOLD, WEST)));
  }

  @Test
  void an_answer_counts_once_whoever_sends_it_again() {
    var unused = register.open(OPERATOR, plan(UnitKind.HOUSEHOLD, COMMUNITY));
    CampaignUnit first = register.answer(WORKER, 1, 4, "k", 0, HAZARD);
    assertThat(first.version()).isEqualTo(1);
    assertThat(first.answer().orElseThrow().hazards()).isEqualTo(1);
    assertThat(first.answer().orElseThrow().values())
        .as("masked")
        .containsEntry(3, "call 139****1111");
    assertThat(answer(WORKER, 4, "k", 0)).as("the same key changes nothing").isEqualTo(first);
    refused("campaign-key-taken", () -> answer(WORKER, 5, "k", 0));
    refused("version-conflict", () -> answer(WORKER, 4, "other", 0));
    assertThat(answer(WORKER, 4, "corrected", 1).version()).isEqualTo(2);
    assertThat(register.get(OPERATOR, 1).progress().stream().mapToInt(Tally::answered).sum())
        .isEqualTo(1);
    assertThat(tx.events()).filteredOn(one -> one.type().equals("campaign-answered")).hasSize(2);
  }

  @Test
  void a_worker_answers_where_they_work_and_sees_only_that() {
    var unused = register.open(OPERATOR, plan(UnitKind.HOUSEHOLD, COMMUNITY));
    refused("campaign-unit-unknown", () -> answer(WORKER, 1, "k", 0));
    assertThat(CampaignRegister.byGrid(register.progress(WORKER, 1)))
        .containsExactly(new Tally(WEST, "", "", 3, 0, 0));
    assertThat(register.get(WORKER, 1).organises()).isFalse();
    Caller stranger = as(Role.WORKER, "990102");
    refused("campaign-unknown", () -> register.get(stranger, 1));
    assertThat(register.list(stranger, null, 99, 9)).isEmpty();
    refused("role-missing", () -> register.units(as(Role.WALL, WEST), 1, UnitQuery.all()));
  }

  @Test
  void a_checklist_is_answered_whole() {
    var unused = register.open(OPERATOR, plan(UnitKind.HOUSEHOLD, COMMUNITY));
    Checklist list = plan(UnitKind.HOUSEHOLD, WEST).checklist();
    refused("campaign-answer-missing", () -> list.read(Map.of(1, "yes")));
    refused("campaign-answer-word", () -> list.read(Map.of(1, "yes", 2, "maybe")));
    refused("campaign-answer-unknown", () -> list.read(Map.of(4, "yes")));
    refused("campaign-answer-long", () -> list.read(Map.of(1, "yes", 2, "no", 3, "x".repeat(201))));
    assertThat(list.hazards(list.read(HAZARD))).containsExactly(2);
    assertThat(list.read(HAZARD)).containsEntry(3, "call 13900001111");
    refused("campaign-questions", () -> new Checklist(List.of()));
    refused("campaign-question-empty", () -> new Question(" ", Question.Kind.TEXT, null, 0));
    refused(
        "campaign-question-hazard",
        () -> new Question("x", Question.Kind.TEXT, Question.YesNo.YES, 1));
    refused(
        "campaign-question-days",
        () -> new Question("x", Question.Kind.YES_NO, Question.YesNo.YES, 0));
    refused("campaign-question-days", () -> new Question("x", Question.Kind.YES_NO, null, 3));
  }

  @Test
  void a_plan_has_a_title_areas_and_an_end() {
    Campaign.Plan good = plan(UnitKind.HOUSEHOLD, WEST);
    refused("campaign-title", () -> changed(good, " ", good.areas(), good.until()));
    refused("campaign-areas", () -> changed(good, "x", List.of(), good.until()));
    refused("campaign-period", () -> changed(good, "x", good.areas(), good.from()));
  }

  private static Campaign.Plan changed(
      Campaign.Plan plan, String title, List<String> areas, Instant until) {
    return new Campaign.Plan(
        title, plan.kind(), areas, plan.from(), until, plan.checklist(), false);
  }

  @Test
  void after_it_is_closed_nothing_is_answered_and_only_its_organisers_close_it() {
    var unused = register.open(OPERATOR, plan(UnitKind.HOUSEHOLD, COMMUNITY));
    refused("area-scope", () -> register.close(as(Role.SUPERVISOR, WEST), 1, 1));
    refused("version-conflict", () -> register.close(OPERATOR, 1, 2));
    assertThat(register.close(OPERATOR, 1, 1).isOpen()).isFalse();
    refused("campaign-closed", () -> answer(WORKER, 4, "k", 0));
    refused("campaign-closed", () -> register.close(OPERATOR, 1, 2));
    assertThat(register.get(OPERATOR, 1).organises()).isFalse();
  }

  private Hazard hazard() {
    return hazards.get(WORKER, 1, 1).hazard();
  }

  @Test
  void a_hazard_is_notified_and_looked_at_again_until_it_is_put_right() {
    var unused = register.open(OPERATOR, plan(UnitKind.HOUSEHOLD, COMMUNITY));
    var answered = register.answer(WORKER, 1, 4, "k", 0, HAZARD);
    assertThat(answered.version()).isEqualTo(1);
    assertThat(hazard().due()).isEqualTo(NOW.plus(Duration.ofDays(7)));
    assertThat(hazard().isOverdue(NOW.plus(Duration.ofDays(8)))).isTrue();
    assertThat(hazards.get(WORKER, 1, 1).question().text()).isEqualTo("软管老化？");
    refused("version-conflict", () -> hazards.notified(WORKER, 1, 1, 7));
    assertThat(hazards.notified(WORKER, 1, 1, 1).hazard().version()).isEqualTo(2);
    assertThat(hazards.notified(WORKER, 1, 1, 1).hazard().version()).as("again").isEqualTo(2);
    refused("campaign-photo", () -> hazards.recheck(WORKER, 1, 1, "r1", 2, false, "p1"));
    kept.waiting.addAll(Set.of("p1", "p2"));
    Hazard still = hazards.recheck(WORKER, 1, 1, "r1", 2, false, "p1").hazard();
    assertThat(still.state()).isEqualTo(Hazard.State.STILL_THERE);
    assertThat(hazards.recheck(WORKER, 1, 1, "r1", 2, false, "p1").hazard())
        .as("sent again")
        .isEqualTo(still);
    Hazard right = hazards.recheck(WORKER, 1, 1, "r2", 3, true, "p2").hazard();
    assertThat(right.state()).isEqualTo(Hazard.State.RECTIFIED);
    assertThat(right.isOverdue(NOW.plus(Duration.ofDays(99)))).isFalse();
    assertThat(right.rechecks()).extracting(Hazard.Recheck::photo).containsExactly("p1", "p2");
    assertThat(hazards.picture(WORKER, 1, 1, "p1", true)).containsExactly(1);
    refused("campaign-photo-unknown", () -> hazards.picture(WORKER, 1, 1, "p3", true));
    refused("campaign-hazard-over", () -> hazards.notified(WORKER, 1, 1, 4));
    refused("campaign-hazard-unknown", () -> hazards.get(as(Role.WORKER, EAST), 1, 1));
  }

  @Test
  void a_corrected_answer_withdraws_a_hazard_and_leaves_what_was_put_right() {
    var unused = register.open(OPERATOR, plan(UnitKind.HOUSEHOLD, COMMUNITY));
    var first = register.answer(WORKER, 1, 4, "k1", 0, HAZARD);
    assertThat(answer(WORKER, 4, "k2", first.version()).version()).isEqualTo(2);
    assertThat(hazard().state()).isEqualTo(Hazard.State.WITHDRAWN);
    var third = register.answer(WORKER, 1, 4, "k3", 2, HAZARD);
    assertThat(hazards.list(WORKER, 1, HazardQuery.all())).hasSize(2);
    kept.waiting.add("p");
    var put = hazards.recheck(WORKER, 1, 2, "r", 1, true, "p");
    assertThat(put.hazard().state()).isEqualTo(Hazard.State.RECTIFIED);
    var fourth = register.answer(WORKER, 1, 4, "k4", third.version(), HAZARD);
    assertThat(fourth.version()).isEqualTo(4);
    assertThat(hazards.list(WORKER, 1, HazardQuery.all())).as("none is opened anew").hasSize(2);
  }

  @Test
  void what_was_said_in_words_can_be_erased() {
    var unused = register.open(OPERATOR, plan(UnitKind.HOUSEHOLD, COMMUNITY));
    var answered = register.answer(WORKER, 1, 4, "k", 0, HAZARD);
    assertThat(answered.answer().orElseThrow().values()).hasSize(3);
    refused("role-missing", () -> register.eraseWords(OPERATOR, 1, 4));
    CampaignUnit left = register.eraseWords(as(Role.ADMINISTRATOR, COMMUNITY), 1, 4);
    assertThat(left.answer().orElseThrow().values()).containsOnlyKeys(1, 2);
  }
}
