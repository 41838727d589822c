package org.wangge.plan.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
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
