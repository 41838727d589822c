package org.wangge.server.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.grid.Areas.aCommunity;
import static org.wangge.grid.Areas.aDistrict;
import static org.wangge.grid.Areas.aGrid;
import static org.wangge.grid.Areas.aStreet;
import static org.wangge.grid.Areas.square;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.clock.Calendars;
import org.wangge.fault.Conflict;
import org.wangge.geo.AsOf;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaQuery;
import org.wangge.grid.AreaRegister;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.incident.Action;
import org.wangge.incident.Channel;
import org.wangge.incident.Deed;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentFollowers;
import org.wangge.incident.IncidentQuery;
import org.wangge.incident.IncidentRegister;
import org.wangge.incident.Priority;
import org.wangge.incident.Report;
import org.wangge.incident.category.Category;
import org.wangge.incident.category.Entry;
import org.wangge.plan.PlanRegister;
import org.wangge.plan.drawing.DrawnPlan;
import org.wangge.plan.operation.PlanOperation;
import org.wangge.plan.operation.PlanWish;
import org.wangge.server.clock.JdbcCalendarStore;
import org.wangge.server.clock.JdbcTimerStore;
import org.wangge.server.grid.GridModule;
import org.wangge.server.incident.IncidentModule;
import org.wangge.server.incident.KeyedTokens;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

/** Reports that come in while their grid is being split, with the real parts on either database. */
@Timeout(60)
class RedrawRaceTest {
  private static final Caller ALL = Caller.upkeep();
  private static final Caller APPROVER =
      Caller.of("approver", Set.of(Role.APPROVER), AreaScope.unlimited(), Purpose.USE);
  private static final String COMMUNITY = "990101001001";
  private static final int WEST = 1_117_000_000;
  private static final int SOUTH = 290_300_000;
  private static final int SIDE = 100_000;
  private static final int WRITERS = 8;
  private static final int SPLITS = 5;

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void every_report_gets_the_grid_that_is_valid_at_the_instant_it_is_filed(TestDatabase kind)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    AtomicBoolean splitting = new AtomicBoolean(true);
    try (Database database = kind.open();
        GridModule grids = new GridModule(database, Clock.systemUTC())) {
      grids.start();
      IncidentModule incidents =
          new IncidentModule(
              database,
              grids.store(),
              grids.atlas()::now,
              new KeyedTokens(new byte[32]),
              new Calendars(new JdbcCalendarStore()),
              new JdbcTimerStore(),
              (caller, place) -> Map.of(),
              new IncidentFollowers(),
              Clock.systemUTC());
      prepare(database, grids, incidents);
      List<Future<List<Incident>>> writers = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        int writer = i;
        writers.add(threads.submit(() -> report(incidents, writer, splitting)));
      }
      PlanRegister plans = PlanRegisters.on(database, grids.store(), incidents::follow);
      for (int i = 0; i < SPLITS; i++) {
        Thread.sleep(60);
        split(plans, grids, i);
      }
      splitting.set(false);
      Set<String> used = new HashSet<>();
      for (Future<List<Incident>> writer : writers) {
        for (Incident incident : writer.get()) {
          assertThat(incident.gridCode())
              .as("%s filed at %s", incident.id(), incident.reportedAt())
              .contains(validThen(database, grids, incident));
          used.add(incident.gridCode().orElseThrow());
        }
      }
      assertThat(used).as("the reports fell between the splits").hasSizeGreaterThan(SPLITS);
      everyOpenOneLiesInTheGridThatIsThereNow(grids, incidents);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void everyOpenOneLiesInTheGridThatIsThereNow(
      GridModule grids, IncidentModule incidents) {
    AreaAtlas now = grids.atlas().now();
    int moved = 0;
    int countElsewhere = 0;
    IncidentQuery all =
        new IncidentQuery(null, null, false, null, null, null, null, "", Integer.MAX_VALUE - 1);
    for (Incident one : incidents.register().list(ALL, all)) {
      List<Deed> deeds = incidents.register().deeds(ALL, one.id());
      if (!one.step().open()) {
        assertThat(one.gridCode()).as("ended, so it stays").isEqualTo(one.filedIn());
        continue;
      }
      assertThat(one.gridCode()).as(one.id()).contains(gridAt(now, one.location()));
      assertThat(one.version()).as("each change is on record").isEqualTo(deeds.size() + 1);
      moved += deeds.stream().anyMatch(deed -> deed.action() == Action.REASSIGN) ? 1 : 0;
      countElsewhere +=
          one.filedIn().filter(in -> !one.gridCode().equals(Optional.of(in))).isPresent() ? 1 : 0;
    }
    assertThat(moved).as("came to other grids").isPositive();
    assertThat(countElsewhere).as("count where they were filed").isPositive();
  }

