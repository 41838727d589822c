package org.wangge.server.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraEntry;
import org.wangge.camera.CameraHistory;
import org.wangge.camera.CameraLens;
import org.wangge.camera.CameraLight;
import org.wangge.camera.CameraPose;
import org.wangge.camera.CameraQuery;
import org.wangge.camera.CameraState;
import org.wangge.camera.CameraUpkeep;
import org.wangge.camera.CameraVersion;
import org.wangge.camera.DirectionCertainty;
import org.wangge.camera.TurnSector;
import org.wangge.fault.Conflict;
import org.wangge.geo.AsOf;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.Validity;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.RaceOfBatches;
import org.wangge.server.storage.RaceOfWriters;
import org.wangge.server.storage.TestDatabase;

/** What the store of cameras promises, on either database. */
abstract class CameraStoreContract {
  private static final Instant SINCE = Instant.parse("2024-05-01T00:00:00Z");
  private static final Caller ALL = Caller.upkeep();
  private static final String FIRST = "990101001001001";
  private static final String SECOND = "990101001002001";

  private final JdbcCameraStore store = new JdbcCameraStore();
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
  void a_camera_comes_back_as_it_was_put_in() {
    Camera camera = camera(1, FIRST, CameraState.ONLINE, 0);
    add(camera);
    assertThat(find(ALL, camera.id())).hasValue(camera);
  }

  @Test
  void a_list_narrows_by_area_state_box_and_page() {
    add(
        camera(1, FIRST, CameraState.ONLINE, 0),
        camera(2, SECOND, CameraState.OFFLINE, 100_000),
        camera(3, SECOND, CameraState.ONLINE, 200_000));
    assertThat(ids(ALL, query("990101001002", null, null, "", 10))).containsExactly(id(2), id(3));
    assertThat(ids(ALL, query(null, CameraState.ONLINE, null, "", 10)))
        .containsExactly(id(1), id(3));
    LatticeBox around = new LatticeBox(1_126_090_000, 289_000_000, 1_126_110_000, 289_100_000);
    assertThat(ids(ALL, query(null, null, around, "", 10))).containsExactly(id(2));
    assertThat(ids(ALL, query(null, null, null, id(1), 1))).containsExactly(id(2));
  }

  @Test
  void whoever_is_limited_to_some_areas_sees_and_counts_only_what_stands_there() {
    add(camera(1, FIRST, CameraState.ONLINE, 0), camera(2, SECOND, CameraState.ONLINE, 0));
    Caller second =
        Caller.of(
            "test", Set.of(Role.OPERATOR), AreaScope.of(List.of("990101001002")), Purpose.USE);
    assertThat(ids(second, query(null, null, null, "", 10))).containsExactly(id(2));
    assertThat(find(second, id(1))).isEmpty();
    assertThat(database.<Integer>read(tx -> store.count(tx, second, "990101"))).isEqualTo(1);
    assertThat(database.<Integer>read(tx -> store.count(tx, ALL, "990101"))).isEqualTo(2);
  }

  @Test
  void the_contact_of_an_owner_is_for_those_alone_who_may_keep_the_camera() {
    Camera camera = camera(1, FIRST, CameraState.ONLINE, 0);
    add(camera);
    Caller planner = Caller.of("test", Set.of(Role.PLANNER), AreaScope.unlimited(), Purpose.USE);
    Caller keeper = Caller.of("test", Set.of(Role.LIAISON), AreaScope.unlimited(), Purpose.USE);
    assertThat(contacts(keeper, camera)).containsOnly("值班台 6118").hasSize(4);
    assertThat(contacts(planner, camera)).containsOnly("").hasSize(4);
  }

