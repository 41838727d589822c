package org.wangge.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraVersion;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.Area;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.incident.Arrival;
import org.wangge.incident.category.Category;
import org.wangge.patrol.Track;
import org.wangge.people.Person;
import org.wangge.place.Building;
import org.wangge.place.Ground;
import org.wangge.place.Place;
import org.wangge.place.Street;
import org.wangge.place.StreetGraph;

/**
 * A made-up town: one street (街道) of about 8 km² beside a river, with everything that stands and
 * happens there. Nothing in it is real: not the names, not the codes (no district has 990101), not
 * the people. The same arguments always give the same town. Immutable and thread-safe.
 */
public final class DemoTown {
  private final long seed;
  private final String nameZh;
  private final String nameEn;
  private final List<Partition> partitions;
  private final List<Area> areas;
  private final List<Street> streets;
  private final StreetGraph streetGraph;
  private final List<Building> buildings;
  private final List<Ground> grounds;
  private final List<Camera> cameras;
  private final List<Camera> formerCameras;
  private final List<String> staffCodes;

  private final IncidentBook incidents;
  private final Walks walks;
  private final PassersBy passersBy;
  private final LocalFrame frame;
  private final Traffic traffic;
  private final ParkedCars parkedCars;

  private DemoTown(long seed, TownMaker maker) {
    this.seed = seed;
    nameZh = maker.nameZh;
    nameEn = maker.nameEn;
    partitions = List.copyOf(maker.partitions);
    areas = List.copyOf(maker.areas);
    streets = List.copyOf(maker.streets);
    streetGraph = maker.streetGraph;
    buildings = List.copyOf(maker.buildings);
    grounds = List.copyOf(maker.grounds);
    cameras = List.copyOf(maker.cameras);
    formerCameras = List.copyOf(maker.formerCameras);
    staffCodes = List.copyOf(maker.staffCodes);
    frame = new LocalFrame(TownMaker.CENTER);
    List<Area> grids = areas(Partition.TREE, Level.GRID);
    GridFinder finder = new GridFinder(grids);
    incidents = new IncidentBook(seed, frame, streetGraph, buildings, finder);
    walks = new Walks(seed, frame, streetGraph, finder, grids);
    passersBy = new PassersBy(seed, frame, streetGraph, cameras);
    traffic = new Traffic(seed, frame, streetGraph, cameras);
    parkedCars = new ParkedCars(seed, frame, streetGraph);
  }

  /**
   * Builds the town.
   *
   * @param seed any number
   * @param now areas are valid from one year before this; nothing else depends on it
   */
  public static DemoTown generate(long seed, Instant now) {
    return new DemoTown(seed, new TownMaker(seed, DemoCity.yearBefore(now)).make());
  }

  /** Name of its one street, in Chinese. */
  public String nameZh() {
    return nameZh;
  }

  /** Name of its one street, in English. */
  public String nameEn() {
    return nameEn;
  }

  /** The tree and the two overlays. */
  public List<Partition> partitions() {
    return partitions;
  }

  /** All areas of all partitions, parents before children. */
  public List<Area> areas() {
    return areas;
  }

  /** The areas of a partition at a level. */
  public List<Area> areas(String partition, Level level) {
    return areas.stream()
        .filter(area -> area.key().partition().equals(partition) && area.level() == level)
        .toList();
  }

  public List<Street> streets() {
    return streets;
  }

  public StreetGraph streetGraph() {
    return streetGraph;
  }

  public List<Building> buildings() {
    return buildings;
  }

  /** Water, green and built-up land, those below before those above. */
  public List<Ground> grounds() {
    return grounds;
  }

  /**
   * All places, each with its address: estates, streets, grounds, buildings, units, homes, points
   * of interest. Made anew at every call.
   */
  public List<Place> places() {
    return PlaceMaker.placesOf(this);
  }

  /** Those that stand, as they stand. */
  public List<Camera> cameras() {
    return cameras;
  }

  /**
   * How each camera stood until an instant, the oldest version first: those that stand, and one
   * that was taken down. One was turned, one is new, and one is silent since that morning.
   */
  public List<List<CameraVersion>> cameraVersions(Instant now) {
    return CameraLives.of(cameras, formerCameras, now);
  }

  /**
   * What the clock of a camera of the town shows, and burns into its pictures, less the time it is:
   * from -90 s to 90 s, for some exactly 0. Depends on the seed and the camera's id alone.
   */
  public Duration cameraClockOffset(String cameraId) {
    return CameraClock.offset(seed, cameraId);
  }

  /** Codes of everyone who is in charge of something. */
  public List<String> staffCodes() {
    return staffCodes;
  }

  /** Who stands behind the staff codes, in the order of these. Made anew at every call. */
  public List<Person> people() {
    return MadeUpPeople.of(seed, areas, buildings);
  }

  /** The kinds of incidents that happen here. */
  public List<Category> categories() {
    return IncidentKinds.ALL.stream().map(IncidentKinds.Kind::category).toList();
  }

  /** How long handling each kind may take here, by the codes of their categories. */
  public Map<String, Duration> handlingLimits() {
    return IncidentKinds.ALL.stream()
        .collect(Collectors.toMap(kind -> kind.category().code(), IncidentKinds.Kind::limit));
  }

  /**
   * The incidents reported on a day, in order, each as far as it has come by now. Asked again
   * later, the same incidents have gone further and new ones have followed.
   *
   * @param day a day of the zone Asia/Shanghai
   * @param now nothing after this has happened yet
   */
  public List<Arrival> incidentsOf(LocalDate day, Instant now) {
    return incidents.of(day, now);
  }

  /**
   * What happens to incidents after one instant and up to another, in order: what is reported, and
   * what is done. Depends on the seed and the two instants alone.
   */
  public List<Happening> happenings(Instant after, Instant upTo) {
    return incidents.happenings(after, upTo);
  }

  /**
   * What workers and patrols walked on a day, in the order they set out.
   *
   * @param day a day of the zone Asia/Shanghai
   * @param now no fix is later than this
   */
  public List<Track> tracksOf(LocalDate day, Instant now) {
    return walks.of(day, now);
  }

  /**
   * Who of the staff truly stood where at an instant, past or to come. Depends on the seed and the
   * instant alone.
   */
  public List<Whereabouts> peopleAt(Instant instant) {
    return walks.at(instant);
  }

  /** What the phones of the staff said after one instant and up to another, in order. */
  public List<DeviceFix> fixes(Instant after, Instant upTo) {
    return walks.fixes(after, upTo);
  }

  /**
   * Who walks by in the town at an instant, past or to come: a few dozen by day, a few at night, on
   * the pavements of its streets. They are nobody: what phones say and {@link #peopleAt} do not
   * know them. Depends on the seed and the instant alone. Takes far less than a frame of a picture
   * while time goes on; an instant of another half an hour takes a few milliseconds.
   */
  public List<PasserBy> passersByAt(Instant instant) {
    return passersBy.at(instant);
  }

  /**
   * The cars that drive and stand near a place: on the right-hand side of the streets, more by day
   * and most in rush hours, a few at night, and parked ones at the kerbs. Like passers-by they are
   * known nowhere else, and depend on the seed and the instant alone. A new one for each thread.
   */
  public CarsNear carsNear(LatticePoint place, double meters) {
    return new CarsNear(frame, traffic, parkedCars, frame.spot(place), meters);
  }
}
