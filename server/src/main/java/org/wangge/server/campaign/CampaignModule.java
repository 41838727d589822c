package org.wangge.server.campaign;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.campaign.Addresses;
import org.wangge.campaign.CampaignGround;
import org.wangge.campaign.CampaignRegister;
import org.wangge.campaign.CampaignStore;
import org.wangge.campaign.DeclarationGround;
import org.wangge.campaign.HazardRegister;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.grid.AreaAtlas;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentFollower;
import org.wangge.incident.photo.PhotoStore;
import org.wangge.place.PlaceStore;
import org.wangge.server.people.AccountNames;

/** Puts campaigns together. */
public final class CampaignModule {
  private final CampaignStore store = new JdbcCampaignStore();
  private final CampaignRegister register;
  private final HazardRegister hazards;
  private final ZoneId zone;
  private final Supplier<AreaAtlas> atlas;
  private final Clock clock;

  /**
   * Puts it together.
   *
   * @param photos where photos of rechecks are kept
   * @param addresses where declarations are to be verified
   * @param zone of what is printed
   */
  public CampaignModule(
      Transactions transactions,
      PlaceStore places,
      PhotoStore photos,
      Addresses addresses,
      Supplier<AreaAtlas> atlas,
      ZoneId zone,
      Clock clock) {
    hazards =
        new HazardRegister(transactions, store, new JdbcHazardStore(), new TakenPhotos(photos));
    register =
        new CampaignRegister(
            transactions,
            store,
            new CampaignGround(atlas, places),
            new DeclarationGround(atlas, addresses),
            hazards);
    this.zone = zone;
    this.atlas = atlas;
    this.clock = clock;
  }

  public CampaignRegister register() {
    return register;
  }

  /** Campaigns over HTTP, with the names of who did something. */
  public CampaignHttp http(AccountNames names) {
    HazardHttp ofHazards = new HazardHttp(register, hazards, names, atlas, zone, clock);
    return new CampaignHttp(register, ofHazards, names, atlas, clock);
  }

  /** What is to be put right. */
  public HazardRegister hazards() {
    return hazards;
  }

  /** Numbers of people who are erased go out of what was answered, too. */
  public IncidentFollower follower() {
    return new IncidentFollower() {
      @Override
      public void done(Tx tx, Caller caller, Incident changed) {}

      @Override
      public void eraseWords(Tx tx, Caller caller, String incidentId) {}

      @Override
      public void eraseNumbers(Tx tx, Caller caller, Set<String> numbers) {
        store.eraseNumbers(tx, caller, numbers);
      }
    };
  }
}