  /** In whatever way a camera is read. */
  private List<String> contacts(Caller caller, Camera camera) {
    LatticePoint at = camera.location();
    LatticeBox box = new LatticeBox(at.lon(), at.lat(), at.lon(), at.lat());
    return database
        .read(
            tx ->
                Stream.of(
                        store.find(tx, caller, camera.id(), null).map(CameraEntry::camera),
                        store.list(tx, caller, CameraQuery.all()).stream()
                            .map(CameraEntry::camera)
                            .findFirst(),
                        store.versionsIn(tx, caller, box, Validity.since(SINCE)).stream()
                            .map(CameraVersion::camera)
                            .findFirst(),
                        store
                            .history(tx, caller, camera.id(), null)
                            .map(history -> history.newest().camera()))
                    .flatMap(Optional::stream)
                    .toList())
        .stream()
        .map(one -> one.upkeep().contact())
        .toList();
  }

  @Test
  void an_id_is_taken_once() {
    add(camera(1, FIRST, CameraState.ONLINE, 0));
    assertThatThrownBy(() -> add(camera(1, SECOND, CameraState.OFFLINE, 0)))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("camera-taken");
  }

  @Test
  void of_8_writers_who_add_the_same_ids_and_also_roll_back_exactly_one_gets_each() {
    RaceOfWriters.eachIdGoesToOne(
        database,
        (tx, name) ->
            store.add(
                tx,
                ALL,
                List.of(
                    camera(Integer.parseInt(name.substring(3)), FIRST, CameraState.REGISTERED, 0)),
                SINCE));
    assertThat(ids(ALL, query(null, null, null, "", 1000))).hasSize(RaceOfWriters.IDS);
  }

  @Test
  void of_8_writers_of_the_same_batches_in_any_order_exactly_one_gets_each() throws Exception {
    int all =
        RaceOfBatches.eachGoesToOne(
            database,
            n -> camera(n, FIRST, CameraState.REGISTERED, 0),
            (tx, batch) -> store.add(tx, ALL, batch, SINCE));
    assertThat(ids(ALL, query(null, null, null, "", 1000))).hasSize(all);
  }

  @Test
  void how_it_stood_and_what_was_known_of_it_can_be_read_for_any_instant() {
    Camera first = camera(1, FIRST, CameraState.ONLINE, 0);
    Camera moved = camera(1, SECOND, CameraState.OFFLINE, 5_000);
    add(first);
    Instant turn = Instant.parse("2025-03-01T00:00:00Z");
    CameraHistory before = history(null);
    replace(before, before.changed(turn, any -> moved));
    CameraHistory after = history(null);
    assertThat(after.revision()).isEqualTo(2);
    assertThat(after.knownSince()).isAfter(before.knownSince());
    assertThat(after.versions()).extracting(CameraVersion::camera).containsExactly(first, moved);
    assertThat(history(before.knownSince()).versions()).isEqualTo(before.versions());
    Instant now = after.knownSince();
    assertThat(findAsOf(turn.minusSeconds(1), now)).hasValue(first);
    assertThat(findAsOf(turn, now)).hasValue(moved);
    assertThat(findAsOf(turn, before.knownSince())).hasValue(first);
    assertThat(findAsOf(SINCE.minusSeconds(1), now)).isEmpty();
    assertThat(find(ALL, first.id())).hasValue(moved);
  }

  @Test
  void a_change_from_what_is_no_longer_known_is_refused_whole() {
    add(camera(1, FIRST, CameraState.ONLINE, 0));
    CameraHistory before = history(null);
    Instant turn = Instant.parse("2025-03-01T00:00:00Z");
    replace(before, before.ended(turn));
    assertThatThrownBy(() -> replace(before, before.ended(turn.plusSeconds(9))))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("version-conflict");
    assertThat(history(null).newest().valid().to()).hasValue(turn);
    assertThat(find(ALL, id(1))).isEmpty();
  }

