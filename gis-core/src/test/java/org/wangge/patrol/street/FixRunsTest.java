package org.wangge.patrol.street;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;
import org.wangge.patrol.Fix;

class FixRunsTest {
  private static final LatticePoint HERE = LatticePoint.ofDegrees(112.6, 28.9);
  private static final Instant EIGHT = Instant.parse("2026-11-02T00:00:00Z");

  private static Fix fix(int second, double eastMeters) {
    return new Fix(Geodesy.destination(HERE, 90, eastMeters), EIGHT.plusSeconds(second));
  }

  /** A fix every ten seconds, ten metres on; west of 500 m there are streets. */
  private static List<FixRuns.Run> runs(List<Fix> fixes) {
    return FixRuns.of(fixes, fix -> Geodesy.distanceMeters(HERE, fix.location()) < 500);
  }

  private static List<Fix> walk(int from, int to) {
    List<Fix> fixes = new ArrayList<>();
    for (int i = from; i <= to; i++) {
      fixes.add(fix(i * 10, i * 10));
    }
    return fixes;
  }

  @Test
  void a_walk_along_streets_is_one_run() {
    List<Fix> fixes = walk(0, 40);
    assertThat(runs(fixes)).containsExactly(new FixRuns.Run(fixes, true));
    assertThat(runs(List.of())).isEmpty();
    assertThat(runs(fixes.subList(0, 1))).as("one fix is no way").isEmpty();
  }

  @Test
  void who_leaves_the_streets_goes_from_the_last_fix_at_them_to_the_first_when_back() {
    List<Fix> fixes = walk(40, 60);
    for (int i = 1; i <= 20; i++) {
      fixes.add(fix(600 + i * 10, 600 - i * 10));
    }
    List<FixRuns.Run> runs = runs(fixes);
    assertThat(runs).extracting(FixRuns.Run::onStreets).containsExactly(true, false, true);
    List<Fix> beside = runs.get(1).fixes();
    assertThat(beside.get(0)).isEqualTo(runs.get(0).fixes().get(runs.get(0).fixes().size() - 1));
    assertThat(beside.get(beside.size() - 1)).isEqualTo(runs.get(2).fixes().get(0));
    assertThat(beside.subList(1, beside.size() - 1))
        .allMatch(fix -> Geodesy.distanceMeters(HERE, fix.location()) >= 500);
  }

  @Test
  void a_silence_and_a_leap_are_not_gone_through() {
    List<Fix> silent = new ArrayList<>(walk(0, 5));
    silent.add(fix(300, 60));
    silent.add(fix(310, 70));
    assertThat(runs(silent)).extracting(run -> run.fixes().size()).containsExactly(6, 2);
    List<Fix> leap = new ArrayList<>(walk(0, 5));
    leap.add(fix(51, 490));
    leap.add(fix(61, 480));
    assertThat(runs(leap)).extracting(run -> run.fixes().size()).containsExactly(6, 2);
  }

  @Test
  void a_way_tells_how_much_of_it_goes_along_streets() {
    List<LatticePoint> line = List.of(HERE, Geodesy.destination(HERE, 90, 100));
    StreetWay way =
        new StreetWay(
            List.of(
                new StreetWay.Piece("s-1", line, EIGHT, EIGHT.plusSeconds(80)),
                new StreetWay.Piece(
                    null,
                    List.of(line.get(1), Geodesy.destination(line.get(1), 0, 40)),
                    EIGHT,
                    EIGHT.plusSeconds(80))));
    assertThat(way.streetMeters()).isBetween(99.9, 100.1);
    assertThat(way.besideMeters()).isBetween(39.9, 40.1);
    assertThat(way.pieces().get(1).streetId()).isEmpty();
    assertThatThrownBy(
            () -> new StreetWay.Piece("s-1", line.subList(0, 1), EIGHT, EIGHT.plusSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
