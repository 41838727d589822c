package org.wangge.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.demo.DemoTown;
import org.wangge.event.Tx;
import org.wangge.geo.Geodesy;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentQuery;
import org.wangge.incident.IncidentStore;
import org.wangge.place.Door;
import org.wangge.place.DoorGround;
import org.wangge.place.PlaceStore;
import org.wangge.server.config.Settings;
import org.wangge.visit.DoorStanding;
import org.wangge.visit.Fact;
import org.wangge.visit.Facts;
import org.wangge.visit.MustSee;
import org.wangge.visit.Rhythm;
import org.wangge.visit.Visit;
import org.wangge.visit.VisitOutcome;
import org.wangge.visit.VisitRule;
import org.wangge.visit.VisitStore;
import org.wangge.visit.VisitTarget;

/**
 * Two rules of visits in one community of the demonstration, and three weeks of visits by them: in
 * some grids nearly all were seen, in others few; here and there nobody was home, and at one door a
 * hazard was found that is an incident.
 */
public final class DemoVisits implements DemoPart {
  private static final String WORKER = "worker";

  /** How many of the households of a grid were visited. */
  private static final int[] VISITED_PERCENT = {88, 61, 35, 12, 72, 5};

  /** So many doors lie between two households that must be seen. */
  private static final int BETWEEN_MARKED = 60;

  private static final int NOBODY_PERCENT = 9;
  private static final int REFUSED_PERCENT = 2;
  private static final List<String> GAS = List.of("管道天然气", "瓶装气", "不用气");

  private final VisitStore store;
  private final PlaceStore places;
  private final IncidentStore incidents;

  public DemoVisits(VisitStore store, PlaceStore places, IncidentStore incidents) {
    this.store = store;
    this.places = places;
    this.incidents = incidents;
  }

  @Override
  public void happen(Tx tx, Caller caller, DemoTown town, Instant after, Instant now) {
    if (!store.rules(tx, caller, true).isEmpty()) {
      return;
    }
    String community = town.areas(Partition.TREE, Level.COMMUNITY).get(0).code();
    AreaAtlas atlas = AreaAtlas.of(town.areas(), town.partitions(), 0);
    List<Door> doors =
        new DoorGround(() -> atlas, places).in(tx, caller, Door.Kind.HOUSEHOLD, List.of(community));
    Instant begun = now.minus(WEEKS);
    VisitRule monthly = store.addRule(tx, caller, monthly(community, begun));
    VisitRule weekly = store.addRule(tx, caller, weekly(community, begun));
    Optional<Door> hazardous = hazard(tx, caller, monthly, doors, begun, now);
    Span span = new Span(begun, now);
    List<String> grids = doors.stream().map(Door::grid).distinct().toList();
    for (int i = 0; i < doors.size(); i++) {
      Door door = doors.get(i);
      int percent = VISITED_PERCENT[grids.indexOf(door.grid()) % VISITED_PERCENT.length];
      SplittableRandom chance = new SplittableRandom(door.placeId().hashCode());
      if (chance.nextInt(100) < percent && !hazardous.filter(door::equals).isPresent()) {
        visits(tx, caller, monthly, door, span, chance);
      }
      if (i % BETWEEN_MARKED == 0) {
        List<MustSee> kinds = List.of(MustSee.values());
        MustSee kind = kinds.get(i / BETWEEN_MARKED % kinds.size());
        store.mark(tx, caller, door, new VisitStore.Marks(1, EnumSet.of(kind)));
        cared(tx, caller, weekly, door, span, chance);
      }
    }
  }

  /** From when to when visits are drawn. */
  private record Span(Instant from, Instant to) {
    Instant at(SplittableRandom chance) {
      return from.plusSeconds(chance.nextLong(Duration.between(from, to).toSeconds()));
    }
  }

  private static VisitRule monthly(String community, Instant begun) {
    return rule(
        new VisitRule.Plan(
            "每户每月走访（演示）",
            "了解住户情况，查看用气用电安全",
            VisitTarget.HOUSEHOLD,
            Set.of(),
            List.of(community),
            new Rhythm(1, Rhythm.Unit.MONTHS),
            new Facts(
                List.of(
                    new Fact("用气方式", Fact.Kind.CHOICE, GAS),
                    new Fact("楼道有无堆物？", Fact.Kind.YES_NO, List.of()),
                    new Fact("居民反映", Fact.Kind.TEXT, List.of())))),
        begun);
  }

