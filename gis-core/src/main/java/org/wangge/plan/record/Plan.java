package org.wangge.plan.record;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;

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
 * @param publishedOrNull when the transaction was that put it into force
 * @param term when it is in force and what else time has done to it
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
    @Nullable Instant publishedOrNull,
    PlanTerm term) {

  /** A plan about which nothing is settled yet. */
  public Plan(
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
    this(
        id,
        version,
        name,
        areaCode,
        state,
        head,
        baseCoverage,
        baseAt,
        account,
        publishedOrNull,
        PlanTerm.OPEN);
  }

  /** A plan that begins now. */
  public static Plan draft(
      String name, String areaCode, long coverage, Instant now, Caller caller) {
    return new Plan(
        0, 1, name, areaCode, PlanState.DRAFT, 0, coverage, now, caller.account(), null);
  }

  /** The same plan, of the outlines of another instant. */
  public Plan restoring(Instant instant) {
    return new Plan(
        id,
        version,
        name,
        areaCode,
        state,
        head,
        baseCoverage,
        baseAt,
        account,
        publishedOrNull,
        new PlanTerm(term.effectiveOrNull(), term.supersededByOrNull(), instant));
  }

  /** When it was put into force, by the clock of what is on record. */
  public Optional<Instant> published() {
    return Optional.ofNullable(publishedOrNull);
  }

  /** Since when, or from when on, it is in force. */
  public Optional<Instant> effective() {
    return Optional.ofNullable(term.effectiveOrNull());
  }

  /** The same plan with the id that the store gave it. */
  public Plan withId(long given) {
    return new Plan(
        given,
        version,
        name,
        areaCode,
        state,
        head,
        baseCoverage,
        baseAt,
        account,
        publishedOrNull,
        term);
  }

  /** The plan one version later, standing at another edit. */
  public Plan at(int edit) {
    return next(state, edit, publishedOrNull, term);
  }

  /** The plan one version later in another state, to come into force at an instant or at none. */
  public Plan in(PlanState other, @Nullable Instant effective) {
    return next(other, head, publishedOrNull, term.effective(effective));
  }

  /**
   * The plan one version later, in force.
   *
   * @param effective since when
   * @param now when that was put on record: later, where the program stood still at that instant
   */
  public Plan publishedAt(Instant effective, Instant now) {
    return next(PlanState.PUBLISHED, head, now, term.effective(effective));
  }

  /** The plan one version later, of which a later one has ended an area. */
  public Plan supersededBy(long planId) {
    return next(
        PlanState.SUPERSEDED,
        head,
        publishedOrNull,
        new PlanTerm(term.effectiveOrNull(), planId, term.restoresOrNull()));
  }

  /** The plan one version later, begun from the areas of another instant. */
  public Plan rebased(PlanState then, long coverage, Instant instant) {
    return new Plan(
        id,
        version + 1,
        name,
        areaCode,
        then,
        head,
        coverage,
        instant,
        account,
        publishedOrNull,
        term);
  }

  /** The plan of the same version, standing at another edit. */
  public Plan headedAt(int edit) {
    return new Plan(
        id,
        version,
        name,
        areaCode,
        state,
        edit,
        baseCoverage,
        baseAt,
        account,
        publishedOrNull,
        term);
  }

  /** The plan of the same version, nothing being decided about it. */
  public Plan drafted() {
    return new Plan(
        id,
        version,
        name,
        areaCode,
        PlanState.DRAFT,
        head,
        baseCoverage,
        baseAt,
        account,
        publishedOrNull,
        term.effective(null));
  }

  private Plan next(PlanState then, int edit, @Nullable Instant published, PlanTerm settled) {
    return new Plan(
        id,
        version + 1,
        name,
        areaCode,
        then,
        edit,
        baseCoverage,
        baseAt,
        account,
        published,
        settled);
  }
}
