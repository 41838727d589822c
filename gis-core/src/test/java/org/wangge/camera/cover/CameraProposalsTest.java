package org.wangge.camera.cover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wangge.camera.sight.Eye;
import org.wangge.camera.sight.SightIndex;
import org.wangge.geo.LatticePoint;

class CameraProposalsTest {
  private static final Pose FEW = new Pose(600, 90, 8.2, 100, 4);

  @Test
  void it_chooses_what_counting_every_candidate_each_time_chooses() {
    CoverTown town = new CoverTown(2, 6);
    SightIndex sights = town.sights();
    var chosen =
        CameraProposals.choose(sights, town.covers(sights), FEW, town.corners(), 6, Progress.ANY);
    assertThat(chosen.complete()).isTrue();
    assertThat(chosen.candidates()).isEqualTo(town.corners().size());
    assertThat(chosen.proposals()).hasSize(6);
    List<Eye> eyes = new ArrayList<>(town.eyes);
    for (Proposal one : chosen.proposals()) {
      Eye best = best(town, eyes);
      assertThat(one.place()).isEqualTo(best.place());
      assertThat(one.azimuthDegrees()).isEqualTo(best.lenses().get(0).azimuthDegrees());
      eyes.add(best);
    }
  }

  /** Puts each candidate up in turn and counts all anew. */
  private static Eye best(CoverTown town, List<Eye> eyes) {
    SightIndex sights = SightIndex.of(eyes, town.blockers());
    long before = homes(town, sights);
    Gain most = Gain.NONE;
    Eye best = eyes.get(0);
    long ground = ground(town, sights);
    for (LatticePoint place : town.corners()) {
      for (int i = 0; i < FEW.directions(); i++) {
        Eye eye = FEW.eye("new" + eyes.size(), place, FEW.azimuthDegrees(i));
        sights.put(eye);
        Gain gain = new Gain(homes(town, sights) - before, ground(town, sights) - ground);
        if (gain.compareTo(most) > 0) {
          most = gain;
          best = eye;
        }
        sights.remove(eye.id());
      }
    }
    return best;
  }

  private static long homes(CoverTown town, SightIndex sights) {
    return town.covers(sights).stream()
        .mapToLong(cover -> cover.ground().homes(cover.seen(Counted.ALL)))
        .sum();
  }

  private static long ground(CoverTown town, SightIndex sights) {
    return town.covers(sights).stream()
        .mapToLong(cover -> Math.round(cover.seenSquareMeters(Counted.ALL) * 10_000))
        .sum();
  }

  @Test
  void the_gains_are_true_when_the_cameras_are_put_up() {
    CoverTown town = new CoverTown(3, 15);
    SightIndex sights = town.sights();
    long homes = homes(town, sights);
    long ground = ground(town, sights);
    var chosen =
        CameraProposals.choose(
            sights, town.covers(sights), Pose.USUAL, town.corners(), 8, Progress.ANY);
    assertThat(chosen.proposals()).hasSize(8);
    Gain last = new Gain(Long.MAX_VALUE, 0);
    for (Proposal one : chosen.proposals()) {
      sights.put(Pose.USUAL.eye("new" + one, one.place(), one.azimuthDegrees()));
      assertThat(homes(town, sights) - homes).isEqualTo(one.together().thousandths());
      assertThat(ground(town, sights) - ground).isEqualTo(one.together().squareCentimeters());
      assertThat(one.gain()).isLessThanOrEqualTo(last);
      assertThat(one.gain().households()).isPositive();
      last = one.gain();
    }
  }

  @Test
  void where_there_is_no_time_what_was_looked_at_is_chosen_from() {
    CoverTown town = new CoverTown(2, 6);
    SightIndex sights = town.sights();
    var chosen =
        CameraProposals.choose(
            sights, town.covers(sights), FEW, town.corners(), 6, (done, of) -> done < 3);
    assertThat(chosen.complete()).isFalse();
    assertThat(chosen.candidates()).isEqualTo(3);
    assertThat(chosen.proposals())
        .isNotEmpty()
        .allSatisfy(one -> assertThat(town.corners().subList(0, 3)).contains(one.place()));
  }

  @Test
  void nothing_is_proposed_where_everything_is_seen() {
    CoverTown town = new CoverTown(1, 0);
    SightIndex sights = town.sights();
    town.corners()
        .forEach(
            at -> {
              Eye round = new Pose(99_000, 90, 0.001, 400, 1).round("over" + at, at);
              sights.put(round);
            });
    var chosen =
        CameraProposals.choose(sights, town.covers(sights), FEW, town.corners(), 6, Progress.ANY);
    assertThat(chosen.proposals()).isEmpty();
  }
}
