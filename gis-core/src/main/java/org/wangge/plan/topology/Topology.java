package org.wangge.plan.topology;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.HashTreePSet;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.plan.planar.CellIndex;
import org.wangge.plan.planar.Edge;
import org.wangge.plan.planar.Mosaic;
import org.wangge.plan.planar.RingEdges;
import org.wangge.plan.repair.Repair;

/**
 * The faces of a plan, of all levels and overlays, on one set of edges. What is not divided further
 * lies in a {@link Mosaic}; a grid is the micro-grids that carry its id; outlines above and beside
 * them share their nodes: a vertex put on an edge is put into every face that uses it. Immutable;
 * an operation makes a new one.
 */
public final class Topology {
  private static final Comparator<Face> WEST_TO_EAST =
      Comparator.comparingInt((Face face) -> face.label().lon())
          .thenComparing(face -> -face.label().lat());
  private static final Comparator<Area> ABOVE_FIRST =
      Comparator.comparing(Area::level).thenComparing(Area::key);

  private final PlanBase base;
  private final PMap<String, Face> faces;
  private final Mosaic mosaic;
  private final PMap<String, String> gridOf;
  private final PMap<String, PSet<String>> below;
  private final PMap<String, Face> changed;
  private final PSet<Area> retired;
  private final CellIndex standing;
  private final Trail trail;

  private Topology(
      PlanBase base,
      PMap<String, Face> faces,
      Mosaic mosaic,
      PMap<String, String> gridOf,
      PMap<String, PSet<String>> below,
      PMap<String, Face> changed,
      PSet<Area> retired,
      CellIndex standing,
      Trail trail) {
    this.base = base;
    this.faces = faces;
    this.mosaic = mosaic;
    this.gridOf = gridOf;
    this.below = below;
    this.changed = changed;
    this.retired = retired;
    this.standing = standing;
    this.trail = trail;
  }

  /**
   * The base, repaired where these areas do not fit together. Areas without an outline are known,
   * but are no faces.
   */
  public static Topology of(Collection<Area> areas) {
    return of(areas, area -> true);
  }

  /**
   * The base, of which only some grids may be repaired, with what touches them.
   *
   * @param areaCode the area they lie in
   */
  public static Topology of(Collection<Area> areas, String areaCode) {
    Map<String, Area> base = PlanBase.byId(areas);
    return of(areas, area -> PlanBase.isWithin(base, area, areaCode));
  }

  private static Topology of(Collection<Area> areas, Predicate<Area> inside) {
    Map<String, Area> base = PlanBase.byId(areas);
    BaseRepair.Repaired repaired = BaseRepair.of(faces(base), face -> inside.test(face.area()));
    return laid(base, repaired.toldApart(face -> inside.test(face.area())));
  }

  /** The base, these areas as they are; what does not fit stands by. */
  public static Topology unrepaired(Collection<Area> areas) {
    Map<String, Area> base = PlanBase.byId(areas);
    return laid(base, new BaseRepair.Repaired(faces(base), Set.of(), List.of()));
  }

  private static Map<String, Face> faces(Map<String, Area> base) {
    Map<String, Face> faces = new LinkedHashMap<>();
    base.forEach(
        (id, area) -> {
          if (area.shape().isPresent()) {
            faces.put(id, Face.of(area));
          }
        });
    return faces;
  }

  private static Topology laid(Map<String, Area> areas, BaseRepair.Repaired repaired) {
    Map<String, Face> faces = repaired.faces();
    BaseMosaic laid = BaseMosaic.of(faces.values(), repaired.unfit());
    Map<String, LatticeShape> standing = new LinkedHashMap<>();
    faces.forEach((id, face) -> standing.put(id, face.shape()));
    standing.keySet().removeAll(laid.laid());
    PlanBase base = PlanBase.of(areas, standing.keySet(), repaired.repairs());
    Map<String, Face> changed =
        faces.values().stream()
            .filter(Topology::isOther)
            .collect(Collectors.toMap(Face::id, face -> face));
    Set<String> retired =
        areas.keySet().stream()
            .filter(id -> !faces.containsKey(id) && base.isOutlined(id))
            .collect(Collectors.toSet());
    return new Topology(
        base,
        TreePMap.from(faces),
        laid.mosaic(),
        HashTreePMap.from(laid.gridOf()),
        hung(HashTreePMap.empty(), faces.values()),
        TreePMap.from(changed),
        TreePSet.<Area>empty(ABOVE_FIRST).plusAll(retired.stream().map(base::area).toList()),
        CellIndex.of(standing),
        Trail.from(Stream.concat(changed.keySet().stream(), retired.stream()).toList()));
  }

  private static boolean isOther(Face face) {
    return face.born() || face.redrawn() || face.isAltered();
  }

