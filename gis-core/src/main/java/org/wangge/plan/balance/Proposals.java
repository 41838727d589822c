package org.wangge.plan.balance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.geo.LatticePoint;
import org.wangge.plan.street.StreetPath;
import org.wangge.plan.street.StreetsWithin;
import org.wangge.plan.topology.Face;

/**
 * Finds lines along streets that divide a grid best. Every shortest way between two places where
 * streets leave the grid is a candidate; they are ordered by an estimate, and the best are tried
 * for good. Pure, but for the trial.
 */
final class Proposals {
  private static final int MOST = 3;
  private static final int MOST_TRIED = 24;

  /** More in common than this, and two lines are one proposal. */
  private static final double ALIKE = 0.6;

  private static final Comparator<Proposal> BEST_FIRST =
      Comparator.comparing((Proposal one) -> !one.keepsRules())
          .thenComparing(Proposal::unevenness)
          .thenComparing(one -> one.line().size());

  private final PlanGround ground;
  private final Trial trial;

  /** What a line would make of the grid; empty where it would be refused. */
  @FunctionalInterface
  interface Trial {
    Optional<Proposal> of(List<LatticePoint> line);
  }

  Proposals(PlanGround ground, Trial trial) {
    this.ground = ground;
    this.trial = trial;
  }

  /** At most three lines, the best first. */
  List<Proposal> of(Face face) {
    StreetsWithin streets = StreetsWithin.of(ground.streetsNear(face.shape()), face.shape());
    HalvingEstimate estimate =
        new HalvingEstimate(face.shape(), ground.buildingsNear(face.shape()));
    List<Estimated> candidates = new ArrayList<>();
    for (StreetPath path : streets.crossings()) {
      candidates.add(new Estimated(path.line(), estimate.unevenness(path.line())));
    }
    candidates.sort(Comparator.comparingDouble(Estimated::unevenness));
    List<Proposal> found = new ArrayList<>();
    int tried = 0;
    for (Estimated candidate : candidates) {
      if (found.size() == MOST || tried == MOST_TRIED) {
        break;
      }
      boolean known = found.stream().anyMatch(one -> isAlike(one.line(), candidate.line()));
      if (!known && !estimate.cuts(candidate.line())) {
        tried++;
        trial.of(candidate.line()).filter(one -> one.cutBuildings() == 0).ifPresent(found::add);
      }
    }
    found.sort(BEST_FIRST);
    return found;
  }

  private record Estimated(List<LatticePoint> line, double unevenness) {}

  private static boolean isAlike(List<LatticePoint> one, List<LatticePoint> other) {
    Set<LatticePoint> shared = new HashSet<>(one);
    shared.retainAll(new HashSet<>(other));
    return shared.size() > ALIKE * Math.min(one.size(), other.size());
  }
}
