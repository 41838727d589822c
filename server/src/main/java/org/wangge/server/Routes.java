package org.wangge.server;

import static org.wangge.access.Right.ACT_ON_INCIDENTS;
import static org.wangge.access.Right.DRAW_AREAS;
import static org.wangge.access.Right.FOLLOW;
import static org.wangge.access.Right.HANDLE_INCIDENTS;
import static org.wangge.access.Right.HEAR_NOTES;
import static org.wangge.access.Right.IMPORT_AREAS;
import static org.wangge.access.Right.KEEP_ACCOUNTS;
import static org.wangge.access.Right.KEEP_CALENDARS;
import static org.wangge.access.Right.KEEP_CATEGORIES;
import static org.wangge.access.Right.KEEP_LIMITS;
import static org.wangge.access.Right.KEEP_SIZE_RULES;
import static org.wangge.access.Right.LEAD_INCIDENTS;
import static org.wangge.access.Right.OWN_ACCOUNT;
import static org.wangge.access.Right.PUBLIC;
import static org.wangge.access.Right.READ_AUDIT;
import static org.wangge.access.Right.READ_CLOCKS;
import static org.wangge.access.Right.READ_INCIDENTS;
import static org.wangge.access.Right.READ_PEOPLE;
import static org.wangge.access.Right.READ_POSITIONS;
import static org.wangge.access.Right.READ_REPORTS;
import static org.wangge.access.Right.READ_TRACKS;
import static org.wangge.access.Right.REPLACE_FACTORS;
import static org.wangge.access.Right.REVEAL;
import static org.wangge.access.Right.RUN;
import static org.wangge.access.Right.SEE_DEMONSTRATION;
import static org.wangge.access.Right.SEND_POSITIONS;
import static org.wangge.access.Right.TAKE_REPORTS;

import java.util.List;
import org.wangge.server.audit.AuditHttp;
import org.wangge.server.clock.CalendarHttp;
import org.wangge.server.demo.DemoHttp;
import org.wangge.server.grid.GridHttp;
import org.wangge.server.grid.SizeRuleHttp;
import org.wangge.server.http.Health;
import org.wangge.server.http.OpenApi;
import org.wangge.server.http.Pages;
import org.wangge.server.http.RouteTable;
import org.wangge.server.http.TicketHttp;
import org.wangge.server.importing.ImportHttp;
import org.wangge.server.incident.CategoryHttp;
import org.wangge.server.incident.ChannelHttp;
import org.wangge.server.incident.DuplicateHttp;
import org.wangge.server.incident.IncidentHttp;
import org.wangge.server.incident.JointHttp;
import org.wangge.server.incident.LimitHttp;
import org.wangge.server.incident.PastHttp;
import org.wangge.server.incident.ReportHttp;
import org.wangge.server.incident.TaskHttp;
import org.wangge.server.incident.note.NoteHttp;
import org.wangge.server.incident.photo.PhotoHttp;
import org.wangge.server.live.LiveHttp;
import org.wangge.server.map.TilesHttp;
import org.wangge.server.open311.Open311Http;
import org.wangge.server.patrol.LookHttp;
import org.wangge.server.patrol.PatrolModule;
import org.wangge.server.patrol.PositionHttp;
import org.wangge.server.patrol.PositionStreamHttp;
import org.wangge.server.patrol.TrackHttp;
import org.wangge.server.people.AccountHttp;
import org.wangge.server.people.CredentialModule;
import org.wangge.server.people.DeviceHttp;
import org.wangge.server.people.IdentityHttp;
import org.wangge.server.people.OpenIdHttp;
import org.wangge.server.people.OpenIdModule;
import org.wangge.server.people.OwnAccountHttp;
import org.wangge.server.people.PersonHttp;
import org.wangge.server.people.SecondFactorHttp;
import org.wangge.server.people.SessionHttp;
import org.wangge.server.people.TokenHttp;
import org.wangge.server.place.AddressHttp;
import org.wangge.server.place.PlaceHttp;
import org.wangge.server.tls.AuthorityHttp;

