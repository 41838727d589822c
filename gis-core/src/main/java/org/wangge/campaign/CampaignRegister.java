package org.wangge.campaign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.access.Role;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.people.PersonalField;

/** Opens campaigns, keeps what is answered, tells how far they are. Thread-safe. */
public final class CampaignRegister {
  /** So many doors can be gone to in one campaign. */
  static final int MOST_UNITS = 60_000;

  private final Transactions transactions;
  private final CampaignStore store;
  private final CampaignGround ground;
  private final DeclarationGround declarations;
  private final HazardRegister hazards;

  public CampaignRegister(
      Transactions transactions,
      CampaignStore store,
      CampaignGround ground,
      DeclarationGround declarations,
      HazardRegister hazards) {
    this.declarations = declarations;
    this.transactions = transactions;
    this.store = store;
    this.ground = ground;
    this.hazards = hazards;
  }

  /**
   * A campaign as somebody sees it.
   *
   * @param campaign which
   * @param progress how far it has come in the caller's areas, building unit by building unit
   * @param organises whether the caller may close it
   */
  public record Seen(Campaign campaign, List<Tally> progress, boolean organises) {}

  /**
   * Opens one over everything of its kind that stands in its areas.
   *
   * @throws NotFound with code {@code area-unknown}
   * @throws Forbidden with code {@code area-scope} where an area is not the caller's
   * @throws Invalid with code {@code campaign-nothing}, {@code campaign-large}, or {@code
   *     campaign-no-rows} where declarations are to be verified and there are none
   */
  public Campaign open(Caller caller, Campaign.Plan plan) {
    Caller actor = organiser(caller, plan);
    if (plan.kind() == UnitKind.DECLARATION) {
      throw new Invalid("unit", "campaign-no-rows");
    }
    return transactions.write(
        caller, tx -> opened(tx, actor, plan, ground.spots(tx, actor, plan.kind(), plan.areas())));
  }

  /**
   * Opens one that verifies declarations one by one.
   *
   * @param rows of a form, each with a number of its own
   * @throws Forbidden with code {@code area-scope} where an area is not the caller's
   * @throws Invalid with code {@code campaign-rows-twice}, {@code campaign-rows-address}, {@code
   *     campaign-rows-outside}, {@code campaign-nothing} or {@code campaign-large}: then no row is
   *     taken
   */
  public Campaign declare(Caller caller, Campaign.Plan plan, List<Declaration> rows) {
    Caller actor = organiser(caller, plan);
    List<DeclarationGround.Placed> placed = declarations.place(caller, rows, plan.areas());
    return transactions.write(
        caller,
        tx -> {
          Campaign kept =
              opened(tx, actor, plan, placed.stream().map(DeclarationGround.Placed::spot).toList());
          store.declare(
              tx,
              actor,
              kept.id(),
              placed.stream().map(DeclarationGround.Placed::declared).toList());
          return kept;
        });
  }

  private static Caller organiser(Caller caller, Campaign.Plan plan) {
    Caller actor = caller.with(Right.ORGANISE_CAMPAIGNS);
    if (!plan.areas().stream().allMatch(actor.scope()::covers)) {
      throw new Forbidden("area-scope");
    }
    return actor;
  }

  private Campaign opened(Tx tx, Caller actor, Campaign.Plan plan, List<CampaignUnit.Spot> spots) {
    if (spots.isEmpty()) {
      throw new Invalid("areas", "campaign-nothing");
    }
    if (spots.size() > MOST_UNITS) {
      throw new Invalid(
          "areas", "campaign-large", Map.of("units", spots.size(), "most", MOST_UNITS));
    }
    Campaign.Deed deed = new Campaign.Deed(tx.now(), actor.account());
    Campaign kept = store.add(tx, actor, Campaign.open(plan, spots.size(), deed), spots);
    tx.record(new CampaignEvent.CampaignOpened(kept));
    return kept;
  }

