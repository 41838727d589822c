package org.wangge.server.plan.paper;

import java.time.Clock;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.wangge.grid.AreaAtlas;
import org.wangge.people.PersonNames;
import org.wangge.place.PlaceRegister;
import org.wangge.plan.impact.PlanReview;

/** Puts together what is printed. */
public final class PaperModule {
  private final PaperHttp http;

  /**
   * Puts it together.
   *
   * @param review plans and what they change
   * @param atlas what lies where now
   * @param generated whether a demonstration made this place up
   * @param zone of the place
   */
  public PaperModule(
      PlanReview review,
      Supplier<AreaAtlas> atlas,
      PlaceRegister places,
      PersonNames names,
      BooleanSupplier generated,
      ZoneId zone,
      Clock clock) {
    http = new PaperHttp(new PaperDesk(review, atlas, places, names, generated, clock), zone);
  }

  public PaperHttp http() {
    return http;
  }
}
