package org.wangge.server.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wangge.grid.Areas.aCommunity;
import static org.wangge.grid.Areas.aDistrict;
import static org.wangge.grid.Areas.aGrid;
import static org.wangge.grid.Areas.aStreet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.Caller;
import org.wangge.geo.AsOf;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.Validity;
import org.wangge.grid.Area;
import org.wangge.grid.AreaKey;
import org.wangge.grid.AreaRegister;
import org.wangge.grid.Areas;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

class LiveAtlasTest {
  private static final AreaKey GRID = AreaKey.tree("990101001001001");
  private static final LatticePoint INSIDE = new LatticePoint(1_110_005_000, 290_005_000);
  private static final Caller CALLER = Caller.upkeep();

  private final Database database = TestDatabase.H2.open();
  private final GridModule grids = new GridModule(database, Clock.systemUTC());
  private final AreaRegister register = new AreaRegister(database, grids.store());

  @BeforeEach
  void load() {
    database.write(
        CALLER,
        tx -> {
          grids
              .store()
              .add(
                  tx,
                  CALLER,
                  List.of(
                      aDistrict("990101").build(),
                      aStreet("990101001").build(),
                      aCommunity("990101001001").build(),
                      aGrid(GRID.code()).name("老名").build()));
          tx.record(new org.wangge.grid.GridEvent.AreasLoaded("tree", 4, 0));
          return 0;
        });
  }

  @AfterEach
  void close() {
    grids.close();
    database.close();
  }

  @Test
  void a_change_is_in_the_atlas_when_its_writer_gets_the_answer() {
    rename("新名", Instant.now());
    assertThat(name()).contains("新名");
    assertThat(grids.atlas().now().locate(INSIDE).grid().map(Area::name)).contains("新名");
  }

  @Test
  void a_planned_change_comes_into_force_by_itself() throws InterruptedException {
    grids.start();
    rename("计划", Instant.now().plusMillis(1500));
    assertThat(name()).contains("老名");
    awaitName("计划");
  }

  @Test
  void a_change_by_another_process_is_found() throws InterruptedException {
    grids.start();
    // Written past this atlas, as another process would.
    database.write(
        CALLER,
        tx -> {
          Area other =
              aGrid(GRID.code())
                  .name("别处改")
                  .version(2)
                  .validity(Validity.since(Areas.START))
                  .build();
          grids.store().change(tx, CALLER, other, 1);
          return 0;
        });
    awaitName("别处改");
  }

  @Test
  void where_a_point_lay_is_answered_from_what_was_valid_and_known_then() {
    Instant known = Instant.now();
    Instant changed = known.plus(Duration.ofDays(10));
    rename("将来", changed);
    assertThat(nameAt(new AsOf(changed, Instant.now()))).contains("将来");
    assertThat(nameAt(new AsOf(changed, known))).contains("老名");
    assertThat(nameAt(new AsOf(Areas.START.minusSeconds(1), Instant.now()))).isEmpty();
    assertThat(
            grids.atlas().locate(INSIDE, AsOf.now(Instant.now())).chain().stream()
                .map(Area::code)
                .toList())
        .containsExactly("990101", "990101001", "990101001001", "990101001001001");
  }

  private Optional<String> nameAt(AsOf asOf) {
    return grids.atlas().locate(INSIDE, asOf).grid().map(Area::name);
  }

  private void rename(String name, Instant from) {
    register.change(
        CALLER,
        GRID,
        1,
        (newest, now) -> newest.edit().name(name).validity(Validity.since(from)).build());
  }

  private Optional<String> name() {
    return grids.atlas().now().find(GRID).map(Area::name);
  }

  private void awaitName(String wanted) throws InterruptedException {
    Instant deadline = Instant.now().plusSeconds(10);
    while (!name().equals(Optional.of(wanted)) && Instant.now().isBefore(deadline)) {
      Thread.sleep(20);
    }
    assertThat(name()).contains(wanted);
  }
}
