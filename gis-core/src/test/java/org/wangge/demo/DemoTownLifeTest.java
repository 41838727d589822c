package org.wangge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.wangge.camera.Camera;
import org.wangge.clock.CalendarRules;
import org.wangge.clock.CalendarVersion;
import org.wangge.clock.Limit;
import org.wangge.clock.WorkCalendar;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.incident.Arrival;
import org.wangge.incident.Incident;
import org.wangge.incident.Standing;
import org.wangge.incident.Step;
import org.wangge.incident.category.Category;
import org.wangge.incident.limit.Stage;
import org.wangge.incident.limit.StageLimit;
import org.wangge.incident.limit.StageTerms;
import org.wangge.patrol.Fix;
import org.wangge.patrol.Track;
import org.wangge.place.Building;
import org.wangge.place.GroundKind;
import org.wangge.place.StreetClass;
import org.wangge.place.StreetGraph;

class DemoTownLifeTest {
  private static final Instant NOW = Towns.NOW;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 3);
  private static final DemoTown TOWN = Towns.town(1);
  private static final LocalFrame FRAME = new LocalFrame(TownMaker.CENTER);

  @Test
  void it_has_about_six_thousand_buildings_120_cameras_and_streets_of_every_class() {
    assertThat(TOWN.buildings()).hasSizeBetween(5_200, 6_800);
    assertThat(TOWN.cameras()).hasSize(120);
    assertThat(TOWN.streets().stream().map(s -> s.streetClass()).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(StreetClass.values());
    assertThat(TOWN.grounds().stream().map(g -> g.kind()).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(GroundKind.values());
  }

  @Test
  void every_building_lies_in_exactly_one_grid_and_one_micro_grid() {
    for (Level level : List.of(Level.GRID, Level.MICRO_GRID)) {
      Map<String, Integer> homes = new TreeMap<>();
      STRtree index = prepared(TOWN.areas(Partition.TREE, level));
      for (Building building : TOWN.buildings()) {
        List<String> holders = holders(index, building.footprint().scaled());
        assertThat(holders).as(level + " of " + building.id()).hasSize(1);
        homes.merge(holders.get(0), building.households(), Integer::sum);
      }
      for (Area area : TOWN.areas(Partition.TREE, level)) {
        assertThat(homes.getOrDefault(area.code(), 0)).isEqualTo(area.households());
      }
    }
  }

  @Test
  void buildings_stand_on_no_street_and_do_not_overlap() {
    STRtree index = new STRtree();
    for (Building building : TOWN.buildings()) {
      Geometry shape = building.footprint().scaled();
      assertThat(shape.isValid()).isTrue();
      index.insert(shape.getEnvelopeInternal(), shape);
    }
    for (StreetGraph.Edge edge : TOWN.streetGraph().edges()) {
      Geometry line = LatticeShape.SCALED.createLineString(coordinates(edge.line()));
      for (Object near : index.query(line.getEnvelopeInternal())) {
        assertThat(((Geometry) near).intersects(line)).isFalse();
      }
    }
    long overlaps = 0;
    for (Building building : TOWN.buildings()) {
      Geometry shape = building.footprint().scaled();
      for (Object near : index.query(shape.getEnvelopeInternal())) {
        overlaps += near != shape && ((Geometry) near).intersects(shape) ? 1 : 0;
      }
    }
    assertThat(overlaps).isZero();
  }

  @Test
  void cameras_stand_in_the_grid_they_name_under_ids_of_the_district() {
    STRtree grids = prepared(TOWN.areas(Partition.TREE, Level.GRID));
    for (Camera camera : TOWN.cameras()) {
      assertThat(camera.id()).startsWith("99010100").hasSize(20);
      assertThat(holders(grids, point(camera.location()))).contains(camera.gridCode());
    }
    assertThat(TOWN.cameras().stream().map(Camera::id)).doesNotHaveDuplicates();
  }

  @Test
  void three_weeks_of_incidents_are_in_every_step_and_in_the_grid_they_name() {
    STRtree grids = prepared(TOWN.areas(Partition.TREE, Level.GRID));
    Set<String> categories =
        TOWN.categories().stream().map(Category::code).collect(Collectors.toSet());
    List<Incident> all = threeWeeks(NOW);
    assertThat(all).hasSizeBetween(1_000, 1_900);
    assertThat(all.stream().map(Incident::step).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(Step.values());
    assertThat(all.stream().map(Incident::number)).doesNotHaveDuplicates();
    assertThat(all.stream().anyMatch(incident -> incident.overdue(NOW))).isTrue();
    for (Incident incident : all) {
      assertThat(incident.reportedAt()).isBeforeOrEqualTo(NOW);
      assertThat(incident.closedAt().orElse(NOW)).isBetween(incident.reportedAt(), NOW);
      assertThat(categories).contains(incident.category());
      List<String> holders = holders(grids, point(incident.location()));
      assertThat(holders.stream().min(String::compareTo)).contains(incident.gridOrNull());
    }
  }

  @Test
  void asked_later_the_same_incidents_have_only_gone_further() {
    List<Incident> before = incidents(TODAY, NOW);
    List<Incident> after = incidents(TODAY, NOW.plus(Duration.ofHours(3)));
    assertThat(after.size()).isGreaterThan(before.size());
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i).number()).isEqualTo(before.get(i).number());
      assertThat(after.get(i).location()).isEqualTo(before.get(i).location());
      assertThat(after.get(i).step()).isGreaterThanOrEqualTo(before.get(i).step());
    }
    assertThat(TOWN.incidentsOf(TODAY.plusDays(1), NOW)).isEmpty();
  }

  @Test
  void tracks_follow_the_streets_at_a_human_pace() {
    STRtree streets = new STRtree();
    for (StreetGraph.Edge edge : TOWN.streetGraph().edges()) {
      LineString line = meters(edge.line());
      streets.insert(line.getEnvelopeInternal(), line);
    }
    List<Track> tracks = new ArrayList<>(TOWN.tracksOf(TODAY, NOW));
    tracks.addAll(TOWN.tracksOf(TODAY.minusDays(1), NOW));
    assertThat(tracks).hasSizeGreaterThan(60);
    assertThat(TOWN.staffCodes()).containsAll(tracks.stream().map(Track::staffCode).toList());
    for (Track track : tracks) {
      assertThat(track.to()).isBeforeOrEqualTo(NOW);
      LineString walked = meters(track.fixes().stream().map(Fix::location).toList());
      double seconds = Duration.between(track.from(), track.to()).toMillis() / 1000.0;
      assertThat(walked.getLength()).isLessThan(2.2 * seconds + 20);
      for (Coordinate fix : walked.getCoordinates()) {
        assertThat(distance(streets, fix)).isLessThan(15);
      }
    }
  }

  @Test
  void the_same_seed_and_day_give_the_same_life_and_another_seed_another() {
    DemoTown again = DemoTown.generate(1, NOW.plus(Duration.ofDays(400)));
    assertThat(again.buildings()).isEqualTo(TOWN.buildings());
    assertThat(again.streets()).isEqualTo(TOWN.streets());
    assertThat(again.streetGraph()).isEqualTo(TOWN.streetGraph());
    assertThat(again.grounds()).isEqualTo(TOWN.grounds());
    assertThat(again.cameras()).isEqualTo(TOWN.cameras());
    assertThat(again.incidentsOf(TODAY, NOW)).isEqualTo(TOWN.incidentsOf(TODAY, NOW));
    assertThat(again.tracksOf(TODAY, NOW)).isEqualTo(TOWN.tracksOf(TODAY, NOW));
    DemoTown other = Towns.town(2);
    assertThat(other.incidentsOf(TODAY, NOW)).isNotEqualTo(TOWN.incidentsOf(TODAY, NOW));
    assertThat(other.buildings()).isNotEqualTo(TOWN.buildings());
  }

  private static List<Incident> threeWeeks(Instant now) {
    List<Incident> all = new ArrayList<>();
    for (int back = 20; back >= 0; back--) {
      all.addAll(incidents(TODAY.minusDays(back), now));
    }
    return all;
  }

  private record Holder(String code, PreparedGeometry outline) {}

  private static STRtree prepared(List<Area> areas) {
    STRtree index = new STRtree();
    for (Area area : areas) {
      Geometry outline = Coverages.polygon(area);
      index.insert(
          outline.getEnvelopeInternal(),
          new Holder(area.code(), PreparedGeometryFactory.prepare(outline)));
    }
    return index;
  }

  private static List<String> holders(STRtree index, Geometry thing) {
    List<String> codes = new ArrayList<>();
    for (Object candidate : index.query(thing.getEnvelopeInternal())) {
      Holder holder = (Holder) candidate;
      if (holder.outline().covers(thing)) {
        codes.add(holder.code());
      }
    }
    return codes;
  }

  private static Point point(LatticePoint point) {
    return LatticeShape.SCALED.createPoint(new Coordinate(point.lon(), point.lat()));
  }

  private static Coordinate[] coordinates(List<LatticePoint> line) {
    return line.stream().map(p -> new Coordinate(p.lon(), p.lat())).toArray(Coordinate[]::new);
  }

  private static LineString meters(List<LatticePoint> line) {
    Coordinate[] all =
        line.stream()
            .map(FRAME::spot)
            .map(spot -> new Coordinate(spot.x(), spot.y()))
            .toArray(Coordinate[]::new);
    return Ring.METERS.createLineString(all.length == 1 ? new Coordinate[] {all[0], all[0]} : all);
  }

  private static double distance(STRtree streets, Coordinate fix) {
    Point point = Ring.METERS.createPoint(fix);
    var box = point.getEnvelopeInternal();
    box.expandBy(30);
    double nearest = Double.MAX_VALUE;
    for (Object street : streets.query(box)) {
      nearest = Math.min(nearest, ((LineString) street).distance(point));
    }
    return nearest;
  }

  private static List<Incident> incidents(LocalDate day, Instant now) {
    return TOWN.incidentsOf(day, now).stream().map(DemoTownLifeTest::standing).toList();
  }

  /** As it stands where everything may take an hour, round the clock. */
  private static Incident standing(Arrival arrival) {
    StageTerms hour =
        StageTerms.of(
            new WorkCalendar(new CalendarVersion("usual", 1), CalendarRules.usual(ZoneOffset.UTC)),
            Arrays.stream(Stage.values())
                .map(stage -> new StageLimit.Scope("", "", stage))
                .map(of -> new StageLimit(1, 1, of, Limit.parse("1 urgent hour"), List.of(), NOW))
                .toList());
    return arrival.asItStands(hour);
  }

  @Test
  void what_happens_is_the_same_however_the_time_is_cut() {
    Instant start = NOW.minus(Duration.ofHours(6));
    List<Happening> whole = TOWN.happenings(start, NOW);
    List<Happening> pieces = new ArrayList<>();
    for (Instant from = start; from.isBefore(NOW); from = from.plusSeconds(600)) {
      pieces.addAll(Towns.town(1).happenings(from, from.plusSeconds(600)));
    }
    assertThat(whole).hasSizeGreaterThan(40).isEqualTo(pieces);
  }

  @Test
  void what_happens_one_by_one_leads_to_what_stands_there_at_the_end() {
    Map<String, Standing> known = new HashMap<>();
    TOWN.happenings(NOW.minus(Duration.ofDays(3)), NOW)
        .forEach(
            one -> {
              Standing before = known.get(one.key());
              if (one.action().isEmpty()) {
                known.put(one.key(), Standing.REPORTED);
              } else if (before != null) {
                known.put(one.key(), one.action().get().from(before).orElseThrow());
              }
            });
    for (Arrival arrival : TOWN.incidentsOf(TODAY.minusDays(1), NOW)) {
      assertThat(known.get(arrival.key())).isEqualTo(standing(arrival).life().standing());
    }
  }
}