  /** A topology in which some faces are in place of others, laid out anew. */
  public Topology laidAnew(Collection<Face> put, Set<String> gone) {
    Map<String, Face> now = new LinkedHashMap<>(faces);
    gone.forEach(now::remove);
    put.forEach(face -> now.put(face.id(), face));
    return laid(base.areas(), new BaseRepair.Repaired(now, Set.of(), base.repairs()));
  }

  /** Ids of faces by the id of the one they hang from, with some more. */
  private static PMap<String, PSet<String>> hung(
      PMap<String, PSet<String>> below, Collection<Face> more) {
    PMap<String, PSet<String>> next = below;
    for (Face face : more) {
      String parent = face.parent().orElse("");
      next = next.plus(parent, next.getOrDefault(parent, HashTreePSet.empty()).plus(face.id()));
    }
    return next;
  }

  /** Areas of the base that are no longer there; those below after those above. */
  public Set<Area> retired() {
    return retired;
  }

  /** Faces that are not as in the base: new ones, and others with ground or names of their own. */
  public List<Face> changed() {
    return List.copyOf(changed.values());
  }

  /** Ids of all faces that may be other than those of a topology on the same base. */
  public Set<String> candidates(Topology other) {
    return trail.apart(other.trail);
  }

  /** Ids of all faces that may be other than the base. */
  public Set<String> candidates() {
    Set<String> candidates = new LinkedHashSet<>(changed.keySet());
    retired.forEach(area -> candidates.add(Face.idOf(area.key())));
    return candidates;
  }

  /** Whether an area of the base without an outline hangs from this face. */
  boolean hasChildWithoutOutline(Face face) {
    return !face.born() && base.unfinished().contains(face.id());
  }

  /** Whether an area of the tree is, or lies below, the one with this code. */
  public boolean isWithin(Face face, String code) {
    return PlanBase.isWithin(base.areas(), face.area(), code);
  }

  /** What was put right when the base was laid out. */
  public List<Repair> repairs() {
    return base.repairs();
  }

  /** All faces, by id. */
  public List<Face> faces() {
    return List.copyOf(faces.values());
  }

  public Optional<Face> find(String id) {
    return Optional.ofNullable(faces.get(id));
  }

  /**
   * The face of an id.
   *
   * @throws Invalid with code {@code face-unknown}
   */
  public Face getFace(String id) {
    return find(id).orElseThrow(() -> new Invalid("face", "face-unknown", Map.of("face", id)));
  }

  /** The faces directly below one, west to east, then north to south. */
  public List<Face> children(String id) {
    return inOrder(
        below.getOrDefault(id, HashTreePSet.empty()).stream().map(this::getFace).toList());
  }

  /** Faces in the order in which new numbers are given: west to east, then north to south. */
  public static List<Face> inOrder(Collection<Face> some) {
    return some.stream().sorted(WEST_TO_EAST).toList();
  }

  public Mosaic mosaic() {
    return mosaic;
  }

  /** The grid that a piece of the mosaic is ground of; null where there is none. */
  public @Nullable String gridOf(String piece) {
    return gridOf.get(piece);
  }

  /** The pieces of the mosaic that make up a grid; none where it does not fit its neighbours. */
  public Set<String> piecesOf(String gridId) {
    Face grid = getFace(gridId);
    Set<String> pieces = new LinkedHashSet<>();
    if (gridId.equals(gridOf.get(gridId))) {
      pieces.add(gridId);
    }
    for (String child : below.getOrDefault(grid.id(), HashTreePSet.empty())) {
      if (gridId.equals(gridOf.get(child))) {
        pieces.add(child);
      }
    }
    for (int i = 1; gridId.equals(gridOf.get(restId(gridId, i))); i++) {
      pieces.add(restId(gridId, i));
    }
    return pieces;
  }

  /** Id of ground of a grid that none of its micro-grids takes. */
  public static String restId(String gridId, int number) {
    return gridId + "~" + number;
  }

  /** Ids of the grids that have a border with a grid, in no promised order. */
  public List<String> neighboursOf(String gridId) {
    Set<String> neighbours = new LinkedHashSet<>();
    for (String piece : mosaic.around(piecesOf(gridId))) {
      String grid = gridOf.get(piece);
      if (grid != null) {
        neighbours.add(grid);
      }
    }
    return List.copyOf(neighbours);
  }

  /**
   * Outlines that are not made of the mosaic and whose box touches a box: those above grids,
   * overlays, what does not fit.
   */
  public List<Face> bystanders(LatticeBox box) {
    return standing.near(box).stream()
        .map(faces::get)
        .filter(face -> face != null && face.shape().bounds().intersects(box))
        .toList();
  }

