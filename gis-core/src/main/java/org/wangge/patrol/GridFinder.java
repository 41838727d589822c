package org.wangge.patrol;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

/** Finds the grid of a place. Thread-safe. */
@FunctionalInterface
public interface GridFinder {
  /** So few fixes are looked up one by one. */
  int FEW = 3;

  /** Code of the grid that holds a point; empty outside every grid. */
  Optional<String> at(LatticePoint point);

  /** Code of a grid that holds all of a box, where that is clear at a glance. */
  default Optional<String> ofAll(LatticeBox box) {
    return Optional.empty();
  }

  /** Codes of the grids that some fixes lie in. */
  default Set<String> of(List<Fix> fixes) {
    Set<String> codes = new HashSet<>();
    if (!fixes.isEmpty()) {
      add(codes, fixes);
    }
    return codes;
  }

  /** Whoever walks stays in a grid for a while: halves are taken until each lies in one. */
  private void add(Set<String> codes, List<Fix> fixes) {
    Optional<String> whole = ofAll(Track.boxOf(fixes));
    if (whole.isPresent()) {
      codes.add(whole.get());
    } else if (fixes.size() <= FEW) {
      fixes.forEach(fix -> at(fix.location()).ifPresent(codes::add));
    } else {
      int middle = fixes.size() / 2;
      add(codes, fixes.subList(0, middle));
      add(codes, fixes.subList(middle, fixes.size()));
    }
  }
}
