package org.wangge.server.plan.impact;

import java.time.ZoneId;
import java.util.List;
import org.wangge.event.Transactions;
import org.wangge.people.PersonNames;
import org.wangge.plan.PlanRegister;
import org.wangge.plan.impact.ImpactSource;
import org.wangge.plan.impact.PlanReview;
import org.wangge.server.grid.GridModule;

/** Puts together what is told of plans to those who do not draw them. */
public final class ReviewModule {
  private final PlanReview review;
  private final ImpactHttp impacts;

  /**
   * Puts it together.
   *
   * @param sources what hangs on the ground that plans redraw, feature by feature
   * @param names of those in charge
   * @param zone of the place, in which days begin
   */
  public ReviewModule(
      Transactions transactions,
      PlanRegister plans,
      GridModule grids,
      List<ImpactSource> sources,
      PersonNames names,
      ZoneId zone) {
    review = new PlanReview(transactions, plans, grids.store(), sources);
    impacts = new ImpactHttp(review, grids.atlas(), names, zone);
  }

  public PlanReview review() {
    return review;
  }

  public ImpactHttp impacts() {
    return impacts;
  }
}
