package org.wangge.demo;

import java.util.ArrayList;
import java.util.List;
import org.wangge.camera.Camera;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.Validity;
import org.wangge.grid.Area;
import org.wangge.grid.Partition;
import org.wangge.place.Building;
import org.wangge.place.Ground;
import org.wangge.place.Street;
import org.wangge.place.StreetGraph;

/** Builds a {@link DemoTown} step by step: land, streets, blocks, houses, areas. */
final class TownMaker {
  private static final LatticePoint CENTER = LatticePoint.ofDegrees(112.6137, 28.9182);

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
  List<String> staffCodes = List.of();

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
    AreaTree tree = new AreaTree(outlines, grids, validity, names, staff, Dice.of(seed, "people"));
    areas.addAll(tree.make(mesh.faces()));
    Overlays overlays = new Overlays(mesh, outlines, validity, staff);
    areas.addAll(overlays.beats(terrain));
    areas.addAll(overlays.inspection(terrain));
    partitions.add(new Partition(Partition.TREE, "行政网格", "Area tree"));
    partitions.add(Overlays.BEATS);
    partitions.add(Overlays.INSPECTION);
    staffCodes = staff.all();
    return this;
  }
}
