package org.wangge.camera.cover;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.camera.Camera;
import org.wangge.camera.CameraState;
import org.wangge.camera.sight.SightIndex;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.place.Building;
import org.wangge.place.PlaceKind;
import org.wangge.place.PlaceQuery;

/**
 * What was counted of one state of cameras, buildings and grids; who has another state begins
 * another book, and takes over what is not concerned. Grids are counted when they are first asked
 * for. Thread-safe.
 */
final class CoverBook {
  private static final Caller READER = Caller.upkeep();

  private final Transactions transactions;
  private final CoverGround ground;
  private final SightIndex sights;
  private final AreaAtlas atlas;
  private final Redraws redraws;
  private final List<Camera> cameras;
  private final Set<String> online;
  private final Map<String, Standing> standing = new ConcurrentHashMap<>();
  private final CountedGrids<GridFigures> counted;

  /** How many cameras stand in a grid. */
  private record Standing(int all, int online) {
    static final Standing NONE = new Standing(0, 0);

    Standing and(Standing other) {
      return new Standing(all + other.all, online + other.online);
    }
  }

  private CoverBook(
      Transactions transactions,
      CoverGround ground,
      SightIndex sights,
      AreaAtlas atlas,
      CountedGrids<GridFigures> counted) {
    this.transactions = transactions;
    this.ground = ground;
    this.sights = sights;
    this.atlas = atlas;
    this.counted = counted;
    redraws = new Redraws(ground.grids());
    cameras = transactions.read(ground.cameras());
    online =
        cameras.stream()
            .filter(camera -> camera.state() == CameraState.ONLINE)
            .map(Camera::id)
            .collect(Collectors.toSet());
    for (Camera camera : cameras) {
      Standing one = new Standing(1, online.contains(camera.id()) ? 1 : 0);
      standing.merge(Redraws.gridAt(atlas, camera.location()), one, Standing::and);
    }
  }

  /** A book in which nothing was counted yet. */
  static CoverBook begin(Transactions transactions, CoverGround ground) {
    return new CoverBook(
        transactions, ground, ground.sights().get(), ground.atlas().get(), new CountedGrids<>());
  }

  /** The next one, after cameras changed that saw or see something in some boxes. */
  CoverBook after(Collection<LatticeBox> changed) {
    return new CoverBook(transactions, ground, sights, atlas, counted.apartFrom(changed));
  }

  /** Whether the buildings and grids are what it was begun with. */
  boolean stands() {
    return sights.equals(ground.sights().get()) && atlas.equals(ground.atlas().get());
  }

  SightIndex sights() {
    return sights;
  }

  AreaAtlas atlas() {
    return atlas;
  }

  /** The figures of some grids that have an outline, in their order; counts what is missing. */
  List<GridFigures> figures(List<Area> grids, Progress progress) {
    List<GridFigures> figures = new ArrayList<>();
    for (Area grid : grids) {
      if (!progress.goesOn(figures.size(), grids.size())) {
        throw new IllegalStateException("told not to go on");
      }
      figures.add(counted.of(grid.code(), () -> count(grid)));
    }
    return figures;
  }

  private CountedGrids.One<GridFigures> count(Area grid) {
    LatticeShape shape = grid.shape().orElseThrow();
    LatticeBox box = GridGround.around(shape, CoverTerms.USUAL);
    record Read(List<Building> buildings, Redraws.Found redraw) {}
    Read read =
        transactions.read(
            tx ->
                new Read(
                    buildings(tx, box, tx.now()), redraws.of(tx, grid, shape, atlas, cameras)));
    GridGround places = GridGround.of(grid.code(), shape, read.buildings(), CoverTerms.USUAL);
    GridCover cover = GridCover.of(places, sights, online::contains);
    Standing in = Optional.ofNullable(standing.get(grid.code())).orElse(Standing.NONE);
    GridFigures figures =
        new GridFigures(
            grid,
            cover,
            in.all(),
            in.online(),
            BlindSpots.squareMeters(cover, Counted.ALL, CoverTerms.USUAL.leastBlindSquareMeters()),
            read.redraw().since());
    return new CountedGrids.One<>(figures, box.union(read.redraw().within()));
  }

  private List<Building> buildings(Tx tx, LatticeBox box, Instant at) {
    PlaceQuery query =
        new PlaceQuery(PlaceKind.BUILDINGS, at, box, null, null, "", Integer.MAX_VALUE);
    return ground.places().list(tx, READER, query).stream()
        .map(one -> Building.class.cast(one.place()))
        .toList();
  }
}
