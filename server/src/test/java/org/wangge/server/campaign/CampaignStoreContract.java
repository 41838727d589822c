package org.wangge.server.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.locationtech.jts.geom.Envelope;
import org.slf4j.LoggerFactory;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Ground;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.campaign.Campaign;
import org.wangge.campaign.CampaignRegister;
import org.wangge.campaign.CampaignUnit;
import org.wangge.campaign.Checklist;
import org.wangge.campaign.Declaration;
import org.wangge.campaign.Declared;
import org.wangge.campaign.HazardQuery;
import org.wangge.campaign.HazardRegister;
import org.wangge.campaign.Question;
import org.wangge.campaign.Tally;
import org.wangge.campaign.UnitKind;
import org.wangge.campaign.UnitQuery;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.geo.Validity;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaBuilder;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.incident.photo.PhotoStore;
import org.wangge.place.Building;
import org.wangge.place.BuildingUnit;
import org.wangge.place.BuildingUse;
import org.wangge.place.Household;
import org.wangge.place.Place;
import org.wangge.place.StandingPlace;
import org.wangge.server.place.PlaceModule;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.JdbcTx;
import org.wangge.server.storage.TestDatabase;

/**
 * What campaigns promise, on either database, at full size: 40 grids, 5,000 households. How many
 * doors are answered at once, {@code wangge.doors} says.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CampaignStoreContract {
  private static final Caller ALL = Caller.upkeep();
  private static final String STREET = "990101001";
  private static final int GRIDS = 40;
  private static final int ACROSS = 10;
  private static final int SIDE = 20_000;
  private static final int DOORS = 125;
  private static final int IN_BUILDING = 25;
  private static final int WEST = 1_126_000_000;
  private static final int SOUTH = 289_000_000;
  private static final int PHONES = 20;
  private static final int ANSWERED = Integer.getInteger("wangge.doors", 200);

  private Database database;
  private PlaceModule places;
  private CampaignRegister register;
  private HazardRegister hazards;
  private AreaAtlas atlas;

  abstract TestDatabase kind();

  @BeforeAll
  void open() {
    database = kind().open();
    atlas = street();
    places = new PlaceModule(database, Clock.systemUTC());
    CampaignModule module =
        new CampaignModule(
            database,
            places.store(),
            fake(),
            (caller, address) -> Optional.empty(),
            () -> atlas,
            ZoneId.of("Asia/Shanghai"),
            Clock.systemUTC());
    register = module.register();
    hazards = module.hazards();
    List<StandingPlace> all = new ArrayList<>();
    for (int grid = 0; grid < GRIDS; grid++) {
      houses(grid).forEach(one -> all.add(new StandingPlace(one, Validity.since(Instant.EPOCH))));
    }
    var unused =
        database.write(
            ALL,
            tx -> {
              places.store().add(tx, ALL, all);
              return 0;
            });
  }

  @AfterAll
  void close() {
    places.close();
    database.close();
  }

  /** Says of every photo that it waited, and has it there. */
  private PhotoStore fake() {
    return (PhotoStore)
        Proxy.newProxyInstance(
            CampaignStoreContract.class.getClassLoader(),
            new Class<?>[] {PhotoStore.class},
            (self, method, given) ->
                JdbcTx.of((Tx) given[0])
                        .update(
                            """
                            insert into incident_photo (id, width_pixels, height_pixels, added_at,
                              version, place) values (?, 1, 1, ?, 0, 1)
                            """,
                            given[2],
                            Instant.now())
                    == 1);
  }

  private static String grid(int number) {
    return STREET + "001%03d".formatted(number + 1);
  }

  private static LatticeShape square(int lon, int lat, int wide, int high) {
    return LatticeShape.ofScaled(
        LatticeShape.SCALED.toGeometry(new Envelope(lon, lon + wide, lat, lat + high)));
  }

  private static int west(int grid) {
    return WEST + grid % ACROSS * SIDE;
  }

  private static int south(int grid) {
    return SOUTH + grid / ACROSS * SIDE;
  }

  private static AreaAtlas street() {
    List<Area> areas = new ArrayList<>();
    areas.add(
        area(Level.STREET, STREET, square(WEST, SOUTH, ACROSS * SIDE, GRIDS / ACROSS * SIDE)));
    for (int grid = 0; grid < GRIDS; grid++) {
      areas.add(area(Level.GRID, grid(grid), square(west(grid), south(grid), SIDE, SIDE)));
    }
    return AreaAtlas.of(areas, List.of(new Partition(Partition.TREE, "", "")), 1);
  }

  private static Area area(Level level, String code, LatticeShape shape) {
    return new AreaBuilder()
        .key(AreaKey.tree(code))
        .level(level)
        .name(code)
        .reason("test")
        .validity(Validity.since(Instant.EPOCH))
        .shape(shape)
        .build();
  }

  private static List<Place> houses(int grid) {
    List<Place> all = new ArrayList<>();
    for (int house = 0; house < DOORS / IN_BUILDING; house++) {
      String id = "b-%02d-%d".formatted(grid, house);
      int west = west(grid) + 1_000 + house * 3_000;
      LatticePoint entrance = new LatticePoint(west, south(grid) + 1_000);
      all.add(
          new Building(
              id,
              square(west, south(grid) + 1_000, 2_000, 2_000),
              18,
              BuildingUse.HOUSING,
              IN_BUILDING,
              (house + 1) + "栋"));
      all.add(new BuildingUnit(id + "-u", id, "1单元", IN_BUILDING, entrance));
      for (int door = 0; door < IN_BUILDING; door++) {
        String home = id + "-%02d".formatted(door);
        all.add(new Household(home, id + "-u", id, "1单元" + door, entrance));
      }
    }
    return all;
  }

  private static Campaign.Plan plan(String... areas) {
    Instant now = Instant.now();
    return new Campaign.Plan(
        "瓶装燃气排查",
        UnitKind.HOUSEHOLD,
        List.of(areas),
        now,
        now.plus(Duration.ofDays(3)),
        new Checklist(
            List.of(
                new Question("软管老化？", Question.Kind.YES_NO, Question.YesNo.YES, 7),
                new Question("备注", Question.Kind.TEXT, null, 0))),
        true);
  }

  @Test
  void forty_grids_and_five_thousand_households_are_there_within_five_seconds() {
    long start = System.nanoTime();
    Campaign opened = register.open(ALL, plan(STREET));
    double seconds = (System.nanoTime() - start) / 1e9;
    LoggerFactory.getLogger(getClass())
        .info("{} doors on {} in {} s", opened.units(), kind(), "%.2f".formatted(seconds));
    assertThat(opened.units()).isEqualTo(GRIDS * DOORS);
    assertThat(seconds).as("seconds").isLessThan(5);
    List<Tally> progress = register.progress(ALL, opened.id());
    assertThat(progress).hasSize(GRIDS * DOORS / IN_BUILDING);
    assertThat(CampaignRegister.byGrid(progress))
        .hasSize(GRIDS)
        .allMatch(one -> one.all() == DOORS && one.answered() == 0);
    CampaignRegister.Seen kept = register.get(ALL, opened.id());
    assertThat(kept.campaign().plan().checklist()).isEqualTo(opened.plan().checklist());
    assertThat(kept.campaign().plan().areas()).containsExactly(STREET);
  }

  @Test
  void twenty_at_once_leave_exactly_one_answer_at_every_door() throws Exception {
    long id = register.open(ALL, plan(STREET)).id();
    AtomicInteger kept = new AtomicInteger();
    AtomicInteger late = new AtomicInteger();
    long start = System.nanoTime();
    // Each goes to every twentieth door, and to the next one's as well: two at each.
    atOnce(
        phone -> {
          for (int door = 1; door <= ANSWERED; door++) {
            if (door % PHONES == phone || (door + 1) % PHONES == phone) {
              (answered(id, door, phone) ? kept : late).incrementAndGet();
            }
          }
        });
    LoggerFactory.getLogger(getClass())
        .info(
            "{} doors by {} at once on {} in {} s",
            ANSWERED,
            PHONES,
            kind(),
            "%.2f".formatted((System.nanoTime() - start) / 1e9));
    assertThat(kept).hasValue(ANSWERED);
    assertThat(late).hasValue(ANSWERED);
    List<Tally> progress = register.progress(ALL, id);
    assertThat(progress.stream().mapToInt(Tally::answered).sum()).isEqualTo(ANSWERED);
    assertThat(progress.stream().mapToInt(Tally::hazardous).sum())
        .as("every third door")
        .isEqualTo(ANSWERED / 3);
    assertThat(progress.stream().mapToInt(Tally::all).sum()).isEqualTo(GRIDS * DOORS);
    List<CampaignUnit> doors = register.units(ALL, id, query(UnitQuery.State.ANSWERED, 0, 9_999));
    assertThat(doors).hasSize(ANSWERED).allMatch(one -> one.version() == 1);
    assertThat(doors).extracting(CampaignUnit::number).isSorted().doesNotHaveDuplicates();
    assertThat(register.units(ALL, id, query(UnitQuery.State.HAZARDOUS, 0, 9_999)))
        .hasSize(ANSWERED / 3);
    assertThat(register.units(ALL, id, query(UnitQuery.State.OPEN, 4_000, 9_999)))
        .hasSize(Math.min(1_000, GRIDS * DOORS - ANSWERED));
  }

  private static UnitQuery query(UnitQuery.State state, int after, int limit) {
    return new UnitQuery(STREET, null, state, after, limit);
  }

  private boolean answered(long id, int door, int phone) {
    try {
      String hazard = door % 3 == 0 ? "yes" : "no";
      CampaignUnit unit =
          register.answer(
              ALL, id, door, phone + "-" + door, 0, Map.of(1, hazard, 2, "by " + phone));
      return unit.version() == 1;
    } catch (Conflict taken) {
      assertThat(taken.code()).isEqualTo("version-conflict");
      return false;
    }
  }

  private interface Work {
    void by(int phone);
  }

  private static void atOnce(Work work) throws Exception {
    ExecutorService phones = Executors.newFixedThreadPool(PHONES);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int phone = 0; phone < PHONES; phone++) {
        int own = phone;
        all.add(phones.submit(() -> work.by(own)));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      phones.shutdownNow();
    }
  }

  @Test
  void the_same_answer_sent_by_many_at_once_is_kept_once() throws Exception {
    long id = register.open(ALL, plan(grid(3))).id();
    Set<Integer> versions = ConcurrentHashMap.newKeySet();
    atOnce(
        phone -> versions.add(register.answer(ALL, id, 1, "same", 0, Map.of(1, "yes")).version()));
    assertThat(versions).containsExactly(1);
    var corrected = register.answer(ALL, id, 1, "next", 1, Map.of(1, "no", 2, "13900001111 x"));
    assertThat(corrected.answer()).isPresent();
    assertThat(unit(id, 1)).isEqualTo(corrected);
    assertThat(register.progress(ALL, id).get(0).hazardous()).as("corrected").isZero();
    var erased =
        database.write(
            ALL,
            tx -> {
              new JdbcCampaignStore().eraseNumbers(tx, ALL, Set.of("13900001111"));
              return 0;
            });
    assertThat(erased).isZero();
    assertThat(unit(id, 1).answer().orElseThrow().values()).containsEntry(2, "*** x");
    assertThat(register.eraseWords(ALL, id, 1).answer().orElseThrow().values()).containsOnlyKeys(1);
  }

  private CampaignUnit unit(long id, int number) {
    return register.units(ALL, id, UnitQuery.all()).stream()
        .filter(one -> one.number() == number)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_campaign_is_narrowed_to_where_somebody_may_look() {
    long id = register.open(ALL, plan(grid(1), grid(2))).id();
    Caller there = worker(AreaScope.of(List.of(grid(1))));
    assertThat(CampaignRegister.byGrid(register.progress(there, id)))
        .extracting(Tally::grid, Tally::all)
        .containsExactly(tuple(grid(1), DOORS));
    assertThat(register.units(there, id, UnitQuery.all())).hasSize(DOORS);
    Caller elsewhere = worker(AreaScope.of(List.of(grid(5))));
    assertThatThrownBy(() -> register.get(elsewhere, id)).hasMessageContaining("campaign-unknown");
    assertThat(ids(elsewhere, null)).doesNotContain(id);
    assertThat(ids(ALL, grid(2))).contains(id);
    assertThat(ids(ALL, grid(6))).doesNotContain(id);
    Caller beat = worker(AreaScope.of(new Half()));
    assertThat(register.units(beat, id, UnitQuery.all()))
        .as("the two houses on the ground of an overlay area")
        .hasSize(2 * IN_BUILDING);
    assertThat(register.progress(beat, id))
        .extracting(Tally::grid, Tally::all)
        .containsOnly(tuple(grid(1), IN_BUILDING))
        .hasSize(2);
  }

  @Test
  void what_was_declared_stands_beside_its_unit_and_is_erased() {
    List<Declaration> rows =
        List.of(
            new Declaration(new Declared("2", "李四", "13900002222", "", "两孩"), grid(2)),
            new Declaration(new Declared("1", "张三", "13900001111", "", "拨 13900001111"), grid(1)));
    long id = register.declare(ALL, plan(grid(1), grid(2)), rows).id();
    assertThat(declared(id))
        .extracting(Declared::reference, Declared::name, Declared::statement)
        .containsExactly(tuple("1", "张三", "拨 13900001111"), tuple("2", "李四", "两孩"));
    var unused =
        database.write(
            ALL,
            tx -> {
              new JdbcCampaignStore().eraseNumbers(tx, ALL, Set.of("13900001111"));
              return 0;
            });
    assertThat(declared(id))
        .extracting(Declared::name, Declared::phone, Declared::statement)
        .containsExactly(tuple("", "", "拨 ***"), tuple("李四", "13900002222", "两孩"));
  }

  private List<Declared> declared(long id) {
    return register.units(ALL, id, UnitQuery.all()).stream()
        .map(CampaignUnit::declaredOrNull)
        .toList();
  }

  @Test
  void hazards_are_kept_with_every_look_at_them() throws Exception {
    long id = register.open(ALL, plan(grid(9))).id();
    for (int door = 1; door <= 3; door++) {
      var answered = register.answer(ALL, id, door, "k" + door, 0, Map.of(1, "yes"));
      assertThat(answered.version()).isEqualTo(1);
    }
    List<HazardRegister.Seen> found = hazards.list(ALL, id, HazardQuery.all());
    assertThat(found).extracting(one -> one.hazard().number()).containsExactly(1, 2, 3);
    long first = found.get(0).hazard().id();
    var notified = hazards.notified(ALL, id, first, 1);
    assertThat(hazards.get(ALL, id, first)).isEqualTo(notified);
    var still = hazards.recheck(ALL, id, first, "r1", 2, false, "photo-" + first + "-1");
    assertThat(hazards.get(ALL, id, first)).isEqualTo(still);
    AtomicInteger kept = new AtomicInteger();
    atOnce(
        phone -> {
          try {
            String photo = "photo-" + first + "-2" + phone;
            var seen = hazards.recheck(ALL, id, first, "r2" + phone, 3, true, photo);
            kept.addAndGet(seen.hazard().version() == 4 ? 1 : 0);
          } catch (Conflict late) {
            assertThat(late.code()).isEqualTo("version-conflict");
          }
        });
    assertThat(kept).as("one look of many").hasValue(1);
    assertThat(hazards.get(ALL, id, first).hazard().rechecks()).hasSize(2);
    Instant later = Instant.now().plus(Duration.ofDays(8));
    assertThat(hazards.list(ALL, id, new HazardQuery(grid(9), false, later, 0, 9))).hasSize(2);
    assertThat(hazards.list(ALL, id, new HazardQuery(null, true, null, first, 1))).hasSize(1);
    assertThat(hazards.list(ALL, id, new HazardQuery(null, false, Instant.now(), 0, 9))).isEmpty();
    Caller elsewhere = worker(AreaScope.of(List.of(grid(5))));
    assertThatThrownBy(() -> hazards.get(elsewhere, id, first))
        .hasMessageContaining("campaign-unknown");
  }

  /** The western part of the second grid, up to between its second house and its third. */
  private static final class Half implements Ground {
    @Override
    public String code() {
      return "half";
    }

    @Override
    public String partition() {
      return "beat";
    }

    @Override
    public LatticeBox bounds() {
      return new LatticeBox(west(1), south(1), west(1) + SIDE / 2, south(1) + SIDE);
    }

    @Override
    public boolean holds(LatticePoint point) {
      return bounds().contains(point) && point.lon() < west(1) + 6_000;
    }
  }

  private static Caller worker(AreaScope scope) {
    return Caller.of("w", Set.of(Role.WORKER), scope, Purpose.USE);
  }

  private Set<Long> ids(Caller caller, @Nullable String area) {
    return register.list(caller, area, Long.MAX_VALUE, 99).stream()
        .map(one -> one.campaign().id())
        .collect(Collectors.toSet());
  }

  @Test
  void one_closes_it_and_the_others_come_too_late() throws Exception {
    long id = register.open(ALL, plan(grid(7))).id();
    AtomicInteger closed = new AtomicInteger();
    atOnce(
        phone -> {
          try {
            closed.addAndGet(register.close(ALL, id, 1).isOpen() ? 0 : 1);
          } catch (Conflict late) {
            assertThat(late.code()).isEqualTo("version-conflict");
          }
        });
    assertThat(closed).hasValue(1);
    assertThat(register.get(ALL, id).campaign().isOpen()).isFalse();
    assertThat(IntStream.of(1).filter(door -> refused(id, door))).hasSize(1);
  }

  private boolean refused(long id, int door) {
    try {
      return register.answer(ALL, id, door, "late", 0, Map.of(1, "no")).version() == 0;
    } catch (Conflict over) {
      return over.code().equals("campaign-closed");
    }
  }
}
