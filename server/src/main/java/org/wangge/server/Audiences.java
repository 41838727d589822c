package org.wangge.server;

import java.util.Map;
import org.wangge.camera.CameraEvent;
import org.wangge.clock.ClockEvent;
import org.wangge.event.Audience;
import org.wangge.figure.FigureEvent;
import org.wangge.grid.GridEvent;
import org.wangge.incident.IncidentEvent;
import org.wangge.patrol.TrackEvent;
import org.wangge.people.PeopleEvent;
import org.wangge.place.PlaceEvent;
import org.wangge.plan.record.PlanEvent;
import org.wangge.whistle.WhistleEvent;

/** Who is told of what happens, feature by feature. */
final class Audiences {
  private Audiences() {}

  static Audience ofFeatures() {
    return Audience.byFeature(
        Map.of(
            "grid", GridEvent.AUDIENCE,
            "incident", IncidentEvent.AUDIENCE,
            "whistle", WhistleEvent.AUDIENCE,
            "clock", ClockEvent.AUDIENCE,
            "figure", FigureEvent.AUDIENCE,
            "camera", CameraEvent.AUDIENCE,
            "patrol", TrackEvent.AUDIENCE,
            "place", PlaceEvent.AUDIENCE,
            "plan", PlanEvent.AUDIENCE,
            "people", PeopleEvent.AUDIENCE));
  }
}
