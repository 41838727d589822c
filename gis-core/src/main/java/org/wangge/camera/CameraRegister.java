package org.wangge.camera;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.camera.sight.SeenGround;
import org.wangge.camera.sight.Sight;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.fault.NotFound;
import org.wangge.geo.AsOf;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

/** Reads cameras for whoever works here. Thread-safe. */
public final class CameraRegister {
  private final Transactions transactions;
  private final CameraStore store;
  private final CameraSights sights;
  private final CameraStreets streets;
  private final SeenGrounds grounds = new SeenGrounds();

  public CameraRegister(
      Transactions transactions, CameraStore store, CameraSights sights, CameraStreets streets) {
    this.transactions = transactions;
    this.store = store;
    this.sights = sights;
    this.streets = streets;
  }

  /** Those that a query asks for and the caller may see, in the order of their ids. */
  public List<CameraEntry> list(Caller caller, CameraQuery query) {
    Caller reader = caller.with(Right.READ_CAMERAS);
    return transactions.read(tx -> store.list(tx, reader, query));
  }

  /**
   * The one of an id as it stands now.
   *
   * @throws NotFound with code {@code camera-unknown}, also where the caller may not see it
   */
  public CameraEntry get(Caller caller, String id) {
    return find(caller, id, null);
  }

  /**
   * The one of an id.
   *
   * @param asOf as it stood and was known then
   * @throws NotFound with code {@code camera-unknown}, also where the caller may not see it
   */
  public CameraEntry get(Caller caller, String id, AsOf asOf) {
    return find(caller, id, asOf);
  }

  private CameraEntry find(Caller caller, String id, @Nullable AsOf asOf) {
    Caller reader = caller.with(Right.READ_CAMERAS);
    return transactions.read(tx -> store.find(tx, reader, id, asOf)).orElseThrow(() -> unknown(id));
  }

  /**
   * How the one of an id stood ever.
   *
   * @param known as it was known then; null for now
   * @throws NotFound with code {@code camera-unknown}, also where the caller may not see it
   */
  public CameraHistory history(Caller caller, String id, @Nullable Instant known) {
    Caller reader = caller.with(Right.READ_CAMERAS);
    return transactions
        .read(tx -> store.history(tx, reader, id, known))
        .orElseThrow(() -> unknown(id));
  }

  static NotFound unknown(String id) {
    return new NotFound("camera-unknown", Map.of("id", id));
  }

  /**
   * What a camera sees of the ground.
   *
   * @param asOf as it stood and was known then, among the buildings of then; null for now
   * @throws NotFound with code {@code camera-unknown}, also where the caller may not see it
   */
  public Coverage coverage(Caller caller, String id, @Nullable AsOf asOf) {
    Camera camera = find(caller, id, asOf).camera();
    return coverage(caller, camera, asOf == null ? null : asOf.at());
  }

  /** What the cameras of a list see of the ground, each as in {@link #coverage}. */
  public List<Coverage> coverages(Caller caller, List<CameraEntry> listed, @Nullable AsOf asOf) {
    Instant at = asOf == null ? null : asOf.at();
    return listed.stream().map(one -> coverage(caller, one.camera(), at)).toList();
  }

  /** What a camera would see of the ground; it need not be in the register. */
  public Coverage preview(Caller caller, Camera camera) {
    Sight sight = sights.of(caller.with(Right.READ_CAMERAS), camera, null);
    return new Coverage(camera, SeenGround.of(sight));
  }

  private Coverage coverage(Caller caller, Camera camera, @Nullable Instant at) {
    Sight sight = sights.of(caller, camera, at);
    return new Coverage(camera, at == null ? grounds.now(sight) : grounds.then(sight));
  }

  /**
   * Those within a distance of a place, the nearest first.
   *
   * @param query which of them; its box is that of the distance
   */
  public List<Nearby> near(
      Caller caller, CameraQuery query, LatticePoint place, double withinMeters, int most) {
    LatticeBox box = LatticeBox.around(place, withinMeters);
    return list(caller, query.within(box).allPages()).stream()
        .map(entry -> new Nearby(entry, Geodesy.distanceMeters(place, entry.camera().location())))
        .filter(near -> near.distanceMeters() <= withinMeters)
        .sorted(
            Comparator.comparingDouble(Nearby::distanceMeters)
                .thenComparing(near -> near.entry().camera().id()))
        .limit(most)
        .toList();
  }

  /**
   * A camera and how far it stands from a place.
   *
   * @param entry which
   * @param distanceMeters on the ground
   */
  public record Nearby(CameraEntry entry, double distanceMeters) {}

  /**
   * Those that somebody who leaves a camera's place along the streets comes by first, the nearest
   * first.
   *
   * @throws NotFound with code {@code camera-unknown}, also where the caller may not see it
   */
  public List<NextCameras.Next> next(Caller caller, String id) {
    Caller reader = caller.with(Right.READ_CAMERAS);
    CameraEntry first = get(reader, id);
    LatticeBox box = LatticeBox.around(first.camera().location(), NextCameras.FARTHEST_METERS);
    return transactions.read(
        tx ->
            NextCameras.to(
                first,
                store.list(tx, reader, CameraQuery.in(box)),
                streets.streetsIn(tx, reader, box, tx.now())));
  }

  /**
   * Adds many within a transaction, with one event.
   *
   * @param from first instant at which they stand
   */
  public void load(Tx tx, Caller caller, List<Camera> cameras, Instant from) {
    caller.with(Right.RUN);
    store.add(tx, caller, cameras, from);
    tx.record(new CameraEvent.CamerasLoaded(cameras.size()));
  }

  /**
   * Adds many that stood otherwise once, or stand no more, within a transaction, with one event.
   *
   * @param versions of each how it stood, the oldest first
   */
  public void loadPast(Tx tx, Caller caller, List<List<CameraVersion>> versions) {
    caller.with(Right.RUN);
    Map<Instant, List<Camera>> begun =
        versions.stream()
            .map(all -> all.get(0))
            .collect(
                Collectors.groupingBy(
                    first -> first.valid().from(),
                    TreeMap::new,
                    Collectors.mapping(CameraVersion::camera, Collectors.toList())));
    begun.forEach((from, cameras) -> store.add(tx, caller, cameras, from));
    for (List<CameraVersion> all : versions) {
      if (all.size() > 1 || all.get(0).valid().to().isPresent()) {
        String id = all.get(0).camera().id();
        CameraHistory before = store.history(tx, caller, id, null).orElseThrow(() -> unknown(id));
        store.replace(tx, caller, before, all);
      }
    }
    tx.record(new CameraEvent.CamerasLoaded(versions.size()));
  }
}
