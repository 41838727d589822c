package org.wangge.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wangge.grid.Areas.aCommunity;
import static org.wangge.grid.Areas.aGrid;
import static org.wangge.grid.Areas.square;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.clock.Calendars;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.GridFinder;
import org.wangge.grid.Partition;

/** Where incidents are, when that is said and when grids are redrawn. */
class IncidentPlacingTest {
  private static final Instant NOW = Instant.parse("2026-11-02T01:00:00Z");
  private static final Caller OPERATOR =
      Caller.of("operator", Set.of(Role.OPERATOR), AreaScope.unlimited(), Purpose.USE);
  private static final int WEST = 1_117_000_000;
  private static final int SOUTH = 290_300_000;
  private static final Area OLD = grid("990101001001001", WEST, 2_000);
  private static final Area WESTERN = grid("990101001001002", WEST, 1_000);
  private static final Area EASTERN = grid("990101001001003", WEST + 1_000, 1_000);
  private static final LatticePoint IN_EAST = new LatticePoint(WEST + 1_500, SOUTH + 500);
  private static final LatticePoint IN_WEST = new LatticePoint(WEST + 500, SOUTH + 500);
  private static final LatticePoint IN_NEITHER = new LatticePoint(WEST + 500, SOUTH + 1_500);
  private static final LatticePoint FAR = new LatticePoint(1, 2);

  private final MemoryIncidents memory = new MemoryIncidents(NOW);
  private IncidentPlacing placing;

  private static Area grid(String code, int west, int side) {
    return aGrid(code).shape(square(west, SOUTH, side)).build();
  }

  @BeforeEach
  void prepare() {
    AreaAtlas atlas =
        AreaAtlas.of(
            List.of(OLD), List.of(new Partition(Partition.TREE, "", "")), MemoryIncidents.COVERAGE);
    IncidentClocks clocks =
        new IncidentClocks(
            memory.categories(),
            memory.limits(),
            new Calendars(memory.calendars()),
            memory.timers());
    placing =
        new IncidentPlacing(
            memory,
            memory.store(),
            clocks,
            new IncidentAlarms(memory.store(), clocks),
            new GridFinder(memory.grids(), () -> atlas));
  }

  private Incident there(String number, LatticePoint at, Action... done) {
    @Nullable String grid = at.equals(FAR) ? null : OLD.code();
    Incident incident =
        Incident.reported(
                number, memory.category(), "", Channel.PHONE, at, grid, NOW.minusSeconds(60), false)
            .reported(memory.terms());
    for (Action action : done) {
      incident = incident.after(action, new Life.Circumstances(NOW, memory.terms(), null));
    }
    Incident kept = incident;
    memory.write(
        OPERATOR,
        tx -> {
          memory.store().add(tx, OPERATOR, List.of(kept));
          return true;
        });
    return kept;
  }

  private int redraw() {
    return memory.write(
        OPERATOR,
        tx ->
            placing.reassign(
                tx, List.of(OLD), List.of(WESTERN, EASTERN, aCommunity("990101001001").build())));
  }

  private String gridOf(Incident incident) {
    return memory.incident(incident.id()).gridCode().orElse("");
  }

  @Test
  void each_open_one_comes_to_the_grid_that_holds_it_now() {
    Incident east = there("1", IN_EAST);
    Incident west = there("2", IN_WEST, Action.ACCEPT, Action.FILE);
    assertThat(redraw()).isEqualTo(2);
    assertThat(gridOf(east)).isEqualTo(EASTERN.code());
    assertThat(gridOf(west)).isEqualTo(WESTERN.code());
    assertThat(memory.incident(west.id()).filedIn()).as("counts where it was").contains(OLD.code());
    assertThat(memory.deeds())
        .containsExactlyInAnyOrder(
            "reassign 990101001001001 → 990101001001003",
            "reassign 990101001001001 → 990101001001002");
    assertThat(memory.recorded()).containsExactly("incident-placed", "incident-placed");
  }

  @Test
  void what_has_ended_stays_and_what_lies_on_no_new_grid_waits_for_a_place() {
    Incident ended = there("1", IN_EAST, Action.ACCEPT, Action.REJECT);
    Incident left = there("2", IN_NEITHER);
    assertThat(redraw()).isEqualTo(1);
    assertThat(gridOf(ended)).isEqualTo(OLD.code());
    assertThat(gridOf(left)).isEmpty();
  }

  @Test
  void a_redraw_of_nothing_moves_nothing() {
    there("1", IN_EAST);
    assertThat(memory.<Integer>write(OPERATOR, tx -> placing.reassign(tx, List.of(), List.of())))
        .isZero();
    assertThat(memory.deeds()).isEmpty();
  }

  @Test
  void somebody_says_where_something_is_until_it_is_filed() {
    Incident lost = there("1", FAR);
    Incident placed = placing.place(OPERATOR, lost.id(), 1, IN_EAST);
    assertThat(placed.gridCode()).contains(OLD.code());
    assertThat(placed.location()).isEqualTo(IN_EAST);
    assertThat(placed.version()).isEqualTo(2);
    assertThat(memory.deeds()).containsExactly("place ");
    assertThatThrownBy(() -> placing.place(OPERATOR, lost.id(), 1, IN_EAST))
        .hasMessageContaining("version-conflict");
    assertThatThrownBy(() -> placing.place(OPERATOR, lost.id(), 2, FAR))
        .hasMessageContaining("place-outside");
    assertThatThrownBy(() -> placing.place(OPERATOR, "incident-9", 1, IN_EAST))
        .hasMessageContaining("incident-unknown");
    Incident filed = there("2", IN_EAST, Action.ACCEPT, Action.FILE);
    assertThatThrownBy(() -> placing.place(OPERATOR, filed.id(), filed.version(), IN_WEST))
        .hasMessageContaining("place-fixed");
  }
}