  /** Where outlines beside the mosaic are after some faces were put in place of others. */
  private CellIndex standing(Collection<Face> put) {
    CellIndex next = standing;
    for (Face face : put) {
      Face was = isLaid(face) ? null : faces.get(face.id());
      if (was != null && !was.shape().bounds().equals(face.shape().bounds())) {
        next = next.minus(was.id(), was.shape().bounds()).plus(was.id(), face.shape().bounds());
      }
    }
    return next;
  }

  /** A topology with other faces on another mosaic. */
  public Topology with(Change change) {
    PMap<String, PSet<String>> nextBelow = below;
    for (String id : change.goneFaces()) {
      String parent = getFace(id).parent().orElse("");
      nextBelow =
          nextBelow.plus(parent, nextBelow.getOrDefault(parent, HashTreePSet.empty()).minus(id));
    }
    nextBelow = hung(nextBelow, change.putFaces());
    PMap<String, Face> nextFaces = faces.minusAll(change.goneFaces());
    PMap<String, Face> nextChanged = changed.minusAll(change.goneFaces());
    PSet<Area> nextRetired = retired;
    Set<String> other = new LinkedHashSet<>(change.goneFaces());
    for (String id : change.goneFaces()) {
      nextRetired = base.isOutlined(id) ? nextRetired.plus(base.area(id)) : nextRetired;
    }
    for (Face face : change.putFaces()) {
      nextFaces = nextFaces.plus(face.id(), face);
      nextChanged =
          isOther(face) ? nextChanged.plus(face.id(), face) : nextChanged.minus(face.id());
      nextRetired =
          base.isOutlined(face.id()) ? nextRetired.minus(base.area(face.id())) : nextRetired;
      other.add(face.id());
    }
    PMap<String, String> nextGrids = gridOf.minusAll(change.gonePieces());
    nextGrids = nextGrids.plusAll(change.putPieces());
    return new Topology(
        base,
        nextFaces,
        change.mosaic(),
        nextGrids,
        nextBelow,
        nextChanged,
        nextRetired,
        standing(change.putFaces()),
        trail.then(other));
  }

  /**
   * What is other than before.
   *
   * @param mosaic all of it
   * @param goneFaces ids of faces that are no more
   * @param putFaces new ones, and known ones with a new outline
   * @param gonePieces ids of pieces that are no more, or of another grid
   * @param putPieces grids of new pieces, by id of the piece
   */
  public record Change(
      Mosaic mosaic,
      Set<String> goneFaces,
      Collection<Face> putFaces,
      Set<String> gonePieces,
      Map<String, String> putPieces) {}

  /**
   * Puts a vertex on an edge of every face that has this edge.
   *
   * @throws Invalid with code {@code vertex-would-cross} where rounding to the lattice would move
   *     the border over another vertex or edge, {@code border-not-shared} where another outline
   *     runs along the edge with other vertices
   */
  public Topology insert(Edge edge, LatticePoint vertex) {
    NodeRoom.requireRoom(this, edge, vertex);
    Mosaic next = mosaic.withNode(edge, vertex);
    Set<String> sides =
        new LinkedHashSet<>(List.of(mosaic.map().left(edge), mosaic.map().right(edge)));
    List<Face> put = new ArrayList<>();
    for (String piece : sides) {
      String grid = gridOf.get(piece);
      if (grid == null) {
        continue;
      }
      Face leaf = faces.get(piece);
      if (leaf != null) {
        put.add(leaf.outlined(next.shape(piece)));
      }
      boolean onRim = sides.stream().anyMatch(side -> !grid.equals(gridOf.get(side)));
      if (!grid.equals(piece) && onRim) {
        Face whole = getFace(grid);
        put.add(whole.outlined(RingEdges.withVertex(whole.shape(), edge, vertex)));
      }
    }
    for (Face face : bystanders(LatticeBox.of(List.of(edge.a(), edge.b())))) {
      if (touches(face, edge) && RingEdges.has(face.shape(), edge)) {
        put.add(face.outlined(RingEdges.withVertex(face.shape(), edge, vertex)));
      }
    }
    return with(new Change(next, Set.of(), put, Set.of(), Map.of()));
  }

  private static boolean touches(Face face, Edge edge) {
    return face.shape().bounds().contains(edge.a()) && face.shape().bounds().contains(edge.b());
  }

  /** Whether a face is ground of a grid and fits its neighbours. */
  public boolean isLaid(Face face) {
    return !base.bystanders().contains(face.id());
  }

  /** Whether a face is a grid of the tree. */
  public static boolean isGrid(Face face) {
    return face.level() == Level.GRID && face.area().key().partition().equals(Partition.TREE);
  }
}
