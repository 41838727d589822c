package org.wangge.incident.limit;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wangge.incident.limit.StageLimit.Scope;

/** All limits in force; for each stage the one said most closely holds. Immutable. */
public final class StageLimits {
  private final Map<Scope, StageLimit> limits;

  public StageLimits(Collection<StageLimit> limits) {
    this.limits =
        limits.stream()
            .collect(Collectors.toUnmodifiableMap(StageLimit::scope, Function.identity()));
  }

  /**
   * The limit of a stage: that of the category and condition, else that of the category, else that
   * of all; empty where nothing is said.
   */
  public Optional<StageLimit> find(String category, String condition, Stage stage) {
    return find(new Scope(category, condition, stage))
        .or(() -> find(new Scope(category, "", stage)))
        .or(() -> find(new Scope("", "", stage)));
  }

  /** What holds of each stage for a category and condition. */
  public List<StageLimit> listOf(String category, String condition) {
    return Arrays.stream(Stage.values())
        .flatMap(stage -> find(category, condition, stage).stream())
        .toList();
  }

  private Optional<StageLimit> find(Scope scope) {
    return Optional.ofNullable(limits.get(scope));
  }
}
