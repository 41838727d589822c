package org.wangge.server.demo;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.wangge.camera.Camera;
import org.wangge.demo.DemoTown;
import org.wangge.event.Transactions;
import org.wangge.grid.GridStore;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.server.video.PaintedCamera;

/** Puts the demonstration together. */
public final class DemoModule {
  private final DemoLoader loader;
  private final Clock clock;

  public DemoModule(Transactions transactions, GridStore grids, List<DemoPart> parts, Clock clock) {
    this.clock = clock;
    loader = new DemoLoader(transactions, grids, parts, clock);
  }

  /**
   * Lets the town live, if there is one, until what is returned is closed.
   *
   * @param url of this program, without a slash at the end
   * @param token of the data folder's owner
   */
  public Life live(String url, String token) {
    Optional<Made> made = loader.made().filter(it -> it.kind() == Made.Kind.TOWN);
    if (made.isEmpty()) {
      return () -> {};
    }
    Simulator simulator =
        new Simulator(
            () -> parts(town().orElseThrow(), new PublicApi(url, token)),
            clock,
            made.get().toldTo(),
            loader::told);
    simulator.start();
    return simulator;
  }

  private static List<Simulator.Part> parts(DemoTown town, PublicApi api) {
    return List.of(
        new SimulatedPositions(town, api),
        new SimulatedIncidents(town, api),
        new SimulatedJoint(api),
        new SimulatedWhistle(api),
        new SimulatedCampaign(town.areas(Partition.TREE, Level.COMMUNITY).get(0).code(), api));
  }

  /**
   * The town that was generated here, drawn again from its seed when first asked for; empty where
   * there is none.
   */
  public Optional<DemoTown> town() {
    return loader.town();
  }

  public DemoLoader loader() {
    return loader;
  }

  /** What makes the pictures of a camera of the generated town; empty for any other camera. */
  public Optional<PaintedCamera> painter(Camera camera) {
    return camera.generated()
        ? town()
            .map(
                made ->
                    new PaintedCamera(
                        () -> new TownPainter(made, camera), made.cameraClockOffset(camera.id())))
        : Optional.empty();
  }

  public DemoHttp http() {
    return new DemoHttp(loader, this::town, clock);
  }
}
