package org.wangge.plan.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wangge.geo.LatticeShape;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.FaceTraits;

class RememberedFiguresTest {
  private final List<LatticeShape> counted = new ArrayList<>();
  private final RememberedFigures figures =
      new RememberedFigures(
          shape -> {
            counted.add(shape);
            return new GroundFigures(0, 0, 0, counted.size(), 1, 0, 0);
          });

  @Test
  void after_an_edit_of_two_faces_of_8256_only_two_are_counted() {
    List<Face> faces = new ArrayList<>();
    BalanceTown.squares(96, 86).forEach((id, shape) -> faces.add(face(id, shape)));
    faces.forEach(figures::of);
    assertThat(counted).hasSize(8_256);

    faces.remove(4_000);
    faces.add(face("e1-1", BalanceTown.box(0, 0, 1_000, 500)));
    faces.add(face("e1-2", BalanceTown.box(0, 500, 1_000, 1_000)));
    counted.clear();
    faces.forEach(figures::of);
    assertThat(counted).hasSize(2);
  }

  @Test
  void the_same_outline_in_another_object_is_known_and_another_outline_is_not() {
    GroundFigures first = figures.of(face("a", BalanceTown.box(0, 0, 1_000, 1_000)));
    assertThat(figures.of(face("a", BalanceTown.box(0, 0, 1_000, 1_000)))).isSameAs(first);
    assertThat(figures.of(face("a", BalanceTown.box(0, 0, 1_000, 999)))).isNotEqualTo(first);
    assertThat(counted).hasSize(2);
  }

  private static Face face(String id, LatticeShape shape) {
    return new Face(
        id,
        List.of(),
        true,
        null,
        shape,
        shape.bounds().center(),
        new FaceTraits(null, null, null),
        false);
  }
}
