package org.wangge.server;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Duty;
import org.wangge.server.camera.CameraModule;
import org.wangge.server.demo.DemoCameras;
import org.wangge.server.demo.DemoEmergencies;
import org.wangge.server.demo.DemoErrands;
import org.wangge.server.demo.DemoHandovers;
import org.wangge.server.demo.DemoIncidents;
import org.wangge.server.demo.DemoPart;
import org.wangge.server.demo.DemoPeople;
import org.wangge.server.demo.DemoPlaces;
import org.wangge.server.demo.DemoRatings;
import org.wangge.server.demo.DemoRounds;
import org.wangge.server.demo.DemoSamples;
import org.wangge.server.demo.DemoShifts;
import org.wangge.server.demo.DemoTracks;
import org.wangge.server.demo.DemoVisits;
import org.wangge.server.incident.IncidentModule;
import org.wangge.server.patrol.PatrolModule;
import org.wangge.server.place.PlaceModule;
import org.wangge.server.shift.ShiftModule;

/** What each feature brings to the demonstration town. */
final class DemoTownParts {
  private DemoTownParts() {}

  /** In the order in which they are loaded. */
  static List<DemoPart> of(
      PlaceModule places,
      IncidentDesk desk,
      CameraModule cameras,
      PatrolModule patrols,
      DoorWork doors,
      ShiftModule shifts) {
    IncidentModule incidents = desk.incidents();
    return List.of(
        new DemoPlaces(places.register(), places.store()),
        new DemoPeople(desk.persons().register(), desk.persons().store()),
        new DemoCameras(cameras.register()),
        new DemoIncidents(
            incidents.intake(),
            incidents.categoryStore(),
            incidents.limitStore(),
            incidents.departments(),
            incidents.taskStore()),
        new DemoRatings(
            desk.evaluations().store(), desk.evaluations().ledgerStore(), incidents.store()),
        new DemoErrands(desk.errands().store(), desk.errands().lapse()),
        new DemoSamples(desk.evaluations().sampleStore()),
        new DemoRounds(patrols.rounds().store()),
        new DemoTracks(patrols.register()),
        new DemoVisits(doors.visits().store(), places.store(), incidents.store()),
        new DemoEmergencies(
            doors.emergencies().store(), doors.emergencies().happenings(), desk.persons().store()),
        new DemoShifts(shifts.rosters()),
        new DemoHandovers(shifts.shifts(), shifts.handovers(), shifts.source()));
  }

  /** The worker of the demonstration is the first of the town who walks a grid. */
  static Map<String, String> staff(AreaAtlas atlas) {
    return atlas.areas().stream()
        .sorted(Comparator.comparing(Area::code))
        .flatMap(area -> area.inCharge().stream())
        .filter(one -> one.duty() == Duty.GRID_WORKER)
        .findFirst()
        .map(one -> Map.of("worker", one.staffCode()))
        .orElseGet(Map::of);
  }
}
