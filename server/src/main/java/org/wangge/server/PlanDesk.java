package org.wangge.server;

import static org.wangge.access.Right.APPROVE_PLANS;
import static org.wangge.access.Right.DRAW_AREAS;
import static org.wangge.access.Right.FOLLOW;
import static org.wangge.access.Right.PUBLIC;
import static org.wangge.access.Right.PUBLISH_PLANS;
import static org.wangge.access.Right.READ_IMPACT;
import static org.wangge.access.Right.READ_PLANS;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.wangge.people.PersonNames;
import org.wangge.plan.balance.PlanBalance;
import org.wangge.plan.impact.InChargeImpact;
import org.wangge.plan.impact.PlaceImpact;
import org.wangge.server.camera.CameraModule;
import org.wangge.server.grid.GridModule;
import org.wangge.server.http.RouteTable;
import org.wangge.server.incident.IncidentModule;
import org.wangge.server.place.PlaceModule;
import org.wangge.server.plan.PlanBalanceHttp;
import org.wangge.server.plan.PlanHttp;
import org.wangge.server.plan.PlanLifeHttp;
import org.wangge.server.plan.PlanModule;
import org.wangge.server.plan.PlanTogetherHttp;
import org.wangge.server.plan.impact.CameraImpact;
import org.wangge.server.plan.impact.ImpactHttp;
import org.wangge.server.plan.impact.IncidentImpact;
import org.wangge.server.plan.impact.ReviewModule;
import org.wangge.server.plan.paper.PaperHttp;
import org.wangge.server.plan.paper.PaperModule;
import org.wangge.server.storage.Database;

/** Plans, what they change, and both on paper. */
final class PlanDesk implements AutoCloseable {
  private final PlanModule plans;
  private final ImpactHttp impacts;
  private final PaperHttp paper;

  /**
   * What plans redraw, and what stands on it.
   *
   * @param work that names its grids
   * @param names of those in charge
   */
  record Ground(
      GridModule grids,
      PlaceModule places,
      CameraModule cameras,
      IncidentModule incidents,
      GridWork work,
      PersonNames names) {}

  /**
   * Puts it together.
   *
   * @param generated whether a demonstration made this place up
   * @param zone of the place
   */
  PlanDesk(Database database, Ground ground, BooleanSupplier generated, ZoneId zone, Clock clock) {
    GridModule grids = ground.grids();
    PlaceModule places = ground.places();
    plans =
        new PlanModule(
            database,
            grids,
            new PlanBalance.Ground(
                places::buildingsIn, ground.cameras()::camerasIn, places::streetsIn),
            List.of(ground.incidents()::follow, ground.cameras()::follow),
            clock);
    ReviewModule reviews =
        new ReviewModule(
            database,
            plans.register(),
            grids,
            List.of(
                new PlaceImpact(places.store()),
                new InChargeImpact(),
                new IncidentImpact(ground.incidents().store()),
                new CameraImpact(ground.cameras().store()),
                ground.work().patrols(),
                ground.work().visits(),
                ground.work().emergencies()),
            ground.names(),
            zone);
    impacts = reviews.impacts();
    paper =
        new PaperModule(
                reviews.review(),
                grids.atlas()::now,
                places.register(),
                ground.names(),
                generated,
                zone,
                clock)
            .http();
  }

  /** Puts into force what has come due meanwhile, and waits for what is to come. */
  void start() {
    plans.start();
  }

  @Override
  public void close() {
    plans.close();
  }

  void register(RouteTable at) {
    drawing(at);
    life(at);
    together(at);
    onPaper(at);
  }

  private void drawing(RouteTable at) {
    PlanHttp http = plans.http();
    PlanBalanceHttp balances = plans.balance();
    at.get("/api/grids/{code}/lineage", http::lineage, PUBLIC);
    at.get("/api/plans", http::list, READ_PLANS);
    at.post("/api/plans", http::begin, DRAW_AREAS);
    at.get("/api/plans/{id}", http::get, READ_PLANS);
    at.post("/api/plans/{id}/edits", http::edit, DRAW_AREAS);
    at.post("/api/plans/{id}/undo", http::undo, DRAW_AREAS);
    at.post("/api/plans/{id}/redo", http::redo, DRAW_AREAS);
    at.get("/api/plans/{id}/validation", http::validation, READ_PLANS);
    at.get("/api/plans/{id}/balance", balances::get, READ_PLANS);
    at.get("/api/plans/{id}/proposals", balances::proposals, DRAW_AREAS);
    at.post("/api/plans/{id}/copy", http::copy, DRAW_AREAS);
  }

  private void life(RouteTable at) {
    PlanLifeHttp life = plans.life();
    at.post("/api/plans/{id}/submit", life::submit, DRAW_AREAS);
    at.post("/api/plans/{id}/withdraw", life::withdraw, DRAW_AREAS);
    at.post("/api/plans/{id}/reopen", life::reopen, DRAW_AREAS);
    at.post("/api/plans/{id}/approve", life::approve, APPROVE_PLANS);
    at.post("/api/plans/{id}/reject", life::reject, APPROVE_PLANS);
    at.post("/api/plans/{id}/publish", life::publish, PUBLISH_PLANS);
    at.post("/api/plans/{id}/rebase", plans.rebase()::rebase, DRAW_AREAS);
    at.post("/api/plans/{id}/rollback", plans.rebase()::rollback, DRAW_AREAS);
  }

  private void together(RouteTable at) {
    PlanTogetherHttp together = plans.together();
    at.get("/api/plans/{id}/snapshots", together::snapshots, READ_PLANS);
    at.post("/api/plans/{id}/snapshots", together::keep, DRAW_AREAS);
    at.post("/api/plans/{id}/snapshots/{snapshot}/restore", together::restore, DRAW_AREAS);
    at.get("/api/plans/{id}/comments", together::comments, READ_PLANS);
    at.post("/api/plans/{id}/comments", together::say, READ_PLANS);
    at.post("/api/plans/{id}/comments/{comment}/resolve", together::resolve, READ_PLANS);
    at.post("/api/plans/{id}/comments/{comment}/reopen", together::reopen, READ_PLANS);
    at.get("/api/plans/{id}/locks", together::locks, READ_PLANS);
    at.post("/api/plans/{id}/locks", together::lock, DRAW_AREAS);
    at.delete("/api/plans/{id}/locks/{face}", together::unlock, READ_PLANS);
  }

  private void onPaper(RouteTable at) {
    at.get("/api/impacts", impacts::around, READ_IMPACT);
    at.get("/api/plans/{id}/impact", impacts::impact, READ_IMPACT);
    at.get("/api/plans/{id}/impact.csv", impacts::csv, READ_IMPACT);
    at.get("/api/plans/{id}/impact.xlsx", impacts::xlsx, READ_IMPACT);
    at.get("/api/plans/{a}/compare/{b}", impacts::compare, READ_PLANS);
    at.get("/api/plans/{id}/sheet.pdf", paper::plan, READ_PLANS);
    at.get("/api/grids/{code}/notice.pdf", paper::notice, FOLLOW);
  }
}