  private static VisitRule weekly(String community, Instant begun) {
    return rule(
        new VisitRule.Plan(
            "必访户每周走访（演示）",
            "四必访四必知",
            VisitTarget.MARKED,
            EnumSet.allOf(MustSee.class),
            List.of(community),
            new Rhythm(7, Rhythm.Unit.DAYS),
            new Facts(
                List.of(
                    new Fact("近期生活", Fact.Kind.CHOICE, List.of("正常", "需要帮助")),
                    new Fact("家里用气用电安全？", Fact.Kind.YES_NO, List.of()),
                    new Fact("紧急联系人有效？", Fact.Kind.YES_NO, List.of()),
                    new Fact("需要办的事", Fact.Kind.TEXT, List.of())))),
        begun);
  }

  private static VisitRule rule(VisitRule.Plan plan, Instant begun) {
    return new VisitRule(0, 1, plan, begun, false, true);
  }

  /** One visit, or up to three at which nobody was home. */
  private void visits(
      Tx tx, Caller caller, VisitRule rule, Door door, Span span, SplittableRandom chance) {
    int drawn = chance.nextInt(100);
    Instant at = span.at(chance);
    Map<Integer, String> answers =
        Map.of(
            1,
            GAS.get(chance.nextInt(10) < 8 ? 0 : 1 + chance.nextInt(2)),
            2,
            chance.nextInt(12) == 0 ? "yes" : "no");
    List<Visit> all = new ArrayList<>();
    if (drawn < NOBODY_PERCENT) {
      int times = 1 + chance.nextInt(3);
      for (int i = 0; i < times; i++) {
        Instant tried = later(at.plus(Duration.ofDays(2L * i)), span.to());
        LocalDate next = tried.plus(Duration.ofDays(2)).atZone(Settings.CHINA).toLocalDate();
        keep(tx, caller, rule, door, all, said(VisitOutcome.NOBODY_HOME, next, Map.of()), tried);
      }
    } else if (drawn < NOBODY_PERCENT + REFUSED_PERCENT) {
      keep(tx, caller, rule, door, all, said(VisitOutcome.REFUSED, null, Map.of()), at);
    } else {
      keep(tx, caller, rule, door, all, said(VisitOutcome.MET, null, answers), at);
    }
  }

  private static Instant later(Instant at, Instant latest) {
    return at.isAfter(latest) ? latest : at;
  }

  /** Every week, and some were left out lately. */
  private void cared(
      Tx tx, Caller caller, VisitRule rule, Door door, Span span, SplittableRandom chance) {
    int weeks = 1 + chance.nextInt(3);
    List<Visit> all = new ArrayList<>();
    for (int i = 0; i < weeks; i++) {
      Instant at = span.from().plus(Duration.ofDays(7L * i + chance.nextInt(5)));
      keep(
          tx,
          caller,
          rule,
          door,
          all,
          said(VisitOutcome.MET, null, Map.of(1, "正常", 2, "yes", 3, "yes")),
          at);
    }
  }

  private static Visit.Said said(
      VisitOutcome outcome, @Nullable LocalDate next, Map<Integer, String> answers) {
    return new Visit.Said(outcome, next, answers, "");
  }

  private void keep(
      Tx tx,
      Caller caller,
      VisitRule rule,
      Door door,
      List<Visit> before,
      Visit.Said said,
      Instant at) {
    before.add(visit(rule, door, before.size() + 1, said, at, null));
    put(tx, caller, rule, door, before);
  }

  private static Visit visit(
      VisitRule rule,
      Door door,
      int version,
      Visit.Said said,
      Instant at,
      @Nullable String incident) {
    return new Visit(
        rule.id(),
        rule.version(),
        door,
        version,
        "demonstration-" + rule.id() + "-" + door.placeId() + "-" + version,
        WORKER,
        new Visit.Times(at, at),
        said,
        incident,
        null);
  }

  private void put(Tx tx, Caller caller, VisitRule rule, Door door, List<Visit> all) {
    store.hold(tx, caller, rule.id(), door);
    store.add(tx, caller, all.get(all.size() - 1), DoorStanding.of(rule.id(), door.placeId(), all));
  }

  /** The door nearest to something that happened in the community; empty where nothing did. */
  private Optional<Door> hazard(
      Tx tx, Caller caller, VisitRule rule, List<Door> doors, Instant from, Instant to) {
    String community = rule.plan().areas().get(0);
    Optional<Incident> found =
        incidents
            .list(
                tx, caller, new IncidentQuery(community, null, false, null, null, from, to, "", 1))
            .stream()
            .findFirst();
    Optional<Door> nearest =
        found.flatMap(
            one ->
                doors.stream()
                    .min(
                        Comparator.comparingDouble(
                            door -> Geodesy.distanceMeters(door.at(), one.location()))));
    nearest.ifPresent(
        door ->
            put(
                tx,
                caller,
                rule,
                door,
                List.of(
                    visit(
                        rule,
                        door,
                        1,
                        said(VisitOutcome.MET, null, Map.of(1, GAS.get(0), 2, "yes")),
                        found.orElseThrow().reportedAt(),
                        found.orElseThrow().id()))));
    return nearest;
  }
}
