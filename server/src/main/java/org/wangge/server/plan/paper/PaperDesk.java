package org.wangge.server.plan.paper;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.fault.NotFound;
import org.wangge.geo.CoordinateSystem;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Duty;
import org.wangge.grid.InCharge;
import org.wangge.grid.Level;
import org.wangge.people.PersonNames;
import org.wangge.people.PersonNames.OnDuty;
import org.wangge.place.Building;
import org.wangge.place.Ground;
import org.wangge.place.GroundKind;
import org.wangge.place.Place;
import org.wangge.place.PlaceKind;
import org.wangge.place.PlaceQuery;
import org.wangge.place.PlaceRegister;
import org.wangge.place.StandingPlace;
import org.wangge.place.StreetEdge;
import org.wangge.plan.compare.OutlineChange;
import org.wangge.plan.compare.Redrawn;
import org.wangge.plan.drawing.DrawnPlan;
import org.wangge.plan.impact.PlanReview;
import org.wangge.server.http.TooBusy;
import org.wangge.server.plan.paper.NoticePicture.PublishedPerson;

/** Gathers what is on paper. Few are drawn at once: each takes a processor. Thread-safe. */
final class PaperDesk {
  private static final int AT_ONCE = 2;
  private static final int WAIT_SECONDS = 20;
  private static final int RETRY_SECONDS = 10;

  /** More of a kind would be a grey mass, and are left out from there on. */
  private static final int MOST_PLACES = 20_000;

  private final PlanReview review;
  private final Supplier<AreaAtlas> atlas;
  private final PlaceRegister places;
  private final PersonNames names;
  private final BooleanSupplier generated;
  private final Clock clock;
  private final Semaphore presses = new Semaphore(AT_ONCE, true);

  PaperDesk(
      PlanReview review,
      Supplier<AreaAtlas> atlas,
      PlaceRegister places,
      PersonNames names,
      BooleanSupplier generated,
      Clock clock) {
    this.review = review;
    this.atlas = atlas;
    this.places = places;
    this.names = names;
    this.generated = generated;
    this.clock = clock;
  }

