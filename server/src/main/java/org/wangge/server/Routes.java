package org.wangge.server;

import static org.wangge.server.http.Access.ADMINISTRATOR;
import static org.wangge.server.http.Access.OPERATOR;
import static org.wangge.server.http.Access.PLANNER;
import static org.wangge.server.http.Access.PUBLIC;
import static org.wangge.server.http.Access.WALL;
import static org.wangge.server.http.Access.WORKER;

import org.wangge.server.camera.CameraHttp;
import org.wangge.server.demo.DemoHttp;
import org.wangge.server.grid.GridHttp;
import org.wangge.server.http.Health;
import org.wangge.server.http.OpenApi;
import org.wangge.server.http.Pages;
import org.wangge.server.http.RouteTable;
import org.wangge.server.importing.ImportHttp;
import org.wangge.server.incident.IncidentHttp;
import org.wangge.server.incident.ReportHttp;
import org.wangge.server.live.LiveHttp;
import org.wangge.server.map.TilesHttp;
import org.wangge.server.patrol.PositionHttp;
import org.wangge.server.patrol.PositionStreamHttp;
import org.wangge.server.patrol.TrackHttp;
import org.wangge.server.people.SessionHttp;
import org.wangge.server.place.AddressHttp;
import org.wangge.server.place.PlaceHttp;
import org.wangge.server.plan.PlanHttp;
import org.wangge.server.video.VideoHttp;

/** The whole URL table: each line names who may use it. */
record Routes(
    Pages pages,
    Health health,
    SiteHttp site,
    TilesHttp tiles,
    GridHttp grids,
    IncidentHttp incidents,
    ReportHttp reports,
    CameraHttp cameras,
    VideoHttp videos,
    TrackHttp tracks,
    PositionHttp positions,
    PositionStreamHttp positionStream,
    PlanHttp plans,
    ImportHttp imports,
    DemoHttp demo,
    SessionHttp sessions,
    LiveHttp live,
    AddressHttp addresses,
    PlaceHttp places) {

  void register(RouteTable at) {
    pages(at);
    program(at);
    areasAndPlaces(at);
    reportsAndIncidents(at);
    camerasAndPeople(at);
  }

  private void pages(RouteTable at) {
    at.get("/", ctx -> pages.page(ctx, "index"), PUBLIC);
    at.get("/sign-in/", ctx -> pages.page(ctx, "sign-in"), PUBLIC);
    at.get("/plan/", ctx -> pages.page(ctx, "plan"), PUBLIC);
  }

  private void program(RouteTable at) {
    at.get("/static/{build}/<path>", pages::file, PUBLIC);
    at.get("/styles/{name}.json", pages::style, PUBLIC);
    at.get("/tiles/{layer}.json", tiles::describe, PUBLIC);
    at.get("/tiles/{layer}/{z}/{x}/{y}.mvt", tiles::tile, PUBLIC);
    at.get("/healthz", health::alive, PUBLIC);
    at.get("/readyz", health::ready, PUBLIC);
    at.get("/api/openapi.json", OpenApi::get, PUBLIC);
    at.get("/api/site", site::get, PUBLIC);
    at.get("/api/session", sessions::get, PUBLIC);
    at.post("/api/session", sessions::begin, PUBLIC);
    at.delete("/api/session", sessions::end, PUBLIC);
  }

  private void areasAndPlaces(RouteTable at) {
    at.get("/api/grids", grids::list, PUBLIC);
    at.post("/api/grids", grids::add, PLANNER);
    at.get("/api/grids/at", grids::at, PUBLIC);
    at.post("/api/grids/at", grids::manyAt, PUBLIC);
    at.get("/api/grids/{code}", grids::get, PUBLIC);
    at.patch("/api/grids/{code}", grids::change, PLANNER);
    at.get("/api/grids/{code}/card", grids::card, PUBLIC);
    at.get("/api/grids/{code}/history", grids::history, PUBLIC);
    at.get("/api/plans", plans::list, PLANNER);
    at.post("/api/plans", plans::begin, PLANNER);
    at.get("/api/plans/{id}", plans::get, PLANNER);
    at.post("/api/plans/{id}/edits", plans::edit, PLANNER);
    at.post("/api/plans/{id}/undo", plans::undo, PLANNER);
    at.post("/api/plans/{id}/redo", plans::redo, PLANNER);
    at.get("/api/plans/{id}/validation", plans::validation, PLANNER);
    at.post("/api/plans/{id}/publish", plans::publish, PLANNER);
    at.get("/api/grids/{code}/lineage", plans::lineage, PUBLIC);
    at.get("/api/places/search", addresses::search, PUBLIC);
    at.get("/api/places/{kind}", places::list, PUBLIC);
    at.get("/api/places/{kind}/{id}", places::get, PUBLIC);
    at.post("/api/imports/areas", imports::areas, PLANNER);
  }

  private void reportsAndIncidents(RouteTable at) {
    at.post("/api/reports", reports::take, PUBLIC);
    at.get("/api/reports/{token}", reports::follow, PUBLIC);
    at.get("/api/incidents", incidents::list, WALL);
    at.get("/api/incidents/categories", incidents::categories, PUBLIC);
    at.get("/api/incidents/{id}", incidents::get, WALL);
    at.get("/api/incidents/{id}/history", incidents::history, WALL);
    at.post("/api/incidents/{id}/{action}", incidents::act, OPERATOR);
  }

  private void camerasAndPeople(RouteTable at) {
    at.get("/api/cameras", cameras::list, WALL);
    at.get("/api/cameras/covering", cameras::covering, WALL);
    at.get("/api/cameras/{id}", cameras::get, WALL);
    at.get("/api/cameras/{id}/coverage", cameras::coverage, WALL);
    at.webSocket("/video/{id}/live", videos::socket, WALL);
    at.get("/api/tracks", tracks::list, WALL);
    at.get("/api/positions", positions::list, WALL);
    at.post("/api/positions", positions::take, WORKER);
    at.webSocket("/api/live/positions", positionStream::socket, WALL);
    at.get("/api/live", live::stream, WALL);
    at.post("/api/demo", demo::load, ADMINISTRATOR);
    at.get("/api/demo/people", demo::people, WALL);
  }
}