  /**
   * Opens one within a transaction, for somebody who may begin it for another reason.
   *
   * @param actor whose scope its areas are in
   * @throws Invalid with code {@code campaign-nothing} or {@code campaign-large}
   */
  public Campaign openWithin(Tx tx, Caller actor, Campaign.Plan plan) {
    return opened(tx, actor, plan, ground.spots(tx, actor, plan.kind(), plan.areas()));
  }

  /** Ends one within a transaction, unless it is over. */
  public void closeWithin(Tx tx, Caller actor, long id) {
    Campaign campaign = get(tx, Caller.upkeep(), id);
    if (campaign.isOpen()) {
      Campaign closed = campaign.ended(new Campaign.Deed(tx.now(), actor.account()));
      store.change(tx, actor, closed);
      tx.record(new CampaignEvent.CampaignClosed(closed));
    }
  }

  /** How far one has come, whoever asks, grid by grid. */
  public List<Tally> progressWithin(Tx tx, long id) {
    return byGrid(store.progress(tx, Caller.upkeep(), id));
  }

  /**
   * Campaigns with a unit that the caller may know of, the newest first.
   *
   * @param areaOrNull code of an area in which they have one; null for wherever
   */
  public List<Seen> list(Caller caller, @Nullable String areaOrNull, long before, int limit) {
    Caller reader = caller.with(Right.READ_CAMPAIGNS);
    return transactions.read(
        tx ->
            store.list(tx, reader, areaOrNull, before, limit).stream()
                .map(one -> seen(tx, caller, reader, one))
                .toList());
  }

  /**
   * The one of an id.
   *
   * @throws NotFound with code {@code campaign-unknown}, also where the caller may not see it
   */
  public Seen get(Caller caller, long id) {
    Caller reader = caller.with(Right.READ_CAMPAIGNS);
    return transactions.read(tx -> seen(tx, caller, reader, get(tx, reader, id)));
  }

  private Seen seen(Tx tx, Caller caller, Caller reader, Campaign campaign) {
    return new Seen(
        campaign,
        store.progress(tx, reader, campaign.id()),
        campaign.isOpen() && organises(caller, campaign));
  }

  /**
   * How far one has come, building unit by building unit.
   *
   * @throws NotFound with code {@code campaign-unknown}
   */
  public List<Tally> progress(Caller caller, long id) {
    return get(caller, id).progress();
  }

  /** What is told of building units, told of their grids. */
  public static List<Tally> byGrid(List<Tally> units) {
    Map<String, Tally> grids = new LinkedHashMap<>();
    for (Tally one : units) {
      grids.merge(one.grid(), one.ofGrid(), Tally::and);
    }
    return List.copyOf(grids.values());
  }

  /**
   * Units of one, where the caller works or organises. What was answered in words is masked as
   * reports are.
   *
   * @throws NotFound with code {@code campaign-unknown}
   */
  public List<CampaignUnit> units(Caller caller, long id, UnitQuery query) {
    Caller reader = caller.with(Right.READ_CAMPAIGN_UNITS);
    return transactions.read(
        tx -> {
          Campaign campaign = get(tx, reader, id);
          return store.listUnits(tx, reader, campaign.id(), query).stream()
              .map(one -> reading(caller, one))
              .toList();
        });
  }

  private static CampaignUnit reading(Caller caller, CampaignUnit unit) {
    Set<Role> roles = caller.rights().rolesAt(unit.spot().grid(), unit.spot().at());
    return PersonalField.REPORTER_PHONE.isWholeTo(roles) ? unit : unit.masked();
  }

  /**
   * Keeps what was answered at a unit. The same key again changes nothing and answers what is on
   * record.
   *
   * @param key of the sender
   * @param ifVersion the version of the unit the sender has seen: 0 before the first answer
   * @throws NotFound with code {@code campaign-unknown} or {@code campaign-unit-unknown}
   * @throws Conflict with code {@code version-conflict}, {@code campaign-closed} or {@code
   *     campaign-key-taken} where the key was sent for another unit
   */
  public CampaignUnit answer(
      Caller caller, long id, int number, String key, int ifVersion, Map<Integer, String> given) {
    Caller actor = caller.with(Right.WORK_CAMPAIGNS);
    return transactions.write(
        caller,
        tx -> {
          Campaign campaign = get(tx, actor, id);
          CampaignUnit unit = held(tx, actor, id, number);
          var known = store.findKey(tx, actor, id, key);
          if (known.isPresent()) {
            if (known.get() != number) {
              throw new Conflict("campaign-key-taken", Map.of("unit", known.get()));
            }
            return reading(caller, unit);
          }
          return reading(caller, kept(tx, caller, campaign, unit, key, ifVersion, given));
        });
  }

