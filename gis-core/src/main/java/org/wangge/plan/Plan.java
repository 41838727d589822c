package org.wangge.plan;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plan as it stands, without what is drawn in it.
 *
 * @param id given by the store, from 1
 * @param version counts every change to the plan, from 1; the ETag of it
 * @param name what the planner calls it
 * @param areaCode the community or street whose grids it redraws
 * @param state how far it has come
 * @param head number of the edit it stands at; 0 when it is as its base
 * @param baseCoverage {@link org.wangge.grid.GridStore#coverageVersion} it starts from
 * @param baseAt instant whose areas it starts from
 * @param account id of the account that began it
 * @param publishedOrNull when it came into force
 */
public record Plan(
    long id,
    int version,
    String name,
    String areaCode,
    PlanState state,
    int head,
    long baseCoverage,
    Instant baseAt,
    String account,
    @Nullable Instant publishedOrNull) {

  public Optional<Instant> published() {
    return Optional.ofNullable(publishedOrNull);
  }

  /** The plan one version later, standing at another edit. */
  public Plan at(int edit) {
    return new Plan(
        id,
        version + 1,
        name,
        areaCode,
        state,
        edit,
        baseCoverage,
        baseAt,
        account,
        publishedOrNull);
  }

  /** The plan one version later, in force. */
  public Plan publishedAt(Instant effective) {
    return new Plan(
        id,
        version + 1,
        name,
        areaCode,
        PlanState.PUBLISHED,
        head,
        baseCoverage,
        baseAt,
        account,
        effective);
  }
}
