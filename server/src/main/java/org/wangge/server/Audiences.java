package org.wangge.server;

import java.util.Map;
import org.wangge.alarm.AlarmEvent;
import org.wangge.camera.CameraEvent;
import org.wangge.campaign.CampaignEvent;
import org.wangge.clock.ClockEvent;
import org.wangge.emergency.EmergencyEvent;
import org.wangge.errand.ErrandEvent;
import org.wangge.evaluation.EvaluationEvent;
import org.wangge.event.Audience;
import org.wangge.figure.FigureEvent;
import org.wangge.grid.GridEvent;
import org.wangge.incident.IncidentEvent;
import org.wangge.message.MessageEvent;
import org.wangge.patrol.TrackEvent;
import org.wangge.people.PeopleEvent;
import org.wangge.place.PlaceEvent;
import org.wangge.plan.record.PlanEvent;
import org.wangge.shift.ShiftEvent;
import org.wangge.visit.VisitEvent;
import org.wangge.whistle.WhistleEvent;

/** Who is told of what happens, feature by feature. */
final class Audiences {
  private Audiences() {}

  static Audience ofFeatures() {
    return Audience.byFeature(
        Map.ofEntries(
            Map.entry("grid", GridEvent.AUDIENCE),
            Map.entry("incident", IncidentEvent.AUDIENCE),
            Map.entry("whistle", WhistleEvent.AUDIENCE),
            Map.entry("message", MessageEvent.AUDIENCE),
            Map.entry("alarm", AlarmEvent.AUDIENCE),
            Map.entry("campaign", CampaignEvent.AUDIENCE),
            Map.entry("visit", VisitEvent.AUDIENCE),
            Map.entry("errand", ErrandEvent.AUDIENCE),
            Map.entry("emergency", EmergencyEvent.AUDIENCE),
            Map.entry("evaluation", EvaluationEvent.AUDIENCE),
            Map.entry("clock", ClockEvent.AUDIENCE),
            Map.entry("figure", FigureEvent.AUDIENCE),
            Map.entry("camera", CameraEvent.AUDIENCE),
            Map.entry("patrol", TrackEvent.AUDIENCE),
            Map.entry("shift", ShiftEvent.AUDIENCE),
            Map.entry("place", PlaceEvent.AUDIENCE),
            Map.entry("plan", PlanEvent.AUDIENCE),
            Map.entry("people", PeopleEvent.AUDIENCE)));
  }
}
