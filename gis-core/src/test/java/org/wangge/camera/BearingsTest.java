package org.wangge.camera;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BearingsTest {
  @ParameterizedTest
  @CsvSource({
    "160,160,0,MEASURED",
    "370,10,0,MEASURED",
    "-90,270,0,MEASURED",
    "30-90,60,60,MEASURED",
    "350-10,0,20,MEASURED",
    "NE,45,0,ESTIMATED",
    "wnw,292.5,0,ESTIMATED",
    "NB,0,0,ESTIMATED",
    "西南,225,0,ESTIMATED",
    "朝东,90,0,ESTIMATED"
  })
  void one_direction_is_read(
      String text, double azimuth, double angle, DirectionCertainty certainty) {
    Bearings read = Bearings.parse(text).orElseThrow();
    assertThat(read.looks()).containsExactly(new Bearings.Look(azimuth, angle));
    assertThat(read.certainty()).isEqualTo(certainty);
  }

  @Test
  void several_are_read_in_their_order() {
    assertThat(Bearings.parse("79;230").orElseThrow().looks())
        .extracting(Bearings.Look::azimuthDegrees)
        .containsExactly(79.0, 230.0);
  }

  @Test
  void what_is_no_direction_is_not_guessed() {
    assertThat(Bearings.parse("Flock Raven")).isEmpty();
    assertThat(Bearings.parse("")).hasValue(Bearings.none());
  }

  @ParameterizedTest
  @CsvSource({"1,90", "2,270", "3,180", "4,0", "5,135", "6,45", "7,225", "8,315"})
  void the_direction_types_of_the_standard_are_known(int type, double azimuth) {
    Bearings read = Bearings.ofDirectionType(type).orElseThrow();
    assertThat(read.looks()).containsExactly(new Bearings.Look(azimuth, 0));
    assertThat(read.certainty()).isEqualTo(DirectionCertainty.ESTIMATED);
    assertThat(Bearings.ofDirectionType(9)).isEmpty();
  }
}
