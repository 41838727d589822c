package org.wangge.plan.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.event.HeardTx;
import org.wangge.grid.Area;
import org.wangge.grid.Duty;
import org.wangge.grid.InCharge;
import org.wangge.plan.compare.Move;
import org.wangge.plan.compare.Redrawn;
import org.wangge.plan.compare.Squares;

class ImpactTest {
  private final InCharge head = new InCharge(Duty.GRID_HEAD, "D0001");
  private final InCharge worker = new InCharge(Duty.GRID_WORKER, "D0002");
  private final Area old = Squares.grid("001", 0, 4).edit().inCharge(List.of(head, worker)).build();
  private final Area west = Squares.grid("003", 0, 1).edit().inCharge(List.of(head)).build();
  private final Area east = Squares.grid("004", 1, 4).edit().inCharge(List.of(head)).build();
  private final Redrawn split = Redrawn.of(List.of(old), List.of(west, east));
  private final Move toWest = new Move(old.code(), west.code());
  private final Move toEast = new Move(old.code(), east.code());

  // The first gives ground to the second, the third stays, the fourth ends without an heir.
  private final Redrawn pushed =
      Redrawn.of(
          List.of(
              Squares.grid("011", 0, 2),
              Squares.grid("012", 2, 4),
              Squares.grid("013", 4, 5),
              Squares.grid("014", 6, 7)),
          List.of(Squares.grid("011", 0, 1), Squares.grid("012", 1, 4), Squares.grid("013", 4, 5)));

  private List<Move> moved(String... grids) {
    WorkImpact impact =
        new WorkImpact(
            new WorkImpact.Kind("patrol", "patrols"),
            (tx, caller) -> List.of(new WorkImpact.Work("7", "早巡", List.of(grids))));
    List<Handed> handed =
        impact.handed(new HeardTx(Instant.EPOCH), Caller.upkeep(), pushed, Instant.EPOCH);
    assertThat(handed)
        .allSatisfy(
            one -> {
              assertThat(one.id()).isEqualTo("7");
              assertThat(one.label()).isEqualTo("早巡");
              assertThat(one.figures()).containsExactly(Map.entry("patrols", 1));
            });
    return handed.stream().map(Handed::move).toList();
  }

  private static Handed house(String id, Move move, int households) {
    return new Handed(
        Handed.BUILDING, id, "", move, Map.of("buildings", 1, "households", households));
  }

  @Test
  void flows_add_up_what_goes_each_way_and_totals_count_each_thing_once() {
    Impact impact =
        Impact.of(
            split,
            List.of(
                house("b1", toWest, 20),
                house("b2", toEast, 30),
                house("b3", toEast, 5),
                new Handed(Handed.UNIT_STAFF, "D9", "", toWest, Map.of("unitStaff", 1)),
                new Handed(Handed.UNIT_STAFF, "D9", "", toEast, Map.of("unitStaff", 1))));
    assertThat(impact.flows()).extracting(Flow::move).containsExactly(toWest, toEast);
    assertThat(impact.flows().get(1).figures())
        .containsEntry("households", 35)
        .containsEntry("buildings", 2);
    assertThat(impact.totals())
        .containsEntry("households", 55)
        .containsEntry("buildings", 3)
        .containsEntry("unitStaff", 1);
  }

  @Test
  void who_holds_one_of_the_grids_sees_what_it_gives_or_gets_and_no_more() {
    Impact impact = Impact.of(split, List.of(house("b1", toWest, 20), house("b2", toEast, 30)));
    Impact own = impact.within(AreaScope.of(List.of(west.code())));
    assertThat(own.whole()).isFalse();
    assertThat(own.handed()).extracting(Handed::id).containsExactly("b1");
    assertThat(own.born()).containsExactly(west);
    assertThat(own.retired()).containsExactly(old);
    assertThat(impact.within(AreaScope.of(List.of("990101001001999"))).isNone()).isTrue();
    assertThat(impact.within(AreaScope.nowhere()).isNone()).isTrue();
  }

  @Test
  void work_in_a_grid_that_gives_or_gets_ground_or_ends_is_named_and_no_other() {
    String giver = Squares.grid("011", 0, 2).code();
    String taker = Squares.grid("012", 2, 4).code();
    String stays = Squares.grid("013", 4, 5).code();
    String ends = Squares.grid("014", 6, 7).code();
    Move push = new Move(giver, taker);
    assertThat(moved(giver)).containsExactly(push);
    assertThat(moved(taker)).containsExactly(push);
    assertThat(moved(giver, taker)).as("named once").containsExactly(push);
    assertThat(moved(stays)).isEmpty();
    assertThat(moved(ends)).containsExactly(new Move(ends, ""));
    assertThat(moved(giver.substring(0, 12))).as("an area above keeps its ground").isEmpty();
    assertThat(moved(stays, ends, giver)).containsExactly(push, new Move(ends, ""));
  }

  @Test
  void who_stands_for_the_new_grids_goes_to_each_and_who_does_not_goes_to_none() {
    List<Handed> people = InChargeImpact.of(split);
    assertThat(people)
        .extracting(Handed::id, Handed::move, Handed::label)
        .containsExactly(
            tuple("D0001", toWest, "grid-head"),
            tuple("D0001", toEast, "grid-head"),
            tuple("D0002", new Move(old.code(), ""), "grid-worker"));
  }
}