  private static void prepare(Database database, GridModule grids, IncidentModule incidents) {
    AreaRegister register = new AreaRegister(database, grids.store());
    register.add(ALL, aDistrict("990101").build());
    register.add(ALL, aStreet("990101001").build());
    register.add(ALL, aCommunity(COMMUNITY).build());
    register.add(
        ALL, aGrid(COMMUNITY + "001").shape(square(WEST, SOUTH, SIDE)).households(400).build());
    database.write(
        ALL,
        tx -> {
          Category rubbish =
              Category.first("rubbish", Entry.of("暴露垃圾", "Rubbish", Priority.ORDINARY), tx.now());
          incidents.categoryStore().add(tx, ALL, rubbish);
          return 0;
        });
  }

  /** Splits the grid that lies furthest east, somewhat further east each time. */
  private static void split(PlanRegister plans, GridModule grids, int round) {
    int at = WEST + (round + 1) * SIDE / (SPLITS + 1);
    String face = gridAt(grids.atlas().now(), new LatticePoint(at, SOUTH + SIDE / 2));
    DrawnPlan plan = plans.begin(ALL, "拆分", COMMUNITY);
    List<LatticePoint> line =
        List.of(new LatticePoint(at, SOUTH - 1_000), new LatticePoint(at, SOUTH + SIDE + 1_000));
    plans.edit(
        ALL,
        plan.plan().id(),
        new PlanRegister.Seen(1, OptionalInt.empty()),
        new PlanWish.Whole(new PlanOperation.Split(face, line, "")));
    plans.lifecycle().submit(ALL, plan.plan().id(), 2, "");
    plans.lifecycle().approve(APPROVER, plan.plan().id(), 3, "");
    plans.lifecycle().publish(APPROVER, plan.plan().id(), 4, null);
  }

  private static List<Incident> report(IncidentModule incidents, int writer, AtomicBoolean go) {
    Random random = new Random(writer);
    List<Incident> filed = new ArrayList<>();
    for (int i = 0; go.get(); i++) {
      LatticePoint place =
          new LatticePoint(
              WEST + 1 + random.nextInt(SIDE - 2), SOUTH + 1 + random.nextInt(SIDE - 2));
      String key = writer + "-" + i;
      Report report = new Report(key, "rubbish", Channel.PHONE, place, "", true);
      Incident taken = incidents.intake().take(ALL, report).incident();
      filed.add(taken);
      if (i % 3 == 0) {
        handle(incidents, taken, i % 2 == 0);
      }
    }
    return filed;
  }

  /** A redraw may come between: then it is left as it stands. */
  private static void handle(IncidentModule incidents, Incident taken, boolean toTheEnd) {
    List<Action> actions = new ArrayList<>(List.of(Action.ACCEPT, Action.FILE));
    if (toTheEnd) {
      actions.add(Action.CANCEL);
    }
    Incident current = taken;
    try {
      for (Action action : actions) {
        current =
            incidents
                .register()
                .act(
                    ALL,
                    current.id(),
                    current.version(),
                    IncidentRegister.Order.of(action, "because"));
      }
    } catch (Conflict conflict) {
      assertThat(conflict.code()).isEqualTo("version-conflict");
    }
  }

  /** By the store, as of the instant of filing. */
  private static String validThen(Database database, GridModule grids, Incident incident) {
    LatticePoint at = incident.location();
    AsOf then = new AsOf(incident.reportedAt(), Instant.now());
    LatticeBox box = new LatticeBox(at.lon(), at.lat(), at.lon(), at.lat());
    List<Area> areas =
        database.read(
            tx ->
                grids
                    .store()
                    .list(
                        tx,
                        ALL,
                        new AreaQuery(
                            Partition.TREE, then, Level.GRID, null, box, null, "", 1_000)));
    return gridAt(AreaAtlas.of(areas, List.of(new Partition(Partition.TREE, "", "")), 0), at);
  }

  private static String gridAt(AreaAtlas atlas, LatticePoint place) {
    return atlas.ownerAt(Partition.TREE, Level.GRID, place).map(Area::code).orElse("none");
  }
}
