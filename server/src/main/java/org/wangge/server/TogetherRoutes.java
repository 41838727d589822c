package org.wangge.server;

import static org.wangge.access.Right.ANSWER_ALARMS;
import static org.wangge.access.Right.ANSWER_EMERGENCIES;
import static org.wangge.access.Right.ANSWER_WHISTLES;
import static org.wangge.access.Right.APPRAISE_INCIDENTS;
import static org.wangge.access.Right.BLOW_WHISTLES;
import static org.wangge.access.Right.DECLARE_EMERGENCIES;
import static org.wangge.access.Right.DISPATCH_ERRANDS;
import static org.wangge.access.Right.KEEP_ACCOUNTS;
import static org.wangge.access.Right.KEEP_CATEGORIES;
import static org.wangge.access.Right.KEEP_GRADES;
import static org.wangge.access.Right.KEEP_LIMITS;
import static org.wangge.access.Right.KEEP_ROSTERS;
import static org.wangge.access.Right.KEEP_VISIT_RULES;
import static org.wangge.access.Right.LEAD_INCIDENTS;
import static org.wangge.access.Right.ORGANISE_CAMPAIGNS;
import static org.wangge.access.Right.OWN_ACCOUNT;
import static org.wangge.access.Right.PLAN_PATROLS;
import static org.wangge.access.Right.PUBLIC;
import static org.wangge.access.Right.PUBLISH_INCIDENTS;
import static org.wangge.access.Right.READ_ALARMS;
import static org.wangge.access.Right.READ_CAMPAIGNS;
import static org.wangge.access.Right.READ_CAMPAIGN_UNITS;
import static org.wangge.access.Right.READ_CLOCKS;
import static org.wangge.access.Right.READ_EMERGENCIES;
import static org.wangge.access.Right.READ_ERRANDS;
import static org.wangge.access.Right.READ_EVALUATIONS;
import static org.wangge.access.Right.READ_FIGURES;
import static org.wangge.access.Right.READ_INCIDENTS;
import static org.wangge.access.Right.READ_NOTIFICATIONS;
import static org.wangge.access.Right.READ_PATROLS;
import static org.wangge.access.Right.READ_ROSTERS;
import static org.wangge.access.Right.READ_VISITS;
import static org.wangge.access.Right.READ_WALL;
import static org.wangge.access.Right.RUN;
import static org.wangge.access.Right.STAFF_EMERGENCIES;
import static org.wangge.access.Right.TAKE_ERRANDS;
import static org.wangge.access.Right.WALK_PATROLS;
import static org.wangge.access.Right.WORK_CAMPAIGNS;
import static org.wangge.access.Right.WORK_SHIFTS;
import static org.wangge.access.Right.WORK_VISITS;

import org.wangge.server.alarm.AlarmHttp;
import org.wangge.server.campaign.CampaignHttp;
import org.wangge.server.emergency.EmergencyHttp;
import org.wangge.server.errand.ErrandHttp;
import org.wangge.server.errand.OpenErrandHttp;
import org.wangge.server.evaluation.EvaluationHttp;
import org.wangge.server.evaluation.EvaluationModule;
import org.wangge.server.evaluation.LedgerHttp;
import org.wangge.server.evaluation.SampleHttp;
import org.wangge.server.figure.FieldworkHttp;
import org.wangge.server.figure.FigureFileHttp;
import org.wangge.server.figure.FigureHttp;
import org.wangge.server.http.RouteTable;
import org.wangge.server.message.MessageHttp;
import org.wangge.server.message.NotificationHttp;
import org.wangge.server.patrol.round.RoundHttp;
import org.wangge.server.shift.HandoverHttp;
import org.wangge.server.shift.RosterHttp;
import org.wangge.server.shift.ShiftHttp;
import org.wangge.server.shift.ShiftModule;
import org.wangge.server.visit.VisitHttp;
import org.wangge.server.wall.SavedViewHttp;
import org.wangge.server.wall.WallHttp;
import org.wangge.server.whistle.WhistleHttp;
import org.wangge.server.whistle.WhistleRuleHttp;

