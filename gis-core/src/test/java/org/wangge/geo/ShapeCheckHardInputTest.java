package org.wangge.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Input made to be slow or to break the check, and random junk. */
class ShapeCheckHardInputTest {
  private static final int LARGEST = ShapeCheck.DEFAULT_MAX_VERTICES;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ShapeCheck check = new ShapeCheck();

  @Test
  void hatching_that_would_take_minutes_is_refused_at_once() {
    assertThat(judge(hatching(LARGEST / 2 - 2)).faults().get(0).code())
        .isEqualTo("edges-too-tangled");
  }

  @Test
  void hatching_that_takes_a_second_is_judged() {
    assertThat(judge(hatching(500)).shape()).isPresent();
  }

  /** Slopes side by side: no two meet, and the boxes of all of them overlap. */
  private static RawOutline hatching(int teeth) {
    List<Position> ring = new ArrayList<>();
    for (int i = 0; i < teeth; i++) {
      ring.add(new Position(i * 1e-3, 0));
      ring.add(new Position(20 + i * 1e-3, 20));
    }
    ring.add(new Position(teeth * 1e-3, -1));
    ring.add(ring.get(0));
    return RawOutline.ofRing(ring);
  }

  @Test
  void a_star_in_which_every_edge_crosses_every_other_is_refused() {
    List<Position> ring = new ArrayList<>();
    int corners = LARGEST - 1;
    int stride = corners / 2;
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i * stride / corners;
      ring.add(new Position(10 * Math.cos(angle), 10 * Math.sin(angle)));
    }
    ring.add(ring.get(0));
    assertThat(judge(RawOutline.ofRing(ring)).faults().get(0).code())
        .isEqualTo("edges-too-tangled");
  }

  @Test
  void thousands_of_holes_and_parts_are_answered() {
    List<List<List<Position>>> parts = new ArrayList<>();
    List<List<Position>> holed = new ArrayList<>();
    holed.add(square(0, 0, 40));
    for (int i = 0; i < LARGEST / 10 - 10; i++) {
      int row = i / 70;
      int column = i % 70;
      holed.add(square(1 + column * 0.5, 1 + row * 0.5, 0.4));
      parts.add(List.of(square(-1 - row * 0.01, column * 0.01, 0.005)));
    }
    parts.add(holed);
    assertThat(judge(new RawOutline(parts)).shape()).isPresent();
  }

  @Test
  void the_same_square_two_hundred_times_overlaps() {
    List<List<List<Position>>> parts = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      parts.add(List.of(square(1, 1, 1)));
    }
    assertThat(judge(new RawOutline(parts)).faults().get(0).code()).isEqualTo("parts-overlap");
  }

  /** Corners within corners: no edges near each other, but every box lies in another. */
  @Test
  void thousands_of_nested_corners_are_judged() {
    List<List<List<Position>>> parts = new ArrayList<>();
    int corners = LARGEST / 7;
    for (int i = 0; i < corners; i++) {
      double near = i * 1e-3;
      double far = near + 5e-4;
      double end = 10;
      parts.add(
          List.of(
              List.of(
                  new Position(near, near),
                  new Position(end, near),
                  new Position(end, far),
                  new Position(far, far),
                  new Position(far, end),
                  new Position(near, end),
                  new Position(near, near))));
    }
    assertThat(judge(new RawOutline(parts)).shape()).isPresent();
  }

  /** Few lattice cells and many vertices: every touching, overlapping and folding there is. */
  @Test
  void random_junk_is_always_answered_and_what_passes_is_valid() {
    Random random = new Random(20);
    int sound = 0;
    for (int i = 0; i < 20_000; i++) {
      ShapeVerdict verdict = check.judge(junk(random));
      if (verdict.shape().isPresent()) {
        sound++;
        assertThat(verdict.shape().get().scaled().isValid()).isTrue();
      } else {
        assertThat(verdict.faults()).isNotEmpty().allMatch(fault -> !fault.code().isEmpty());
        assertThat(verdict.faults().get(0).details()).containsKey("code");
      }
    }
    assertThat(sound).isGreaterThan(1000);
  }

  private static RawOutline junk(Random random) {
    double cell = random.nextBoolean() ? 1e-7 : 0.4e-7;
    List<List<List<Position>>> parts = new ArrayList<>();
    for (int part = random.nextInt(3); part >= 0; part--) {
      List<List<Position>> rings = new ArrayList<>();
      for (int ring = random.nextInt(2); ring >= 0; ring--) {
        List<Position> vertices = new ArrayList<>();
        for (int vertex = random.nextInt(5); vertex >= -1; vertex--) {
          vertices.add(new Position(ordinate(random, cell), ordinate(random, cell)));
        }
        if (random.nextInt(10) > 0) {
          vertices.add(vertices.get(0));
        }
        rings.add(vertices);
      }
      parts.add(rings);
    }
    return new RawOutline(parts);
  }

  private static double ordinate(Random random, double cell) {
    double[] odd = {
      Double.NaN, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE, 1e300, 180, -180.1
    };
    return random.nextInt(100) == 0 ? odd[random.nextInt(odd.length)] : random.nextInt(12) * cell;
  }

  private ShapeVerdict judge(RawOutline outline) {
    return assertTimeoutPreemptively(PATIENCE, () -> check.judge(outline));
  }

  private static List<Position> square(double west, double south, double side) {
    return List.of(
        new Position(west, south),
        new Position(west + side, south),
        new Position(west + side, south + side),
        new Position(west, south + side),
        new Position(west, south));
  }
}
