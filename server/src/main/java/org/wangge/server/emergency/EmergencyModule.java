package org.wangge.server.emergency;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.campaign.CampaignRegister;
import org.wangge.emergency.Emergency;
import org.wangge.emergency.EmergencyContact;
import org.wangge.emergency.EmergencyGround;
import org.wangge.emergency.EmergencyHappenings;
import org.wangge.emergency.EmergencyRegister;
import org.wangge.emergency.EmergencyStore;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Level;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentFollower;
import org.wangge.incident.category.CategoryStore;
import org.wangge.message.Telling;
import org.wangge.server.grid.AreaCounts;
import org.wangge.server.message.GridTelling;
import org.wangge.server.people.AccountNames;
import org.wangge.server.people.PersonModule;

/** Puts the switch between peace and emergency together. */
public final class EmergencyModule {
  private final EmergencyStore store = new JdbcEmergencyStore();
  private final EmergencyHappenings happenings = new JdbcMeanwhileStore();
  private final EmergencyRegister register;
  private final Transactions transactions;
  private final Ground ground;
  private final ZoneId zone;
  private final Clock clock;

  /**
   * What it stands on.
   *
   * @param atlas what lies where now
   * @param persons who lives where
   * @param campaigns which take a task from door to door
   * @param telling lets people be told
   * @param categories what incidents are about
   */
  public record Ground(
      Supplier<AreaAtlas> atlas,
      PersonModule persons,
      CampaignRegister campaigns,
      Telling telling,
      CategoryStore categories) {}

  /**
   * Puts it together.
   *
   * @param zone of what is printed
   */
  public EmergencyModule(Transactions transactions, Ground ground, ZoneId zone, Clock clock) {
    this.transactions = transactions;
    this.ground = ground;
    this.zone = zone;
    this.clock = clock;
    register =
        new EmergencyRegister(
            transactions,
            store,
            new EmergencyGround(ground.atlas(), ground.persons().store()),
            new EmergencyRegister.Ports(
                new TaskCampaign(ground.campaigns()),
                new ToldCalls(new GridTelling(ground.telling(), ground.atlas())),
                happenings,
                this::isInUse));
  }

  /** What else happens where one lasts. */
  public EmergencyHappenings happenings() {
    return happenings;
  }

  public EmergencyStore store() {
    return store;
  }

  /** Emergencies over HTTP, with the names of who declared them. */
  public EmergencyHttp http(AccountNames names) {
    return new EmergencyHttp(
        register,
        new EmergencyHttp.Named(names, ground.persons().names(), this::categories),
        ground.atlas(),
        zone,
        clock);
  }

  private boolean isInUse(Tx tx, String category) {
    return ground
        .categories()
        .find(tx, Caller.upkeep(), category)
        .filter(one -> !one.retired())
        .isPresent();
  }

  private Map<String, Map<String, String>> categories() {
    return transactions.read(
        tx ->
            ground.categories().list(tx, Caller.upkeep()).stream()
                .collect(
                    Collectors.toMap(
                        one -> one.code(), one -> Map.of("zh", one.nameZh(), "en", one.nameEn()))));
  }

  /** In how many grids one lasts now. */
  public int lasting() {
    return transactions.read(tx -> store.lastingBelow(tx, ""));
  }

  /**
   * What the card of an area says while an emergency lasts there, to everybody: whom to call in a
   * grid, in how many grids of another area.
   */
  public Map<String, Object> counts(Tx tx, Caller caller, Area area) {
    if (!AreaCounts.isMadeOfGrids(area)) {
      return Map.of();
    }
    if (area.level() != Level.GRID) {
      int grids = store.lastingBelow(tx, area.code());
      return grids == 0 ? Map.of() : Map.of("emergency", Map.of("grids", grids));
    }
    return store
        .lastingIn(tx, area.code())
        .<Map<String, Object>>map(one -> Map.of("emergency", card(one, area.code())))
        .orElseGet(Map::of);
  }

  private static Map<String, Object> card(Emergency one, String grid) {
    EmergencyContact contact = one.grid(grid).map(it -> it.contact()).orElse(one.plan().contact());
    return Map.of(
        "id",
        one.id(),
        "title",
        one.plan().title(),
        "since",
        one.declared().at().toString(),
        "contact",
        Map.of("name", contact.name(), "phone", contact.phone()));
  }

  /** Numbers of people who are erased go out of contacts, too. */
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