/** The whole URL table: each line names who may use it. */
record Routes(
    Pages pages,
    Health health,
    SiteHttp site,
    TilesHttp tiles,
    GridHttp grids,
    IncidentHttp incidents,
    TaskHttp tasks,
    JointHttp joint,
    TogetherRoutes shared,
    ReportHttp reports,
    DuplicateHttp duplicates,
    ChannelHttp channels,
    PastHttp past,
    PhotoHttp photos,
    NoteHttp notes,
    Open311Http open311,
    CalendarHttp calendars,
    CategoryHttp categories,
    LimitHttp limits,
    CameraRoutes cameras,
    TrackHttp tracks,
    PositionHttp positions,
    PositionStreamHttp positionStream,
    LookHttp looks,
    PatrolModule.Phones phones,
    PlanDesk plans,
    SizeRuleHttp sizeRules,
    ImportHttp imports,
    DemoHttp demo,
    SessionHttp sessions,
    OwnAccountHttp ownAccount,
    AccountHttp accounts,
    SecondFactorHttp secondFactor,
    CredentialModule credentials,
    OpenIdModule openId,
    LiveHttp live,
    AuditHttp audit,
    AddressHttp addresses,
    PlaceHttp places,
    PersonHttp people,
    AuthorityHttp authority,
    TicketHttp tickets) {
  /** Under which looking at a camera is recorded. */
  void register(RouteTable at) {
    pages(at);
    program(at);
    accounts(at);
    tokensAndDevices(at);
    singleSignOn(at);
    areasAndPlaces(at);
    plans.register(at);
    calendarsAndLimits(at);
    shared.register(at);
    categories(at);
    reportsAndIncidents(at);
    open311(at);
    cameras.register(at);
    positionsAndPeople(at);
    whoIsWho(at);
    audit(at);
  }

  private void pages(RouteTable at) {
    at.get("/", ctx -> pages.page(ctx, "index"), PUBLIC);
    at.get("/ca/", ctx -> pages.page(ctx, "ca"), PUBLIC);
    at.get("/ca/authority.json", authority::get, PUBLIC);
    at.get("/ca/wangge-ca.crt", authority::certificate, PUBLIC);
    at.get("/ca/qr.svg", authority::code, PUBLIC);
    for (var page :
        List.of(
            "sign-in",
            "desk",
            "figures",
            "supervision",
            "campaigns",
            "errands",
            "shift",
            "emergency",
            "errand",
            "visits",
            "tracks",
            "cameras",
            "patrols",
            "plan",
            "report",
            "field")) {
      at.get("/" + page + "/", ctx -> pages.page(ctx, page), PUBLIC);
    }
    at.get("/field/app.webmanifest", ctx -> pages.manifest(ctx, "field"), PUBLIC);
    at.get("/field/worker.js", ctx -> pages.worker(ctx, "field-worker"), PUBLIC);
    at.get("/grid/{code}", ctx -> pages.page(ctx, "grid"), PUBLIC);
    at.get("/account/", ctx -> pages.page(ctx, "account"), PUBLIC);
    at.get("/admin/", ctx -> pages.page(ctx, "admin"), PUBLIC);
    at.get("/admin/audit/", ctx -> pages.page(ctx, "audit"), PUBLIC);
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

  private void accounts(RouteTable at) {
    at.get("/api/account", ownAccount::get, OWN_ACCOUNT);
    at.post("/api/account/password", ownAccount::changePassword, OWN_ACCOUNT);
    at.get("/api/account/sessions", ownAccount::sessions, OWN_ACCOUNT);
    at.post("/api/account/sessions/removal", ownAccount::endSessions, OWN_ACCOUNT);
    at.get("/api/account/second-factor", secondFactor::get, OWN_ACCOUNT);
    at.post("/api/account/second-factor", secondFactor::begin, OWN_ACCOUNT);
    at.post("/api/account/second-factor/confirmation", secondFactor::confirm, OWN_ACCOUNT);
    at.post("/api/account/second-factor/recovery-codes", secondFactor::replaceCodes, OWN_ACCOUNT);
    at.post("/api/account/second-factor/removal", secondFactor::remove, OWN_ACCOUNT);
    at.get("/api/account/looks", looks::list, OWN_ACCOUNT);
    at.getAudited("/api/account/looks/export", looks::export, OWN_ACCOUNT, "looks-exported");
    at.get("/api/account/phones", phones.own()::list, OWN_ACCOUNT);
    at.post("/api/account/phones", phones.own()::add, OWN_ACCOUNT);
    at.delete("/api/account/phones/{phone}", phones.own()::revoke, OWN_ACCOUNT);
    at.get("/api/accounts", accounts::list, KEEP_ACCOUNTS);
    at.post("/api/accounts", accounts::add, KEEP_ACCOUNTS);
    at.get("/api/accounts/{id}", accounts::get, KEEP_ACCOUNTS);
    at.patch("/api/accounts/{id}", accounts::change, KEEP_ACCOUNTS);
    at.post("/api/accounts/{id}/password", accounts::resetPassword, KEEP_ACCOUNTS);
    at.post("/api/accounts/{id}/grants", accounts::grant, KEEP_ACCOUNTS);
    at.delete("/api/accounts/{id}/grants/{grant}", accounts::endGrant, KEEP_ACCOUNTS);
    at.delete("/api/accounts/{id}/sessions", accounts::endSessions, KEEP_ACCOUNTS);
    at.delete("/api/accounts/{id}/second-factor", secondFactor::removeOf, REPLACE_FACTORS);
  }

  private void tokensAndDevices(RouteTable at) {
    TokenHttp tokens = credentials.tokens();
    at.get("/api/tokens", tokens::list, OWN_ACCOUNT);
    at.post("/api/tokens", tokens::issue, OWN_ACCOUNT);
    at.delete("/api/tokens/{id}", tokens::revoke, OWN_ACCOUNT);
    at.put("/api/tokens/{id}/channel", channels::bind, RUN);
    at.get("/api/accounts/{id}/tokens", tokens::listOf, KEEP_ACCOUNTS);
    at.delete("/api/accounts/{id}/tokens/{token}", tokens::revokeOf, KEEP_ACCOUNTS);
    DeviceHttp devices = credentials.devices();
    at.get("/api/devices", devices::list, KEEP_ACCOUNTS);
    at.post("/api/devices", devices::addPhone, KEEP_ACCOUNTS);
    at.delete("/api/devices/{id}", devices::revoke, KEEP_ACCOUNTS);
    at.post("/api/devices/pairings", devices::begin, PUBLIC);
    at.get("/api/devices/pairings", devices::poll, PUBLIC);
    at.post("/api/devices/pairings/approvals", devices::approve, KEEP_ACCOUNTS);
  }

  private void singleSignOn(RouteTable at) {
    OpenIdHttp provider = openId.http();
    at.get("/api/session/openid", provider::get, PUBLIC);
    at.post("/api/session/openid", provider::begin, PUBLIC);
    at.get(OpenIdHttp.CALLBACK, provider::callback, PUBLIC);
    at.post("/api/session/openid/code", provider::code, PUBLIC);
    IdentityHttp identities = openId.identities();
    at.get("/api/account/identities", identities::list, OWN_ACCOUNT);
    at.post("/api/account/identities", provider::beginLink, OWN_ACCOUNT);
    at.post("/api/account/identities/confirmation", provider::confirmLink, OWN_ACCOUNT);
    at.delete("/api/account/identities/{id}", identities::unlink, OWN_ACCOUNT);
    at.get("/api/accounts/{id}/identities", identities::listOf, KEEP_ACCOUNTS);
    at.post("/api/accounts/{id}/identities", identities::linkTo, KEEP_ACCOUNTS);
    at.delete("/api/accounts/{id}/identities/{identity}", identities::unlinkFrom, KEEP_ACCOUNTS);
  }

  private void areasAndPlaces(RouteTable at) {
    at.get("/api/grids", grids::list, PUBLIC);
    at.post("/api/grids", grids::add, DRAW_AREAS);
    at.get("/api/grids/at", grids::at, PUBLIC);
    at.post("/api/grids/at", grids::manyAt, PUBLIC);
    at.get("/api/grids/{code}", grids::get, PUBLIC);
    at.patch("/api/grids/{code}", grids::change, DRAW_AREAS);
    at.get("/api/grids/{code}/card", grids::card, PUBLIC);
    at.get("/api/grids/{code}/history", grids::history, PUBLIC);
    at.get("/api/size-rules", sizeRules::list, PUBLIC);
    at.post("/api/size-rules", sizeRules::add, KEEP_SIZE_RULES);
    at.patch("/api/size-rules/{id}", sizeRules::change, KEEP_SIZE_RULES);
    at.delete("/api/size-rules/{id}", sizeRules::remove, KEEP_SIZE_RULES);
    at.get("/api/places/search", addresses::search, PUBLIC);
    at.get("/api/places/{kind}", places::list, PUBLIC);
    at.get("/api/places/{kind}/{id}", places::get, PUBLIC);
    at.post("/api/imports/areas", imports::areas, IMPORT_AREAS);
  }

  private void calendarsAndLimits(RouteTable at) {
    at.get("/api/calendars", calendars::list, READ_CLOCKS);
    at.post("/api/calendars", calendars::add, KEEP_CALENDARS);
    at.get("/api/calendars/{code}", calendars::get, READ_CLOCKS);
    at.put("/api/calendars/{code}", calendars::change, KEEP_CALENDARS);
    at.get("/api/calendars/{code}/due", calendars::due, READ_CLOCKS);
    // Before those of incidents: no incident has this for its id.
    at.get("/api/incidents/limits", limits::list, READ_CLOCKS);
    at.post("/api/incidents/limits", limits::add, KEEP_LIMITS);
    at.put("/api/incidents/limits/{id}", limits::change, KEEP_LIMITS);
    at.delete("/api/incidents/limits/{id}", limits::remove, KEEP_LIMITS);
  }

  /** Before those of incidents, as limits are. */
  private void categories(RouteTable at) {
    at.get("/api/incidents/categories", categories::list, PUBLIC);
    at.post("/api/incidents/categories", categories::add, KEEP_CATEGORIES);
    at.get("/api/incidents/categories/{code}", categories::get, PUBLIC);
    at.put("/api/incidents/categories/{code}", categories::change, KEEP_CATEGORIES);
    at.get("/api/incidents/categories/{code}/versions", categories::versions, READ_INCIDENTS);
    at.post("/api/incidents/categories/{code}/retire", categories::retire, KEEP_CATEGORIES);
    at.post("/api/incidents/categories/{code}/revive", categories::revive, KEEP_CATEGORIES);
  }

  private void reportsAndIncidents(RouteTable at) {
    at.post("/api/reports", reports::take, PUBLIC);
    at.get("/api/reports/own", reports::follow, PUBLIC);
    at.post("/api/reports/own/erasure", reports::eraseOwn, PUBLIC);
    at.post("/api/reports/history", past::take, RUN);
    at.get("/api/reports/similar", duplicates::around, PUBLIC);
    at.post("/api/reports/photos", photos::take, PUBLIC);
    at.post("/api/reports/notes", notes::take, TAKE_REPORTS);
    at.get("/api/reports/own/photos", photos::own, PUBLIC);
    at.get("/api/reports/own/photos/{photo}", photos::ownPicture, PUBLIC);
    at.get("/api/incidents", incidents::list, READ_INCIDENTS);
    at.get("/api/incidents/departments", tasks::departments, READ_INCIDENTS);
    at.get("/api/tasks", tasks::mine, HANDLE_INCIDENTS);
    at.get("/api/incidents/{id}", incidents::get, READ_INCIDENTS);
    at.get("/api/incidents/{id}/suggestions", tasks::suggestions, LEAD_INCIDENTS);
    at.get("/api/incidents/{id}/tasks", tasks::list, READ_INCIDENTS);
    at.get("/api/incidents/{id}/history", incidents::history, READ_INCIDENTS);
    at.get("/api/incidents/{id}/clock", incidents::clock, READ_INCIDENTS);
    at.get("/api/incidents/{id}/reports", reports::list, READ_REPORTS);
    at.get("/api/incidents/{id}/photos", photos::list, READ_REPORTS);
    at.get("/api/incidents/{id}/photos/{photo}", photos::picture, READ_REPORTS);
    at.get("/api/incidents/{id}/notes", notes::list, READ_REPORTS);
    at.getAudited("/api/incidents/{id}/notes/{note}", notes::hear, HEAR_NOTES, "note-heard");
    at.post("/api/incidents/{id}/reveals", reports::reveal, REVEAL);
    at.post("/api/incidents/{id}/erasure", reports::erase, KEEP_ACCOUNTS);
    at.get("/api/incidents/{id}/similar", duplicates::likes, READ_INCIDENTS);
    at.post("/api/incidents/{id}/merge", duplicates::merge, LEAD_INCIDENTS);
    at.post("/api/incidents/{id}/unmerge", duplicates::unmerge, LEAD_INCIDENTS);
    at.post("/api/incidents/{id}/place", incidents::place, LEAD_INCIDENTS);
    at.get("/api/incidents/{id}/joint", joint::get, READ_INCIDENTS);
    at.post("/api/incidents/{id}/joint", joint::convene, LEAD_INCIDENTS);
    at.post("/api/incidents/{id}/joint/minutes", joint::minute, HANDLE_INCIDENTS);
    at.post("/api/incidents/{id}/joint/decision", joint::decide, HANDLE_INCIDENTS);
    at.post("/api/incidents/{id}/joint/duties/{duty}/done", joint::done, HANDLE_INCIDENTS);
    // After those above: no action of an incident is called so.
    at.post("/api/incidents/{id}/{action}", incidents::act, ACT_ON_INCIDENTS);
  }

  private void open311(RouteTable at) {
    at.get("/open311/v2/discovery.{format}", open311::discovery, PUBLIC);
    at.get("/open311/v2/services.{format}", open311::services, PUBLIC);
    at.get("/open311/v2/services/{code}.{format}", open311::definition, PUBLIC);
    at.get("/open311/v2/requests.{format}", open311::list, PUBLIC);
    at.post("/open311/v2/requests.{format}", open311::take, PUBLIC);
    at.get("/open311/v2/requests/{number}.{format}", open311::get, PUBLIC);
    at.get("/open311/v2/tokens/{token}.{format}", open311::number, PUBLIC);
  }

  private void positionsAndPeople(RouteTable at) {
    at.getAudited("/api/tracks", tracks::list, READ_TRACKS, "tracks-read");
    at.getAudited("/api/tracks/at", tracks::at, READ_TRACKS, "tracks-read");
    at.getAudited("/api/tracks/people", tracks::people, READ_TRACKS, "tracks-read");
    at.getAudited("/api/tracks/streets", tracks::streets, READ_TRACKS, "tracks-read");
    at.getAudited("/api/tracks/tracks.gpx", tracks::gpx, READ_TRACKS, "tracks-read");
    at.get("/api/positions", positions::list, READ_POSITIONS);
    at.post("/api/positions", positions::take, SEND_POSITIONS);
    at.post("/api/positions/gpx", positions::gpx, SEND_POSITIONS);
    at.get("/api/positions/links", phones.links()::list, KEEP_ACCOUNTS);
    at.get("/gps/osmand", phones.sent()::osmand, PUBLIC);
    at.post("/gps/osmand", phones.sent()::osmand, PUBLIC);
    at.post("/gps/owntracks", phones.sent()::ownTracks, PUBLIC);
    at.webSocket("/api/live/positions", positionStream::socket, READ_POSITIONS);
    at.get("/api/live", live::stream, FOLLOW);
    at.post("/api/tickets", tickets::make, FOLLOW);
    at.post("/api/demo", demo::load, RUN);
    at.get("/api/demo/people", demo::people, SEE_DEMONSTRATION);
  }

  private void whoIsWho(RouteTable at) {
    at.get("/api/people", people::list, READ_PEOPLE);
    at.post("/api/people", people::add, KEEP_ACCOUNTS);
    at.get("/api/people/{code}", people::get, READ_PEOPLE);
    at.patch("/api/people/{code}", people::change, KEEP_ACCOUNTS);
    at.post("/api/people/{code}/reveals", people::reveal, REVEAL);
    at.post("/api/people/{code}/erasure", people::erase, KEEP_ACCOUNTS);
  }

  private void audit(RouteTable at) {
    at.getAudited("/api/audit", audit::list, READ_AUDIT, "audit-read");
    at.getAudited("/api/audit/export", audit::export, READ_AUDIT, "audit-exported");
    at.get("/api/audit/anchor", audit::anchor, READ_AUDIT);
    at.post("/api/audit/verification", audit::verify, READ_AUDIT);
    at.get("/api/audit/verification", audit::verification, READ_AUDIT);
  }
}
