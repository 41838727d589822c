package org.wangge.camera.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;

class SeenGroundTest {
  /** About 20 cm: more than arcs are off. */
  private static final double NEAR_DEGREES = 2e-6;

  @Test
  void the_outline_holds_what_the_camera_sees() {
    SightTown town = new SightTown(31, 240);
    int seen = 0;
    int unclear = 0;
    for (Eye eye : town.eyes(80)) {
      Sight sight = Sight.of(eye, town.buildings(30));
      Geometry outline = SeenGround.of(sight).outline();
      assertThat(outline.isValid()).isTrue();
      for (int i = 0; i < 50; i++) {
        LatticePoint place = town.near(eye);
        Geometry point = point(place);
        if (outline.getBoundary().distance(point) < NEAR_DEGREES) {
          unclear++;
        } else {
          boolean sees = sight.sees(place);
          seen += sees ? 1 : 0;
          assertThat(outline.contains(point)).as("%s of %s", place, eye).isEqualTo(sees);
        }
      }
    }
    assertThat(seen).isGreaterThan(700);
    assertThat(unclear).isLessThan(100);
  }

  @Test
  void what_is_hidden_is_taken_off_the_sector() {
    Lens lens = new Lens(0, 90, 5, 100);
    Eye eye = new Eye("e", SightTown.CORNER, 400, false, List.of(lens));
    double whole = Math.PI / 4 * (100 * 100 - 5 * 5);
    SeenGround open = SeenGround.of(Sight.of(eye, List.of()));
    assertThat(open.squareMeters()).isCloseTo(whole, within(5.0));
    assertThat(open.squareMeters()).isEqualTo(open.sectorsSquareMeters());
    // A wall across half of the view, 50 m ahead: to its right lies an eighth of the disc.
    Blocker wall = SightTown.building("wall", 1_000, 0, 50, 60, 50, 60, 51, 0, 51);
    SeenGround cut = SeenGround.of(Sight.of(eye, List.of(wall)));
    double hidden = Math.PI / 8 * 100 * 100 - 50 * 50 / 2.0;
    assertThat(cut.squareMeters()).isCloseTo(whole - hidden, within(10.0));
    Geometry path =
        LatticeShape.DEGREES.createLineString(
            new Coordinate[] {at(-40, 60), at(0, 60), at(40, 60)});
    assertThat(cut.of(path).getLength()).isCloseTo(path.getLength() / 2, within(1e-6));
  }

  private static Coordinate at(double east, double north) {
    LatticePoint place = SightTown.at(east, north);
    return new Coordinate(place.lonDegrees(), place.latDegrees());
  }

  private static Geometry point(LatticePoint place) {
    return LatticeShape.DEGREES.createPoint(new Coordinate(place.lonDegrees(), place.latDegrees()));
  }
}
