package org.wangge.server.camera;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.camera.BuildingBlocker;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraEvent;
import org.wangge.camera.CameraSights;
import org.wangge.camera.sight.Blocker;
import org.wangge.camera.sight.Eye;
import org.wangge.camera.sight.Sight;
import org.wangge.camera.sight.SightIndex;
import org.wangge.event.DomainEvent;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.place.Building;
import org.wangge.server.storage.Renewal;

/**
 * The index of what cameras see, kept in step: a camera that changes is drawn anew alone; when many
 * came in, or places changed, all is built anew in the background and swapped. Who asks before the
 * first is built waits for it. Thread-safe.
 */
final class LiveSights implements CameraSights, AutoCloseable {
  private final Ground ground;
  private final Renewal renewal = new Renewal("camera-sights", this::build);
  private final CompletableFuture<Drawn> first = new CompletableFuture<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private volatile Drawn drawn =
      new Drawn(SightIndex.of(List.of(), List.of()), SightIndex.of(List.of(), List.of()));

  /** Where it reads what it draws, in the background. */
  interface Ground {
    /** All cameras that stand now. */
    List<Camera> cameras();

    /** One of them; empty where it stands no more. */
    Optional<Camera> camera(String id);

    /** All buildings that stand now. */
    List<Building> buildings();

    /** Those whose box touched a box at an instant. */
    List<Building> buildings(Caller caller, LatticeBox box, Instant at);
  }

  /**
   * What is drawn.
   *
   * @param seen what cameras see
   * @param turned what those that can be turned can be made to see
   */
  private record Drawn(SightIndex seen, SightIndex turned) {}

  /** Runs something each time that what cameras see was drawn anew, on the drawing thread. */
  void afterDrawing(Runnable listener) {
    listeners.add(listener);
  }

  /** Nothing is built before {@link #renew}. */
  LiveSights(Ground ground) {
    this.ground = ground;
  }

  /** To be told when places changed, and once at start. Many calls become one. */
  void renew() {
    renewal.renew();
  }

  /** Takes up what happened to cameras. */
  void follow(List<DomainEvent> events) {
    for (DomainEvent event : events) {
      if (event instanceof CameraEvent.CamerasLoaded) {
        renew();
      } else if (event instanceof CameraEvent.OfOne one) {
        renewal.then(() -> redraw(one.id()));
      }
    }
  }

  @Override
  public List<Sight> seeing(LatticePoint place) {
    return now().seen.seeing(place);
  }

  @Override
  public List<Sight> seeingTurned(LatticePoint place) {
    return now().turned.seeing(place);
  }

  @Override
  public Sight of(Caller caller, Camera camera, @Nullable Instant at) {
    Eye eye = camera.eye();
    return at == null
        ? now().seen.sightOf(eye)
        : Sight.of(eye, blockers(ground.buildings(caller, Sight.reachOf(eye), at)));
  }

  private static List<Blocker> blockers(List<Building> buildings) {
    return buildings.stream().map(BuildingBlocker::of).toList();
  }

  /** What cameras see now, drawn anew where something changed. */
  SightIndex index() {
    return now().seen;
  }

  private Drawn now() {
    first.join();
    return drawn;
  }

  private void build() {
    try {
      List<Camera> cameras = ground.cameras();
      List<Blocker> blockers = blockers(ground.buildings());
      List<Eye> turned = cameras.stream().filter(Camera::ptz).map(Camera::turnedEye).toList();
      drawn =
          new Drawn(
              SightIndex.of(cameras.stream().map(Camera::eye).toList(), blockers),
              SightIndex.of(turned, blockers));
    } finally {
      first.complete(drawn);
    }
    listeners.forEach(Runnable::run);
  }

  /** Read anew, so that it does not matter in which order changes are told. */
  private void redraw(String id) {
    Optional<Camera> camera = ground.camera(id);
    camera.ifPresentOrElse(one -> drawn.seen.put(one.eye()), () -> drawn.seen.remove(id));
    camera
        .filter(Camera::ptz)
        .ifPresentOrElse(one -> drawn.turned.put(one.turnedEye()), () -> drawn.turned.remove(id));
    listeners.forEach(Runnable::run);
  }

  /** Waits for what is being drawn, and draws no more. */
  @Override
  public void close() {
    renewal.close();
  }
}
