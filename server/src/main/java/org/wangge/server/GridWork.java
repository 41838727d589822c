package org.wangge.server;

import java.util.List;
import org.wangge.emergency.EmergencyStore;
import org.wangge.patrol.round.RoundStore;
import org.wangge.plan.impact.ImpactSource;
import org.wangge.plan.impact.WorkImpact;
import org.wangge.server.patrol.PatrolModule;
import org.wangge.visit.VisitStore;

/**
 * Work that names the grids it is done in, which planners learn of before they redraw these.
 *
 * @param rounds plans of patrols
 * @param rules of visits
 * @param declared emergencies, which keep the grids they were declared in
 */
record GridWork(RoundStore rounds, VisitStore rules, EmergencyStore declared) {
  private static final int MOST_EMERGENCIES = 1_000;

  static GridWork of(PatrolModule patrols, DoorWork doors) {
    return new GridWork(
        patrols.rounds().store(), doors.visits().store(), doors.emergencies().store());
  }

  ImpactSource patrols() {
    return new WorkImpact(
        new WorkImpact.Kind("patrol", "patrols"),
        (tx, caller) ->
            rounds.list(tx, caller).stream()
                .filter(plan -> !plan.ended())
                .map(
                    plan ->
                        new WorkImpact.Work(
                            Long.toString(plan.id()),
                            plan.terms().name(),
                            plan.terms().gridCodes()))
                .toList());
  }

  ImpactSource visits() {
    return new WorkImpact(
        new WorkImpact.Kind("visit-rule", "visitRules"),
        (tx, caller) ->
            rules.rules(tx, caller, false).stream()
                .map(
                    rule ->
                        new WorkImpact.Work(
                            Long.toString(rule.id()),
                            rule.plan().title(),
                            List.copyOf(rule.plan().areas())))
                .toList());
  }

  ImpactSource emergencies() {
    return new WorkImpact(
        new WorkImpact.Kind("emergency", "emergencies"),
        (tx, caller) ->
            declared.list(tx, caller, true, Long.MAX_VALUE, MOST_EMERGENCIES).stream()
                .map(
                    one ->
                        new WorkImpact.Work(
                            Long.toString(one.id()),
                            one.plan().title(),
                            List.copyOf(one.gridCodes())))
                .toList());
  }
}
