package org.wangge.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.Validity;
import org.wangge.place.StreetClass;
import org.wangge.place.StreetEdge;
import org.wangge.place.Traveller;

/** A street from west to east, 400 m long, with a side street to the north at its middle. */
class NextCamerasTest {
  private static final LatticePoint MIDDLE = LatticePoint.ofDegrees(121.5, 31.2);
  private static final LatticePoint WEST = Geodesy.destination(MIDDLE, 270, 200);
  private static final LatticePoint EAST = Geodesy.destination(MIDDLE, 90, 200);
  private static final LatticePoint NORTH = Geodesy.destination(MIDDLE, 0, 200);
  private static final List<StreetEdge> STREETS =
      List.of(street("w", WEST, MIDDLE), street("e", MIDDLE, EAST), street("n", MIDDLE, NORTH));

  private static StreetEdge street(String id, LatticePoint from, LatticePoint to) {
    return new StreetEdge(
        id,
        id,
        StreetClass.LOCAL,
        node(from),
        node(to),
        Traveller.usualOn(StreetClass.LOCAL),
        List.of(from, to));
  }

  private static String node(LatticePoint at) {
    return at.lon() + "/" + at.lat();
  }

  private static CameraEntry at(int number, double azimuth, double meters) {
    Camera camera =
        Cameras.at(
            String.format("%020d", number),
            Geodesy.destination(Geodesy.destination(MIDDLE, azimuth, meters), 45, 5),
            CameraLens.of(0, 60, 100));
    return new CameraEntry(camera, Validity.since(Instant.EPOCH), 1);
  }

  private static List<Integer> next(CameraEntry first, CameraEntry... others) {
    return NextCameras.to(first, List.of(others), STREETS).stream()
        .map(one -> Integer.parseInt(one.entry().camera().id()))
        .toList();
  }

  @Test
  void the_first_each_way_is_next_and_what_lies_behind_it_is_not() {
    CameraEntry first = at(1, 270, 150);
    assertThat(next(first, at(2, 90, 100), at(3, 90, 150), at(4, 0, 60), at(5, 270, 190)))
        .containsExactly(5, 4, 2);
  }

  @Test
  void those_at_the_same_place_stand_in_nobodys_way() {
    CameraEntry first = at(1, 270, 150);
    assertThat(next(first, at(2, 270, 145), at(3, 90, 40))).containsExactly(2, 3);
    assertThat(next(first, at(3, 90, 40), at(4, 90, 45))).containsExactly(3, 4);
  }

  @Test
  void the_way_is_walked_and_the_bearing_is_straight() {
    NextCameras.Next next = NextCameras.to(at(1, 270, 100), List.of(at(2, 0, 100)), STREETS).get(0);
    assertThat(next.distanceMeters()).isCloseTo(200, within(1.0));
    assertThat(next.bearingDegrees()).isCloseTo(45, within(0.5));
  }

  @Test
  void one_that_stands_at_no_street_is_not_next_and_where_no_street_is_none_is() {
    CameraEntry yard = at(2, 225, 150);
    assertThat(next(at(1, 270, 100), yard)).isEmpty();
    assertThat(NextCameras.to(at(1, 270, 100), List.of(at(2, 0, 100)), List.of())).isEmpty();
  }
}
