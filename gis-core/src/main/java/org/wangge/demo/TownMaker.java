package org.wangge.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Polygon;
import org.wangge.camera.Camera;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.Validity;
import org.wangge.grid.Area;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.place.Building;
import org.wangge.place.BuildingUse;
import org.wangge.place.Ground;
import org.wangge.place.Street;
import org.wangge.place.StreetClass;
import org.wangge.place.StreetGraph;

/** Builds a {@link DemoTown} step by step: land, streets, blocks, houses, areas. */
final class TownMaker {
  static final LatticePoint CENTER = LatticePoint.ofDegrees(112.6137, 28.9182);

  private final long seed;
  private final Validity validity;
  private final MadeUpNames names;
  private final Mesh mesh = new Mesh();
  private final LocalFrame frame = new LocalFrame(CENTER);
  private final Outlines outlines = new Outlines(mesh, frame);
  private final StaffCodes staff = new StaffCodes();

  final List<Partition> partitions = new ArrayList<>();
  final List<Area> areas = new ArrayList<>();
  final List<Street> streets = new ArrayList<>();
  StreetGraph streetGraph = new StreetGraph(List.of(), List.of());
  final List<Building> buildings = new ArrayList<>();
  final List<Ground> grounds = new ArrayList<>();
  final List<Camera> cameras = new ArrayList<>();
  final List<Camera> formerCameras = new ArrayList<>();
  List<String> staffCodes = List.of();
  String nameZh = "";
  String nameEn = "";

  private final List<List<Spot>> footpaths = new ArrayList<>();

  TownMaker(long seed, Validity validity) {
    this.seed = seed;
    this.validity = validity;
    names = new MadeUpNames(Dice.of(seed, "names"));
  }

  TownMaker make() {
    Terrain terrain = new Terrain(seed);
    Streets laid = new Streets(names);
    Skeleton skeleton = new Skeleton(mesh, terrain, laid);
    List<GridDraft> grids = new Quarters(mesh, laid, Dice.of(seed, "quarters")).layOut(skeleton);
    GroundDrafts land = new GroundDrafts(frame, names);
    layGround(terrain, land);
    buildUp(grids, land);
    AreaTree tree = new AreaTree(outlines, grids, validity, names, staff, Dice.of(seed, "people"));
    areas.addAll(tree.make(mesh.faces()));
    nameZh = tree.townName().zh() + "街道";
    nameEn = tree.townName().pinyin() + " Subdistrict";
    Overlays overlays = new Overlays(mesh, outlines, validity, staff);
    areas.addAll(overlays.beats(terrain));
    areas.addAll(overlays.inspection(terrain));
    partitions.add(new Partition(Partition.TREE, "行政网格", "Area tree"));
    partitions.add(Overlays.BEATS);
    partitions.add(Overlays.INSPECTION);
    record(skeleton, terrain, land);
    GridFinder finder =
        new GridFinder(areas.stream().filter(a -> a.level() == Level.GRID).toList());
    List<Camera> posts =
        new CameraPosts(streetGraph, streets, frame, finder, Dice.of(seed, "cameras"))
            .make(grounds);
    cameras.addAll(posts.subList(0, posts.size() - 1));
    formerCameras.add(CameraLives.working(posts.get(posts.size() - 1)));
    staffCodes = staff.all();
    return this;
  }

  private void layGround(Terrain terrain, GroundDrafts land) {
    new Surroundings(terrain, frame).fields(land);
    Waters waters = new Waters(terrain, land, names, Dice.of(seed, "waters"));
    waters.river();
    for (Face face : mesh.faces()) {
      Polygon plot = Land.plot(mesh, face);
      land.block(face, plot);
      if (face.zone == Zone.PARK) {
        footpaths.addAll(waters.lake(plot));
      }
    }
  }

  /** Writes down streets, ground and buildings as what others read. */
  private void record(Skeleton skeleton, Terrain terrain, GroundDrafts land) {
    StreetLines lines = new StreetLines(mesh, outlines);
    streets.addAll(lines.streets());
    streets.addAll(new Surroundings(terrain, frame).streets(skeleton));
    for (List<Spot> path : footpaths) {
      List<LatticePoint> line = path.stream().map(spot -> frame.at(spot.x(), spot.y())).toList();
      String id = "path-%03d".formatted(streets.size() + 1);
      streets.add(new Street(id, "", "", StreetClass.PATH, line));
    }
    streetGraph = lines.graph();
    Strand canal = skeleton.across(Skeleton.CANAL_LINE);
    new Waters(terrain, land, names, Dice.of(seed, "canal"))
        .canal(mesh, lines.nodes(canal.number()), canal.water());
    grounds.addAll(land.all());
    Map<Integer, Integer> numbers = new TreeMap<>();
    for (Face face : mesh.faces()) {
      for (Draft draft : face.buildings) {
        boolean estate = draft.use == BuildingUse.HOUSING && !land.estateName(face.block).isEmpty();
        int number = estate ? numbers.merge(face.block, 1, Integer::sum) : 0;
        String name = estate ? land.estateName(face.block) + number + "栋" : "";
        buildings.add(
            new Building(
                "building-%05d".formatted(buildings.size() + 1),
                GroundDrafts.shape(frame, draft.footprint.polygon()),
                draft.heightMeters,
                draft.use,
                draft.households,
                name));
      }
    }
  }

  /** Divides the land among houses, and the houses among households. */
  private void buildUp(List<GridDraft> grids, GroundDrafts land) {
    MicroCuts cuts = new MicroCuts(mesh, Dice.of(seed, "micro"));
    for (Face face : List.copyOf(mesh.faces())) {
      if (face.zone == Zone.OLD || face.zone == Zone.VILLAGE) {
        cuts.bySize(face, face.zone == Zone.OLD ? 2_500 : 5_200);
      }
    }
    Builders builders = new Builders(mesh, Dice.of(seed, "builders"));
    mesh.faces().forEach(builders::build);
    Settlement settlement = new Settlement(land, Dice.of(seed, "tenants"));
    for (int grid = 0; grid < grids.size(); grid++) {
      int number = grid;
      settlement.settle(
          grids.get(grid), mesh.faces().stream().filter(face -> face.grid == number).toList());
    }
    settlement.foundEstates();
    List.copyOf(mesh.faces()).forEach(cuts::betweenBuildings);
    new MicroGrids(mesh).join();
  }
}
