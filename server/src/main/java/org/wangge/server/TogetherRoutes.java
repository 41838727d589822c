package org.wangge.server;

import static org.wangge.access.Right.ANSWER_ALARMS;
import static org.wangge.access.Right.ANSWER_WHISTLES;
import static org.wangge.access.Right.APPRAISE_INCIDENTS;
import static org.wangge.access.Right.BLOW_WHISTLES;
import static org.wangge.access.Right.DISPATCH_ERRANDS;
import static org.wangge.access.Right.KEEP_ACCOUNTS;
import static org.wangge.access.Right.KEEP_CATEGORIES;
import static org.wangge.access.Right.KEEP_GRADES;
import static org.wangge.access.Right.KEEP_LIMITS;
import static org.wangge.access.Right.LEAD_INCIDENTS;
import static org.wangge.access.Right.ORGANISE_CAMPAIGNS;
import static org.wangge.access.Right.PUBLIC;
import static org.wangge.access.Right.PUBLISH_INCIDENTS;
import static org.wangge.access.Right.READ_ALARMS;
import static org.wangge.access.Right.READ_CAMPAIGNS;
import static org.wangge.access.Right.READ_CAMPAIGN_UNITS;
import static org.wangge.access.Right.READ_CLOCKS;
import static org.wangge.access.Right.READ_ERRANDS;
import static org.wangge.access.Right.READ_EVALUATIONS;
import static org.wangge.access.Right.READ_FIGURES;
import static org.wangge.access.Right.READ_INCIDENTS;
import static org.wangge.access.Right.READ_NOTIFICATIONS;
import static org.wangge.access.Right.RUN;
import static org.wangge.access.Right.TAKE_ERRANDS;
import static org.wangge.access.Right.WORK_CAMPAIGNS;

import org.wangge.server.alarm.AlarmHttp;
import org.wangge.server.campaign.CampaignHttp;
import org.wangge.server.errand.ErrandHttp;
import org.wangge.server.errand.OpenErrandHttp;
import org.wangge.server.evaluation.EvaluationHttp;
import org.wangge.server.evaluation.EvaluationModule;
import org.wangge.server.evaluation.LedgerHttp;
import org.wangge.server.evaluation.SampleHttp;
import org.wangge.server.figure.FigureFileHttp;
import org.wangge.server.figure.FigureHttp;
import org.wangge.server.http.RouteTable;
import org.wangge.server.message.MessageHttp;
import org.wangge.server.message.NotificationHttp;
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
    FigureHttp figures,
    FigureFileHttp figureFiles) {

  void register(RouteTable at) {
    whistles(at);
    messages(at);
    alarms(at);
    campaigns(at);
    evaluations(at);
    errands(at);
    figures(at);
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
    at.get("/api/kpi/table.csv", figureFiles::csv, READ_FIGURES);
    at.get("/api/kpi/table.xlsx", figureFiles::xlsx, READ_FIGURES);
    at.get("/api/kpi/sheet.pdf", figureFiles::sheet, READ_FIGURES);
    at.get("/api/kpi/grades", figures::grades, READ_FIGURES);
    at.put("/api/kpi/grades", figures::changeGrades, KEEP_GRADES);
  }
}
