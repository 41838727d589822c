package org.wangge.grid;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wangge.grid.SizeRule.Measure;

/** All rules of size; for each area and measure the one said nearest above it judges. Immutable. */
public final class SizeRules {
  private final List<SizeRule> nearestFirst;

  public SizeRules(Collection<SizeRule> rules) {
    nearestFirst =
        rules.stream()
            .sorted(Comparator.comparingInt((SizeRule rule) -> -rule.area().length()))
            .toList();
  }

  /** The rule that judges an area by a measure; empty where none does. */
  public Optional<SizeRule> find(Area area, Measure measure) {
    for (SizeRule rule : nearestFirst) {
      if (rule.measure() == measure && rule.appliesTo(area)) {
        return rule.inForce() ? Optional.of(rule) : Optional.empty();
      }
    }
    return Optional.empty();
  }
}