/**
 * The part of the URL table that is about working together: whistles, messages, alarms, campaigns,
 * what reporters say, and figures.
 */
record TogetherRoutes(
    WhistleHttp whistles,
    WhistleRuleHttp whistleRules,
    CampaignHttp campaigns,
    NotificationHttp notifications,
    MessageHttp messages,
    AlarmHttp alarms,
    EvaluationModule evaluations,
    ErrandHttp errands,
    OpenErrandHttp orders,
    VisitHttp visits,
    ShiftModule.Https shifts,
    EmergencyHttp emergencies,
    FigureHttp figures,
    FigureFileHttp figureFiles,
    FieldworkHttp fieldwork,
    WallHttp wall,
    SavedViewHttp wallViews,
    RoundHttp patrols) {

  void register(RouteTable at) {
    whistles(at);
    messages(at);
    alarms(at);
    campaigns(at);
    evaluations(at);
    errands(at);
    visits(at);
    shifts(at);
    emergencies(at);
    figures(at);
    at.get("/api/wall/figures", wall::figures, READ_WALL);
    at.get("/api/wall/past", wall::past, READ_INCIDENTS);
    at.get("/api/wall/views", wallViews::get, OWN_ACCOUNT);
    at.put("/api/wall/views", wallViews::put, OWN_ACCOUNT);
    patrols(at);
  }

  private void whistles(RouteTable at) {
    at.get("/api/whistles", whistles::list, READ_INCIDENTS);
    // Before those of whistles: none has this for its id.
    at.get("/api/whistles/levels", whistleRules::list, READ_CLOCKS);
    at.put("/api/whistles/levels/{level}", whistleRules::change, KEEP_LIMITS);
    at.get("/api/whistles/{id}", whistles::get, READ_INCIDENTS);
    at.post("/api/whistles/{id}/answer", whistles::answer, ANSWER_WHISTLES);
    at.post("/api/whistles/{id}/arrival", whistles::reach, ANSWER_WHISTLES);
    at.post("/api/whistles/{id}/raise", whistles::raise, BLOW_WHISTLES);
    at.post("/api/whistles/{id}/end", whistles::end, BLOW_WHISTLES);
    at.post("/api/incidents/{id}/whistles", whistles::blow, BLOW_WHISTLES);
  }

  private void messages(RouteTable at) {
    at.get("/api/notifications", notifications::list, READ_NOTIFICATIONS);
    at.get("/api/notifications/own", notifications::own, ANSWER_WHISTLES);
    at.get("/api/notifications/{id}", notifications::get, ANSWER_WHISTLES);
    at.post("/api/notifications/{id}/acknowledgement", notifications::acknowledge, ANSWER_WHISTLES);
    at.post("/api/notifications/{id}/reading", notifications::read, ANSWER_WHISTLES);
    at.post(
        "/api/notifications/{id}/messages/{message}/again", notifications::again, LEAD_INCIDENTS);
    at.get("/api/messages/rules", messages::list, READ_CLOCKS);
    at.get("/api/messages/rules/{occasion}", messages::past, READ_CLOCKS);
    at.put("/api/messages/rules/{occasion}", messages::change, KEEP_LIMITS);
    at.post("/api/messages/trials", messages::tryOut, RUN);
    at.post("/api/messages/receipts/{medium}", messages::receipt, PUBLIC);
  }

  private void alarms(RouteTable at) {
    at.get("/api/alarms", alarms::board, READ_ALARMS);
    at.get("/api/alarms/log", alarms::log, READ_ALARMS);
    at.get("/api/alarms/rules", alarms::rules, READ_CLOCKS);
    at.get("/api/alarms/rules/{alarm}", alarms::past, READ_CLOCKS);
    at.put("/api/alarms/rules/{alarm}", alarms::change, KEEP_LIMITS);
    at.post("/api/alarms/shelves", alarms::shelve, ANSWER_ALARMS);
    at.delete("/api/alarms/shelves/{shelf}", alarms::unshelve, ANSWER_ALARMS);
    at.post("/api/alarms/groups/{key}/acknowledgement", alarms::acknowledgeRow, ANSWER_ALARMS);
    at.post("/api/alarms/{id}/acknowledgement", alarms::acknowledge, ANSWER_ALARMS);
  }

  private void campaigns(RouteTable at) {
    at.get("/api/campaigns", campaigns::list, READ_CAMPAIGNS);
    at.post("/api/campaigns", campaigns::open, ORGANISE_CAMPAIGNS);
    at.post("/api/campaigns/declarations", campaigns::declare, ORGANISE_CAMPAIGNS);
    at.get("/api/campaigns/{id}", campaigns::get, READ_CAMPAIGNS);
    at.get("/api/campaigns/{id}/progress", campaigns::progress, READ_CAMPAIGNS);
    at.get("/api/campaigns/{id}/units", campaigns::units, READ_CAMPAIGN_UNITS);
    at.post("/api/campaigns/{id}/units/{unit}/answer", campaigns::answer, WORK_CAMPAIGNS);
    at.post("/api/campaigns/{id}/units/{unit}/erase", campaigns::erase, KEEP_ACCOUNTS);
    at.post("/api/campaigns/{id}/close", campaigns::close, ORGANISE_CAMPAIGNS);
    at.get("/api/campaigns/{id}/sheet.xlsx", campaigns.hazards()::sheet, READ_CAMPAIGN_UNITS);
    String hazard = "/api/campaigns/{id}/hazards/{hazard}";
    at.get("/api/campaigns/{id}/hazards", campaigns.hazards()::list, READ_CAMPAIGN_UNITS);
    at.get(hazard, campaigns.hazards()::get, READ_CAMPAIGN_UNITS);
    at.get(hazard + "/notice.pdf", campaigns.hazards()::notice, READ_CAMPAIGN_UNITS);
    at.get(hazard + "/photos/{photo}", campaigns.hazards()::picture, READ_CAMPAIGN_UNITS);
    at.post(hazard + "/notified", campaigns.hazards()::notified, WORK_CAMPAIGNS);
    at.post(hazard + "/recheck", campaigns.hazards()::recheck, WORK_CAMPAIGNS);
  }

  private void evaluations(RouteTable at) {
    EvaluationHttp http = evaluations.http();
    at.get("/api/reports/own/evaluation", http::own, PUBLIC);
    at.put("/api/reports/own/evaluation", http::rate, PUBLIC);
    at.get("/api/incidents/{id}/evaluation", http::ofIncident, READ_EVALUATIONS);
    at.get("/api/evaluations/ratings", http::list, READ_EVALUATIONS);
    at.post("/api/evaluations/ratings/{id}/review", http::review, APPRAISE_INCIDENTS);
    at.get("/api/evaluations/terms", http::terms, READ_EVALUATIONS);
    at.put("/api/evaluations/terms", http::change, KEEP_LIMITS);
    samples(at);
    LedgerHttp ledger = evaluations.ledger();
    at.get("/api/grids/{code}/ledger", ledger::ofArea, PUBLIC);
    at.get("/api/grids/{code}/qr.svg", ledger::code, PUBLIC);
    at.get("/api/incidents/{id}/publication", ledger::preview, PUBLISH_INCIDENTS);
    at.put("/api/incidents/{id}/publication", ledger::publish, PUBLISH_INCIDENTS);
    at.delete("/api/incidents/{id}/publication", ledger::withdraw, PUBLISH_INCIDENTS);
  }

  private void errands(RouteTable at) {
    // Before those of errands: none has these for its id.
    at.get("/api/errands/kinds", orders::kinds, PUBLIC);
    at.get("/api/errands/kinds/{code}", orders::versions, READ_ERRANDS);
    at.put("/api/errands/kinds/{code}", orders::change, KEEP_CATEGORIES);
    at.post("/api/errands/orders", orders::order, PUBLIC);
    at.get("/api/errands/own", orders::follow, PUBLIC);
    at.post("/api/errands/own/withdrawal", orders::withdraw, PUBLIC);
    at.post("/api/errands/own/confirmation", orders::judge, PUBLIC);
    at.post("/api/errands/own/erasure", orders::erase, PUBLIC);
    at.get("/api/errands/offered", errands::offered, TAKE_ERRANDS);
    at.get("/api/errands/progress", errands::progress, READ_ERRANDS);
    at.get("/api/errands", errands::list, READ_ERRANDS);
    at.get("/api/errands/{id}", errands::get, READ_ERRANDS);
    at.get("/api/errands/{id}/photo", errands::picture, READ_ERRANDS);
    at.get("/api/errands/{id}/volunteers", errands::volunteers, DISPATCH_ERRANDS);
    at.post("/api/errands/{id}/dispatch", errands::dispatch, DISPATCH_ERRANDS);
    at.post("/api/errands/{id}/return", errands::giveBack, DISPATCH_ERRANDS);
    at.post("/api/errands/{id}/incident", errands::file, DISPATCH_ERRANDS);
    at.post("/api/errands/{id}/erasure", errands::erase, KEEP_ACCOUNTS);
    at.post("/api/errands/{id}/accept", errands::accept, TAKE_ERRANDS);
    at.post("/api/errands/{id}/decline", errands::decline, TAKE_ERRANDS);
    at.post("/api/errands/{id}/done", errands::finish, TAKE_ERRANDS);
  }

  private void visits(RouteTable at) {
    at.get("/api/visits/rules", visits.rules()::list, READ_VISITS);
    at.post("/api/visits/rules", visits.rules()::begin, KEEP_VISIT_RULES);
    at.put("/api/visits/rules/{rule}", visits.rules()::change, KEEP_VISIT_RULES);
    // What is due says of some households that they must be seen.
    at.getAudited("/api/visits/due", visits.counts()::due, READ_VISITS, "visit-due");
    at.get("/api/visits/coverage", visits.counts()::coverage, READ_VISITS);
    at.get("/api/visits/coverage.csv", visits.counts()::csv, READ_VISITS);
    at.getAudited("/api/visits/doors/{id}", visits::history, READ_VISITS, "visit-door");
    at.post("/api/visits/doors/{id}/visits", visits::visit, WORK_VISITS);
    at.put("/api/visits/doors/{id}/marks", visits::mark, WORK_VISITS);
    at.post("/api/visits/doors/{id}/erasure", visits::erase, KEEP_ACCOUNTS);
  }

  private void shifts(RouteTable at) {
    RosterHttp rosters = shifts.rosters();
    at.get("/api/shifts/on-duty", rosters::onDuty, READ_ROSTERS);
    at.get("/api/shifts/roster", rosters::look, READ_ROSTERS);
    at.post("/api/shifts/roster", rosters::add, KEEP_ROSTERS);
    at.post("/api/shifts/roster/copy", rosters::copy, KEEP_ROSTERS);
    at.delete("/api/shifts/roster/{entry}", rosters::remove, KEEP_ROSTERS);
    at.post("/api/shifts/roster/{entry}/swap", rosters::swap, KEEP_ROSTERS);
    ShiftHttp http = shifts.shifts();
    at.get("/api/shifts/own", http::own, WORK_SHIFTS);
    at.post("/api/shifts/own", http::begin, WORK_SHIFTS);
    at.delete("/api/shifts/own", http::end, WORK_SHIFTS);
    at.get("/api/shifts/log", http::log, WORK_SHIFTS);
    at.post("/api/shifts/log", http::write, WORK_SHIFTS);
    at.post("/api/shifts/log/{entry}/erasure", http::erase, KEEP_ACCOUNTS);
    at.get("/api/shifts/changes", http::changes, WORK_SHIFTS);
    HandoverHttp handovers = shifts.handovers();
    String one = "/api/shifts/handovers/{handover}";
    at.get("/api/shifts/handovers", handovers::list, WORK_SHIFTS);
    at.post("/api/shifts/handovers", handovers::begin, WORK_SHIFTS);
    at.get(one, handovers::get, WORK_SHIFTS);
    at.get(one + "/sheet.pdf", handovers::sheet, WORK_SHIFTS);
    at.post(one + "/signature", handovers::sign, WORK_SHIFTS);
    at.post(one + "/withdrawal", handovers::withdraw, WORK_SHIFTS);
    at.post(one + "/erasure", handovers::erase, KEEP_ACCOUNTS);
  }

  private void emergencies(RouteTable at) {
    String one = "/api/emergencies/{id}";
    at.get("/api/emergencies", emergencies::list, READ_EMERGENCIES);
    at.post("/api/emergencies", emergencies::declare, DECLARE_EMERGENCIES);
    at.post("/api/emergencies/preview", emergencies::preview, DECLARE_EMERGENCIES);
    // Before that of one: none has this for its id.
    at.get("/api/emergencies/own", emergencies::own, ANSWER_EMERGENCIES);
    at.get(one, emergencies::get, READ_EMERGENCIES);
    at.get(one + "/sheet.xlsx", emergencies::sheet, READ_EMERGENCIES);
    // Who is asked lives where they are asked to serve.
    at.getAudited(one + "/calls", emergencies::calls, STAFF_EMERGENCIES, "emergency-calls");
    at.post(one + "/reply", emergencies::reply, ANSWER_EMERGENCIES);
    at.post(one + "/calls/{staff}/reply", emergencies::replyFor, STAFF_EMERGENCIES);
    at.put(one + "/grids/{grid}/contact", emergencies::contact, STAFF_EMERGENCIES);
    at.post(one + "/end", emergencies::end, DECLARE_EMERGENCIES);
  }

  private void samples(RouteTable at) {
    SampleHttp http = evaluations.samples();
    String one = "/api/evaluations/samples/{id}";
    at.get("/api/evaluations/population", http::population, APPRAISE_INCIDENTS);
    at.get("/api/evaluations/samples", http::list, READ_EVALUATIONS);
    at.post("/api/evaluations/samples", http::draw, APPRAISE_INCIDENTS);
    at.get(one, http::get, READ_EVALUATIONS);
    at.get(one + "/members", http::members, READ_EVALUATIONS);
    at.put(one + "/members/{incident}/assessment", http::assess, APPRAISE_INCIDENTS);
    at.get(one + "/sheet.xlsx", http::sheet, READ_EVALUATIONS);
  }

  private void figures(RouteTable at) {
    at.get("/api/kpi", figures::table, READ_FIGURES);
    at.get("/api/kpi/cases", figures::cases, READ_FIGURES);
    at.get("/api/kpi/series", figures::series, READ_FIGURES);
    at.get("/api/kpi/fieldwork", fieldwork::table, READ_FIGURES);
    at.get("/api/kpi/table.csv", figureFiles::csv, READ_FIGURES);
    at.get("/api/kpi/table.xlsx", figureFiles::xlsx, READ_FIGURES);
    at.get("/api/kpi/sheet.pdf", figureFiles::sheet, READ_FIGURES);
    at.get("/api/kpi/grades", figures::grades, READ_FIGURES);
    at.put("/api/kpi/grades", figures::changeGrades, KEEP_GRADES);
  }

  private void patrols(RouteTable at) {
    at.get("/api/patrols", patrols::list, READ_PATROLS);
    at.post("/api/patrols", patrols::add, PLAN_PATROLS);
    // Before those of plans: none has these for its id.
    at.get("/api/patrols/own", patrols::own, WALK_PATROLS);
    at.get("/api/patrols/runs", patrols::runs, READ_PATROLS);
    at.getAudited("/api/patrols/runs/{run}", patrols::run, READ_PATROLS, "tracks-read");
    at.get("/api/patrols/figures", patrols::figures, READ_PATROLS);
    at.get("/api/patrols/unwalked", patrols::unwalked, READ_PATROLS);
    at.get("/api/patrols/unwalked.csv", patrols::unwalkedFile, READ_PATROLS);
    at.get("/api/patrols/{id}", patrols::get, READ_PATROLS);
    at.put("/api/patrols/{id}", patrols::change, PLAN_PATROLS);
    at.post("/api/patrols/{id}/end", patrols::end, PLAN_PATROLS);
  }
}
