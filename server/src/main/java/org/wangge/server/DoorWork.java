package org.wangge.server;

import java.time.Clock;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.wangge.campaign.Addresses;
import org.wangge.grid.AreaAtlas;
import org.wangge.place.PlaceStore;
import org.wangge.server.campaign.CampaignModule;
import org.wangge.server.emergency.EmergencyModule;
import org.wangge.server.incident.IncidentModule;
import org.wangge.server.storage.Database;
import org.wangge.server.visit.FiledHazards;
import org.wangge.server.visit.VisitModule;

/**
 * What people go from door to door for: campaigns, visits and emergencies, beside the desk of
 * incidents.
 */
final class DoorWork {
  private final CampaignModule campaigns;
  private final VisitModule visits;
  private final EmergencyModule emergencies;

  /**
   * Puts it together.
   *
   * @param addresses where declarations are to be verified
   * @param zone of what is printed, and whose months count
   */
  DoorWork(
      Database database,
      PlaceStore places,
      IncidentDesk desk,
      Addresses addresses,
      Supplier<AreaAtlas> atlas,
      ZoneId zone,
      Clock clock) {
    IncidentModule incidents = desk.incidents();
    campaigns =
        new CampaignModule(
            database, places, incidents.photos().store(), addresses, atlas, zone, clock);
    FiledHazards hazards = new FiledHazards(incidents.intake(), incidents.store());
    visits = new VisitModule(database, places, hazards, atlas, zone, clock);
    desk.followers().add(campaigns.follower());
    desk.followers().add(visits.follower());
    emergencies =
        new EmergencyModule(
            database,
            new EmergencyModule.Ground(
                atlas,
                desk.persons(),
                campaigns.register(),
                desk.telling(),
                incidents.categoryStore()),
            zone,
            clock);
    desk.followers().add(emergencies.follower());
  }

  CampaignModule campaigns() {
    return campaigns;
  }

  EmergencyModule emergencies() {
    return emergencies;
  }

  VisitModule visits() {
    return visits;
  }
}