  private CampaignUnit kept(
      Tx tx,
      Caller caller,
      Campaign campaign,
      CampaignUnit unit,
      String key,
      int ifVersion,
      Map<Integer, String> given) {
    if (!campaign.isOpen()) {
      throw new Conflict("campaign-closed", Map.of("campaign", campaign.id()));
    }
    Conflict.unlessNewest(ifVersion, unit.version());
    Checklist checklist = campaign.plan().checklist();
    Map<Integer, String> values = checklist.read(given);
    List<Integer> found = checklist.hazards(values);
    CampaignUnit answered =
        unit.answered(new UnitAnswer(key, tx.now(), caller.account(), values, found.size()));
    store.answer(tx, caller, campaign.id(), answered);
    tx.record(new CampaignEvent.CampaignAnswered(campaign.id(), answered, found.size()));
    hazards.follow(tx, caller.with(Right.WORK_CAMPAIGNS), campaign, answered, found);
    return answered;
  }

  /**
   * Ends one: nobody is asked any more.
   *
   * @param ifVersion the version the caller has seen
   * @throws NotFound with code {@code campaign-unknown}
   * @throws Conflict with code {@code version-conflict} or {@code campaign-closed}
   * @throws Forbidden with code {@code area-scope} where it goes beyond the caller's areas
   */
  public Campaign close(Caller caller, long id, int ifVersion) {
    Caller actor = caller.with(Right.ORGANISE_CAMPAIGNS);
    return transactions.write(
        caller,
        tx -> {
          Campaign campaign = get(tx, actor, id);
          Conflict.unlessNewest(ifVersion, campaign.version());
          if (!campaign.isOpen()) {
            throw new Conflict("campaign-closed", Map.of("campaign", id));
          }
          if (!organises(caller, campaign)) {
            throw new Forbidden("area-scope");
          }
          Campaign closed = campaign.ended(new Campaign.Deed(tx.now(), caller.account()));
          store.change(tx, actor, closed);
          tx.record(new CampaignEvent.CampaignClosed(closed));
          return closed;
        });
  }

  private CampaignUnit held(Tx tx, Caller actor, long id, int number) {
    store.holdUnit(tx, actor, id, number);
    return store
        .findUnit(tx, actor, id, number)
        .orElseThrow(() -> new NotFound("campaign-unit-unknown", Map.of("unit", number)));
  }

  /**
   * Erases what was declared, and what was ever answered in words, at a unit; what was answered by
   * yes or no stays.
   *
   * @throws NotFound with code {@code campaign-unknown} or {@code campaign-unit-unknown}
   */
  public CampaignUnit eraseWords(Caller caller, long id, int number) {
    Caller keeper = caller.with(Right.KEEP_ACCOUNTS);
    return transactions.write(
        caller,
        tx -> {
          Campaign campaign = get(tx, keeper, id);
          CampaignUnit unit = held(tx, keeper, id, number);
          store.eraseWords(tx, keeper, id, number, campaign.plan().checklist().inWords());
          store.eraseDeclared(tx, keeper, id, number);
          tx.record(new CampaignEvent.CampaignErased(id, unit));
          return held(tx, keeper, id, number);
        });
  }

  private static boolean organises(Caller caller, Campaign campaign) {
    return caller.has(Right.ORGANISE_CAMPAIGNS)
        && campaign.plan().areas().stream()
            .allMatch(caller.with(Right.ORGANISE_CAMPAIGNS).scope()::covers);
  }

  private Campaign get(Tx tx, Caller reader, long id) {
    return store
        .find(tx, reader, id)
        .orElseThrow(() -> new NotFound("campaign-unknown", Map.of("campaign", id)));
  }
}
