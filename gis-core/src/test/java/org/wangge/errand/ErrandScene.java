package org.wangge.errand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wangge.grid.Areas.aGrid;
import static org.wangge.grid.Areas.square;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Origin;
import org.wangge.access.Purpose;
import org.wangge.access.Rights;
import org.wangge.access.Role;
import org.wangge.clock.Alarm;
import org.wangge.clock.Timer;
import org.wangge.clock.TimerStore;
import org.wangge.clock.TimerSubject;
import org.wangge.event.HeardTx;
import org.wangge.event.OneTx;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Fault;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Duty;
import org.wangge.grid.GridFinder;
import org.wangge.grid.GridStore;
import org.wangge.grid.InCharge;
import org.wangge.grid.Partition;
import org.wangge.incident.Report;
import org.wangge.incident.Reporter;
import org.wangge.incident.photo.PhotoStore;

/** A grid with a head, two volunteers and a resident, and errands kept in memory. */
abstract class ErrandScene {
  static final String GRID = "990101001001001";
  static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  static final LatticePoint INSIDE = new LatticePoint(1_117_000_500, 290_300_500);
  static final ErrandWindow WINDOW = new ErrandWindow(NOW.plusSeconds(600), NOW.plusSeconds(7_200));
  static final Caller RESIDENT = Caller.anonymous();
  static final Caller OPERATOR = as("desk", Role.OPERATOR, "");
  static final Caller HEAD = as("head", Role.WORKER, "staff-head");
  static final Caller WALKER = as("walker", Role.WORKER, "staff-walker");
  static final Caller ANN = as("ann", Role.VOLUNTEER, "");
  static final Caller BEN = as("ben", Role.VOLUNTEER, "");

  final HeardTx tx = new HeardTx(NOW);
  final OneTx transactions = new OneTx(tx);
  final KeptErrands store = new KeptErrands();
  final List<String> armed = new ArrayList<>();
  final Map<String, ErrandKind> kinds = new HashMap<>();
  final ErrandLapse lapse = new ErrandLapse(store, fake(TimerStore.class, this::timers));
  final List<String> erased = new ArrayList<>();
  final List<String> removed = new ArrayList<>();
  final PhotoStore photos = fake(PhotoStore.class, this::photo);
  final Map<String, String> filed = new HashMap<>();
  final ErrandErasure erasure = new ErrandErasure(store, photos, reports());
  final ErrandOrders orders =
      new ErrandOrders(
          transactions,
          store,
          kindStore(),
          new GridFinder(fake(GridStore.class, (name, given) -> 1L), ErrandScene::atlas),
          ErrandScene::atlas,
          key -> "t-" + key,
          lapse,
          erasure);
  final ErrandRegister register = register(transactions);

  ErrandScene() {
    kinds.put("medicine", new ErrandKind("medicine", 1, "代取药品", "Fetch", false, NOW));
  }

  ErrandRegister registerAt(Instant now) {
    return register(new OneTx(new HeardTx(now)));
  }

  ErrandRegister register(Transactions within) {
    return new ErrandRegister(
        within,
        store,
        new ErrandRegister.Parts(
            new ErrandHeads(ErrandScene::atlas),
            (any, place) -> List.of("ann", "ben", "desk"),
            photos,
            reports(),
            lapse,
            erasure));
  }

  static Caller as(String account, Role role, String staff) {
    return new Caller(
        account,
        Rights.of(Set.of(role), AreaScope.of(List.of("990101001"))),
        Purpose.USE,
        Origin.UNKNOWN,
        staff.isEmpty() ? null : staff);
  }

  static AreaAtlas atlas() {
    return AreaAtlas.of(
        List.of(
            aGrid(GRID)
                .shape(square(1_117_000_000, 290_300_000, 1_000))
                .inCharge(
                    List.of(
                        new InCharge(Duty.GRID_HEAD, "staff-head"),
                        new InCharge(Duty.GRID_WORKER, "staff-walker")))
                .build()),
        List.of(new Partition(Partition.TREE, "", "")),
        1);
  }

  interface Answers {
    Object of(String method, Object[] given);
  }

  static <T> T fake(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            ErrandScene.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, given) -> answers.of(method.getName(), given)));
  }

  Object photo(String method, Object[] given) {
    return method.equals("remove") ? removed.add((String) given[2]) : given[2].equals("waits");
  }

  ErrandReports reports() {
    return new ErrandReports() {
      @Override
      public String take(Tx any, Caller caller, Report report, Reporter reporter) {
        filed.put(report.key(), "incident-1");
        return "incident-1";
      }

      @Override
      public Optional<String> incidentOf(Tx any, String key) {
        return Optional.ofNullable(filed.get(key));
      }

      @Override
      public void erase(Tx any, Caller caller, String key) {
        erased.add(key);
        erasure.eraseReport(any, caller, key);
      }
    };
  }

  Object timers(String method, Object[] given) {
    armed.add(method + " " + ((TimerSubject) given[2]).id());
    return method;
  }

  ErrandKindStore kindStore() {
    return new ErrandKindStore() {
      @Override
      public List<ErrandKind> list(Tx any, Caller caller) {
        return List.copyOf(kinds.values());
      }

      @Override
      public Optional<ErrandKind> find(Tx any, Caller caller, String code) {
        return Optional.ofNullable(kinds.get(code));
      }

      @Override
      public List<ErrandKind> versions(Tx any, Caller caller, String code) {
        return find(any, caller, code).stream().toList();
      }

      @Override
      public void add(Tx any, Caller caller, ErrandKind kind) {
        kinds.put(kind.code(), kind);
      }
    };
  }

  static ErrandOrder order(String key) {
    return new ErrandOrder(
        key,
        "medicine",
        INSIDE,
        null,
        WINDOW,
        ErrandWords.of("张三", "13800001111", "云溪小区3栋501", "降压药，电话 13900002222"),
        false);
  }

  Errand ordered(String key) {
    return orders.order(RESIDENT, order(key)).errand();
  }

  Errand dispatched() {
    Errand errand = ordered("a");
    return register
        .dispatch(OPERATOR, errand.id(), errand.version(), List.of("ann", "ben"))
        .errand();
  }

  static void refused(String code, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.code()).isEqualTo(code));
  }

  static ErrandQuery query(ErrandState state) {
    return new ErrandQuery(null, Set.of(state), null, Long.MAX_VALUE, 10);
  }

  static Timer timerOf(long id) {
    return new Timer(
        1,
        new TimerSubject(ErrandLapse.SUBJECT, Long.toString(id)),
        "window",
        new Alarm(Alarm.DUE, WINDOW.until()));
  }

  static ErrandOrder at(
      String key, @Nullable LatticePoint place, @Nullable String grid, ErrandWindow window) {
    return new ErrandOrder(
        key, "medicine", place, grid, window, ErrandWords.of("x", "1380000", "", ""), false);
  }
}
