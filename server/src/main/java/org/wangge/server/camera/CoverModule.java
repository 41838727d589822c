package org.wangge.server.camera;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.wangge.access.Caller;
import org.wangge.camera.Camera;
import org.wangge.camera.cover.CoverGround;
import org.wangge.camera.cover.CoverRegister;
import org.wangge.event.Tx;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.GridStore;
import org.wangge.incident.Incident;
import org.wangge.incident.IncidentQuery;
import org.wangge.incident.IncidentStore;
import org.wangge.patrol.TrackRegister;
import org.wangge.place.PlaceStore;
import org.wangge.server.grid.LiveAtlas;
import org.wangge.server.storage.Database;

/** Puts together how much of the ground cameras see. */
public final class CoverModule implements AutoCloseable {
  private static final Duration WAIT = Duration.ofSeconds(8);
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final CoverWork work = new CoverWork(WAIT, LONGEST);
  private final CoverHttp http;

  /**
   * What stands and happens on the ground.
   *
   * @param grids as they were
   * @param atlas as they are
   * @param places buildings and streets
   * @param incidents what happened
   * @param tracks where patrols went
   */
  public record Ground(
      GridStore grids,
      LiveAtlas atlas,
      PlaceStore places,
      IncidentStore incidents,
      TrackRegister tracks) {}

  CoverModule(
      Database database,
      LiveSights sights,
      Function<Tx, List<Camera>> cameras,
      Ground ground,
      Clock clock) {
    CoverRegister register =
        new CoverRegister(
            database,
            new CoverGround(
                sights::index,
                cameras,
                ground.atlas()::now,
                ground.grids(),
                ground.places(),
                (caller, box, from, to) ->
                    incidents(database, ground.incidents(), caller, box, from, to),
                new PatrolWalks(ground.tracks())),
            work);
    http = new CoverHttp(register, clock);
    sights.afterDrawing(
        new LiveSights.Listener() {
          @Override
          public void drawn() {
            register.forget();
          }

          @Override
          public void drawn(List<LatticeBox> around) {
            register.forget(around);
          }
        });
  }

  private static List<LatticePoint> incidents(
      Database database,
      IncidentStore store,
      Caller caller,
      LatticeBox box,
      Instant from,
      Instant to) {
    IncidentQuery query =
        new IncidentQuery(null, null, false, null, box, from, to, "", Integer.MAX_VALUE - 1);
    return database.read(tx -> store.list(tx, caller, query)).stream()
        .map(Incident::location)
        .toList();
  }

  public CoverHttp http() {
    return http;
  }

  @Override
  public void close() {
    work.close();
  }
}
