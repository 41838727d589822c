package org.wangge.campaign;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;

/** Has hazards put right: found, notified, looked at again until they are. Thread-safe. */
public final class HazardRegister {
  private final Transactions transactions;
  private final CampaignStore campaigns;
  private final HazardStore store;
  private final RecheckPhotos photos;

  public HazardRegister(
      Transactions transactions, CampaignStore campaigns, HazardStore store, RecheckPhotos photos) {
    this.transactions = transactions;
    this.campaigns = campaigns;
    this.store = store;
    this.photos = photos;
  }

  /**
   * A hazard with the campaign it was found in.
   *
   * @param campaign whose question it was
   * @param hazard as it is
   */
  public record Seen(Campaign campaign, Hazard hazard) {
    /** What was asked. */
    public Question question() {
      return campaign.plan().checklist().question(hazard.question());
    }
  }

  /**
   * Those of a campaign where the caller works or organises.
   *
   * @throws NotFound with code {@code campaign-unknown}
   */
  public List<Seen> list(Caller caller, long campaign, HazardQuery query) {
    Caller reader = caller.with(Right.READ_CAMPAIGN_UNITS);
    return transactions.read(
        tx -> {
          Campaign found = get(tx, reader, campaign);
          return store.list(tx, reader, campaign, query).stream()
              .map(one -> new Seen(found, one))
              .toList();
        });
  }

  /**
   * The one of an id.
   *
   * @throws NotFound with code {@code campaign-unknown} or {@code campaign-hazard-unknown}
   */
  public Seen get(Caller caller, long campaign, long id) {
    Caller reader = caller.with(Right.READ_CAMPAIGN_UNITS);
    return transactions.read(
        tx -> new Seen(get(tx, reader, campaign), get(tx, reader, campaign, id)));
  }

  /**
   * The picture of a look at it.
   *
   * @throws NotFound with code {@code campaign-hazard-unknown} or {@code campaign-photo-unknown}
   */
  public byte[] picture(Caller caller, long campaign, long id, String photo, boolean small) {
    Caller reader = caller.with(Right.READ_CAMPAIGN_UNITS);
    return transactions.read(
        tx -> {
          var known = get(tx, reader, campaign);
          Hazard hazard = get(tx, reader, known.id(), id);
          if (hazard.rechecks().stream().noneMatch(one -> one.photo().equals(photo))) {
            throw new NotFound("campaign-photo-unknown", Map.of());
          }
          return photos
              .picture(tx, reader, photo, small)
              .orElseThrow(() -> new NotFound("campaign-photo-unknown", Map.of()));
        });
  }

  /**
   * Notes that the notice was handed over. Nothing changes where that is known.
   *
   * @throws Conflict with code {@code version-conflict} or {@code campaign-hazard-over}
   */
  public Seen notified(Caller caller, long campaign, long id, int ifVersion) {
    return change(
        caller,
        campaign,
        id,
        (tx, seen) -> {
          if (seen.hazard().state() == Hazard.State.NOTIFIED) {
            return seen.hazard();
          }
          requireOpen(seen.hazard(), ifVersion);
          return seen.hazard().in(Hazard.State.NOTIFIED);
        });
  }

  /**
   * Keeps a look at it: it is right, or a new time runs. The same key again changes nothing. Also
   * after the campaign is closed.
   *
   * @param photo id of a photo that was handed in and waits
   * @throws Conflict with code {@code version-conflict} or {@code campaign-hazard-over}
   * @throws Invalid with code {@code campaign-photo}
   */
  public Seen recheck(
      Caller caller,
      long campaign,
      long id,
      String key,
      int ifVersion,
      boolean rectified,
      String photo) {
    return change(
        caller,
        campaign,
        id,
        (tx, seen) -> {
          if (seen.hazard().find(key).isPresent()) {
            return seen.hazard();
          }
          requireOpen(seen.hazard(), ifVersion);
          if (!photos.take(tx, caller, photo)) {
            throw new Invalid("photo", "campaign-photo");
          }
          Hazard.Recheck look =
              new Hazard.Recheck(key, tx.now(), caller.account(), rectified, photo);
          return seen.hazard().rechecked(look, seen.question().recheckDays());
        });
  }

  private static void requireOpen(Hazard hazard, int ifVersion) {
    Conflict.unlessNewest(ifVersion, hazard.version());
    if (!hazard.state().isOpen()) {
      throw new Conflict("campaign-hazard-over", Map.of("hazard", hazard.id()));
    }
  }

  private Seen change(Caller caller, long campaign, long id, BiFunction<Tx, Seen, Hazard> change) {
    Caller actor = caller.with(Right.WORK_CAMPAIGNS);
    return transactions.write(
        caller,
        tx -> {
          Campaign known = get(tx, actor, campaign);
          store.hold(tx, actor, id);
          Hazard before = get(tx, actor, campaign, id);
          Hazard after = change.apply(tx, new Seen(known, before));
          if (!after.equals(before)) {
            keep(tx, actor, after);
          }
          return new Seen(known, after);
        });
  }

  private void keep(Tx tx, Caller actor, Hazard changed) {
    store.change(tx, actor, changed);
    tx.record(new CampaignEvent.CampaignHazardChanged(changed));
  }

  /**
   * Follows an answer at a unit: opens what is a hazard now and was none, withdraws what is none
   * any more. What was put right stays so: whoever corrects another line has not looked again.
   */
  void follow(Tx tx, Caller actor, Campaign campaign, CampaignUnit unit, List<Integer> questions) {
    Set<Integer> known = new HashSet<>();
    for (Hazard one : store.ofUnit(tx, actor, campaign.id(), unit.number())) {
      if (one.state().isOpen() && !questions.contains(one.question())) {
        keep(tx, actor, one.in(Hazard.State.WITHDRAWN));
      } else if (one.state() != Hazard.State.WITHDRAWN) {
        known.add(one.question());
      }
    }
    for (int question : questions) {
      if (!known.contains(question)) {
        int days = campaign.plan().checklist().question(question).recheckDays();
        Campaign.Deed found = new Campaign.Deed(tx.now(), actor.account());
        Hazard added =
            store.add(tx, actor, Hazard.found(campaign.id(), unit, question, found, days));
        tx.record(new CampaignEvent.CampaignHazardChanged(added));
      }
    }
  }

  private Campaign get(Tx tx, Caller reader, long campaign) {
    return campaigns
        .find(tx, reader, campaign)
        .orElseThrow(() -> new NotFound("campaign-unknown", Map.of("campaign", campaign)));
  }

  private Hazard get(Tx tx, Caller reader, long campaign, long id) {
    return store
        .find(tx, reader, campaign, id)
        .orElseThrow(() -> new NotFound("campaign-hazard-unknown", Map.of("hazard", id)));
  }
}
