package org.wangge.server.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraQuery;
import org.wangge.camera.CameraState;
import org.wangge.camera.DirectionCertainty;
import org.wangge.fault.Conflict;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.RaceOfBatches;
import org.wangge.server.storage.RaceOfWriters;
import org.wangge.server.storage.TestDatabase;

/** What the store of cameras promises, on either database. */
abstract class CameraStoreContract {
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
                    camera(
                        Integer.parseInt(name.substring(3)), FIRST, CameraState.REGISTERED, 0))));
    assertThat(ids(ALL, query(null, null, null, "", 1000))).hasSize(RaceOfWriters.IDS);
  }

  @Test
  void of_8_writers_of_the_same_batches_in_any_order_exactly_one_gets_each() throws Exception {
    int all =
        RaceOfBatches.eachGoesToOne(
            database,
            n -> camera(n, FIRST, CameraState.REGISTERED, 0),
            (tx, batch) -> store.add(tx, ALL, batch));
    assertThat(ids(ALL, query(null, null, null, "", 1000))).hasSize(all);
  }

  private static CameraQuery query(
      @Nullable String area,
      @Nullable CameraState state,
      @Nullable LatticeBox box,
      String after,
      int limit) {
    return new CameraQuery(area, state, box, after, limit);
  }

  private static String id(int sequence) {
    return "99010100001320%06d".formatted(sequence);
  }

  private static Camera camera(int sequence, String grid, CameraState state, int east) {
    return new Camera(
        id(sequence),
        "路口 " + sequence,
        new LatticePoint(1_126_000_000 + east, 289_050_000),
        5.5,
        279.5,
        75,
        90,
        true,
        state,
        DirectionCertainty.ESTIMATED,
        grid,
        true);
  }

  private List<String> ids(Caller caller, CameraQuery query) {
    return database.read(tx -> store.list(tx, caller, query)).stream().map(Camera::id).toList();
  }

  private Optional<Camera> find(Caller caller, String id) {
    return database.read(tx -> store.find(tx, caller, id));
  }

  private void add(Camera... cameras) {
    database.write(
        ALL,
        tx -> {
          store.add(tx, ALL, List.of(cameras));
          return 0;
        });
  }
}
