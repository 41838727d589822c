package org.wangge.plan.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wangge.access.AreaScope;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;

class RedrawnTest {
  private final Area old = Squares.grid("001", 0, 4);
  private final Area neighbour = Squares.grid("002", 4, 8);
  private final Area west = Squares.grid("003", 0, 1);
  private final Area east = Squares.grid("004", 1, 4);

  private final Redrawn split = Redrawn.of(List.of(old, neighbour), List.of(neighbour, west, east));

  @Test
  void a_split_ends_one_code_begins_two_and_moves_no_other_outline() {
    assertThat(split.retired()).containsExactly(old);
    assertThat(split.born()).containsExactly(west, east);
    assertThat(split.outlines()).isEmpty();
    assertThat(split.box()).contains(Squares.shape(0, 4).bounds());
  }

  @Test
  void a_place_goes_with_the_ground_it_lies_on_and_elsewhere_stays() {
    assertThat(split.moveOf(at(500))).contains(new Move(old.code(), west.code()));
    assertThat(split.moveOf(at(2_500))).contains(new Move(old.code(), east.code()));
    assertThat(split.moveOf(at(5_000))).isEmpty();
    assertThat(split.moveOf(at(50_000))).isEmpty();
  }

  private static LatticePoint at(int east) {
    return Squares.at(east, 500);
  }

  @Test
  void the_ground_is_shared_out_to_the_last_square_metre() {
    List<GroundMove> ground = split.ground();
    assertThat(ground.stream().map(GroundMove::move))
        .containsExactly(new Move(old.code(), west.code()), new Move(old.code(), east.code()));
    double sum = ground.stream().mapToDouble(GroundMove::squareMeters).sum();
    double whole = Geodesy.areaSquareMeters(old.shape().orElseThrow());
    assertThat(sum).isCloseTo(whole, within(0.5));
    assertThat(ground.get(0).squareMeters()).isCloseTo(whole / 4, within(0.5));
  }

  @Test
  void a_border_that_moves_between_two_grids_that_stay_moves_ground_and_a_vertex_does_not() {
    Area wider = Squares.grid("001", 0, 5);
    Area narrower = Squares.grid("002", 5, 8);
    Redrawn moved = Redrawn.of(List.of(old, neighbour), List.of(wider, narrower));
    assertThat(moved.outlines()).hasSize(2).allMatch(OutlineChange::movesGround);
    assertThat(moved.ground().stream().map(GroundMove::move))
        .containsExactly(new Move(neighbour.code(), wider.code()));

    Area same = Squares.gridWithVertex("002", 4, 8);
    Redrawn vertex = Redrawn.of(List.of(old, neighbour), List.of(old, same));
    assertThat(vertex.outlines()).hasSize(1).noneMatch(OutlineChange::movesGround);
    assertThat(vertex.ground()).isEmpty();
  }

  @Test
  void nothing_is_different_between_a_state_and_itself() {
    Redrawn same = Redrawn.of(split.before(), split.before());
    assertThat(same.retired()).isEmpty();
    assertThat(same.born()).isEmpty();
    assertThat(same.ground()).isEmpty();
    assertThat(same.box()).isEmpty();
  }

  @Test
  void a_move_touches_the_scopes_of_both_its_ends_and_of_no_other() {
    Move move = new Move(old.code(), west.code());
    assertThat(move.touches(AreaScope.of(List.of(old.code())))).isTrue();
    assertThat(move.touches(AreaScope.of(List.of(west.code())))).isTrue();
    assertThat(move.touches(AreaScope.of(List.of(east.code())))).isFalse();
    assertThat(new Move("", "").touches(AreaScope.unlimited())).isFalse();
  }
}