  @Test
  void versions_of_a_span_are_those_that_overlap_it_in_the_box() {
    add(camera(1, FIRST, CameraState.ONLINE, 0), camera(2, FIRST, CameraState.ONLINE, 200_000));
    Instant turn = Instant.parse("2025-03-01T00:00:00Z");
    CameraHistory before = history(null);
    replace(before, before.changed(turn, one -> camera(1, FIRST, CameraState.OFFLINE, 0)));
    LatticeBox box = new LatticeBox(1_125_990_000, 289_000_000, 1_126_010_000, 289_100_000);
    assertThat(versions(box, new Validity(turn, turn.plusSeconds(1)))).hasSize(1);
    assertThat(versions(box, new Validity(turn.minusSeconds(1), turn))).hasSize(1);
    assertThat(versions(box, new Validity(turn.minusSeconds(1), turn.plusSeconds(1)))).hasSize(2);
    assertThat(versions(box, new Validity(SINCE.minusSeconds(9), SINCE))).isEmpty();
    assertThat(versions(box, Validity.since(turn))).hasSize(1);
  }

  @Test
  void of_8_writers_who_change_the_same_camera_and_also_roll_back_none_is_lost() {
    add(camera(1, FIRST, CameraState.ONLINE, 0));
    int changed =
        RaceOfWriters.changes(
            database,
            tx -> {
              CameraHistory before = store.history(tx, ALL, id(1), null).orElseThrow();
              store.replace(
                  tx,
                  ALL,
                  before,
                  before.changed(
                      SINCE, one -> camera(1, FIRST, CameraState.ONLINE, before.revision())));
            });
    assertThat(changed).isPositive();
    assertThat(history(null).revision()).isEqualTo(1 + changed);
    assertThat(find(ALL, id(1)).orElseThrow().location().lon()).isEqualTo(1_126_000_000 + changed);
  }

  private List<CameraVersion> versions(LatticeBox box, Validity during) {
    return database.read(tx -> store.versionsIn(tx, ALL, box, during));
  }

  private CameraHistory history(@Nullable Instant known) {
    return database.read(tx -> store.history(tx, ALL, id(1), known)).orElseThrow();
  }

  private void replace(CameraHistory before, List<CameraVersion> after) {
    database.write(
        ALL,
        tx -> {
          store.replace(tx, ALL, before, after);
          return 0;
        });
  }

  private Optional<Camera> findAsOf(Instant at, Instant known) {
    return database
        .read(tx -> store.find(tx, ALL, id(1), new AsOf(at, known)))
        .map(CameraEntry::camera);
  }

  private static CameraQuery query(
      @Nullable String area,
      @Nullable CameraState state,
      @Nullable LatticeBox box,
      String after,
      int limit) {
    return new CameraQuery(area, state, null, null, box, null, after, limit);
  }

  private static String id(int sequence) {
    return "99010100001320%06d".formatted(sequence);
  }

  private static Camera camera(int sequence, String grid, CameraState state, int east) {
    CameraPose pose =
        new CameraPose(
            new LatticePoint(1_126_000_000 + east, 289_050_000),
            5.5,
            true,
            List.of(new CameraLens(279.5, 75, null, 90), new CameraLens(0.25, 40, 2.5, 120)),
            DirectionCertainty.ESTIMATED,
            new TurnSector(12.5, 270));
    CameraUpkeep upkeep = new CameraUpkeep("街道综治中心", "值班台 6118", CameraLight.INFRARED, 45);
    return new Camera(id(sequence), "路口 " + sequence, pose, state, upkeep, grid, true);
  }

  private List<String> ids(Caller caller, CameraQuery query) {
    return database.read(tx -> store.list(tx, caller, query)).stream()
        .map(one -> one.camera().id())
        .toList();
  }

  private Optional<Camera> find(Caller caller, String id) {
    return database.read(tx -> store.find(tx, caller, id, null)).map(CameraEntry::camera);
  }

  private void add(Camera... cameras) {
    database.write(
        ALL,
        tx -> {
          store.add(tx, ALL, List.of(cameras), SINCE);
          return 0;
        });
  }
}