  /**
   * Does what takes long, when it is its turn.
   *
   * @throws TooBusy with code {@code paper-busy} when too many wait
   */
  void inTurn(Runnable work) {
    try {
      if (!presses.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new TooBusy("paper-busy", RETRY_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TooBusy("paper-busy", RETRY_SECONDS);
    }
    try {
      work.run();
    } finally {
      presses.release();
    }
  }

  /** What the sheet of a plan shows to a caller. */
  PlanPicture plan(Caller caller, long id, CoordinateSystem system) {
    DrawnPlan drawn = review.drawn(caller, id);
    Redrawn redrawn = Redrawn.of(PlanReview.before(drawn), PlanReview.after(drawn));
    List<GridRow> rows = rows(caller, redrawn);
    List<LatticeShape> old = new ArrayList<>();
    redrawn.retired().forEach(area -> area.shape().ifPresent(old::add));
    redrawn.outlines().stream()
        .filter(OutlineChange::movesGround)
        .forEach(one -> one.before().shape().ifPresent(old::add));
    Instant now = clock.instant();
    LatticeBox box =
        rows.stream()
            .flatMap(row -> row.area().shape().stream())
            .map(LatticeShape::bounds)
            .reduce(LatticeBox::union)
            .orElseThrow(() -> new NotFound("plan-unknown", Map.of("plan", id)));
    String area = drawn.plan().areaCode();
    return new PlanPicture(
        drawn.plan(),
        atlas.get().find(AreaKey.tree(area)).map(Area::name).orElse(area),
        rows,
        old,
        around(caller, widened(box), now),
        system,
        generated.getAsBoolean(),
        now);
  }

  private List<GridRow> rows(Caller caller, Redrawn redrawn) {
    Set<String> born = new HashSet<>();
    redrawn.born().forEach(area -> born.add(area.code()));
    Set<String> moved = new HashSet<>();
    redrawn.outlines().stream()
        .filter(OutlineChange::movesGround)
        .forEach(one -> moved.add(one.code()));
    List<Area> all = new ArrayList<>(redrawn.after());
    all.addAll(redrawn.retired());
    Map<String, OnDuty> known =
        names.onDuty(caller, all.stream().flatMap(area -> area.inCharge().stream()).toList());
    List<GridRow> rows = new ArrayList<>();
    for (Area area : redrawn.after()) {
      GridRow.Change change =
          born.contains(area.code())
              ? GridRow.Change.BORN
              : moved.contains(area.code()) ? GridRow.Change.OUTLINE : GridRow.Change.KEPT;
      rows.add(new GridRow(area, change, head(area, known)));
    }
    redrawn
        .retired()
        .forEach(area -> rows.add(new GridRow(area, GridRow.Change.RETIRED, head(area, known))));
    return rows.stream().filter(row -> row.area().shape().isPresent()).toList();
  }

  private static String head(Area area, Map<String, OnDuty> known) {
    return area.inCharge().stream()
        .filter(one -> one.duty() == Duty.GRID_HEAD)
        .map(one -> known.get(one.staffCode()))
        .filter(who -> who != null)
        .map(who -> who.name().text())
        .findFirst()
        .orElse("");
  }

  private Surroundings around(Caller caller, LatticeBox box, Instant now) {
    Map<GroundKind.Layer, List<LatticeShape>> grounds = new EnumMap<>(GroundKind.Layer.class);
    for (Place place : list(caller, PlaceKind.GROUNDS, box, now)) {
      Ground ground = (Ground) place;
      grounds.computeIfAbsent(ground.kind().layer(), key -> new ArrayList<>()).add(ground.shape());
    }
    return new Surroundings(
        grounds.getOrDefault(GroundKind.Layer.WATER, List.of()),
        grounds.getOrDefault(GroundKind.Layer.GREEN, List.of()),
        list(caller, PlaceKind.BUILDINGS, box, now).stream()
            .map(place -> ((Building) place).footprint())
            .toList(),
        list(caller, PlaceKind.STREET_EDGES, box, now).stream()
            .map(place -> ((StreetEdge) place).line())
            .toList());
  }

  private List<Place> list(Caller caller, PlaceKind kind, LatticeBox box, Instant now) {
    PlaceQuery query = new PlaceQuery(kind, now, box, null, null, "", MOST_PLACES);
    return places.list(caller, query).stream().map(StandingPlace::place).toList();
  }

  /** What a frame of another shape may show around the box. */
  private static LatticeBox widened(LatticeBox box) {
    int width = box.east() - box.west();
    int height = box.north() - box.south();
    int more = Math.max(width, height) / 2;
    return new LatticeBox(
        box.west() - more, box.south() - more, box.east() + more, box.north() + more);
  }

  /**
   * What the notice of a grid shows: to everybody the same, and of people who is published.
   *
   * @param address where its public card is
   * @throws NotFound with code {@code area-unknown}
   */
  NoticePicture notice(Caller caller, String code, String address) {
    AreaAtlas now = atlas.get();
    Area grid =
        now.find(AreaKey.tree(code))
            .filter(area -> area.level() == Level.GRID)
            .orElseThrow(
                () -> new NotFound("area-unknown", Map.of("partition", "tree", "code", code)));
    List<Area> chain = now.chainOf(grid.key());
    Instant at = clock.instant();
    List<LatticeShape> beside = new ArrayList<>();
    Surroundings around = Surroundings.NONE;
    if (grid.shape().isPresent()) {
      LatticeBox box = widened(grid.shape().get().bounds());
      around = around(caller, box, at);
      now.areas().stream()
          .filter(area -> area.level() == Level.GRID && !area.key().equals(grid.key()))
          .flatMap(area -> area.shape().stream())
          .filter(shape -> shape.bounds().intersects(box))
          .forEach(beside::add);
    }
    return new NoticePicture(
        grid,
        chain.stream().limit(Math.max(0, chain.size() - 1)).map(Area::name).toList(),
        beside,
        around,
        published(grid),
        address,
        generated.getAsBoolean(),
        at);
  }

  /** Asked as nobody: what is not published to anyone does not hang in the street. */
  private List<PublishedPerson> published(Area grid) {
    Map<String, OnDuty> known = names.onDuty(Caller.anonymous(), grid.inCharge());
    List<PublishedPerson> people = new ArrayList<>();
    for (InCharge one : grid.inCharge()) {
      OnDuty who = known.get(one.staffCode());
      if (who != null && !who.name().text().isEmpty()) {
        people.add(
            new PublishedPerson(one.duty().word(), who.name().text(), who.dutyPhone().text()));
      }
    }
    return people;
  }
}
