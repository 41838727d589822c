package org.wangge.plan.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;

/** The grids of an area before and after, and what is different. Immutable and thread-safe. */
public final class Redrawn {
  /** Less than this is what rounding a border to the lattice leaves over. */
  private static final double LEAST_SQUARE_METERS = 1;

  private static final List<Partition> TREE = List.of(new Partition(Partition.TREE, "", ""));

  private final List<Area> before;
  private final List<Area> after;
  private final List<Area> retired;
  private final List<Area> born;
  private final List<OutlineChange> outlines = new ArrayList<>();
  private final AreaAtlas then;
  private final AreaAtlas now;

  private Redrawn(List<Area> before, List<Area> after) {
    this.before = List.copyOf(before);
    this.after = List.copyOf(after);
    Map<String, Area> old = byCode(before);
    Map<String, Area> fresh = byCode(after);
    retired = before.stream().filter(area -> !fresh.containsKey(area.code())).toList();
    born = after.stream().filter(area -> !old.containsKey(area.code())).toList();
    for (Area area : after) {
      Area earlier = old.get(area.code());
      if (earlier != null && !earlier.shape().equals(area.shape())) {
        outlines.add(new OutlineChange(earlier, area, ground(earlier), ground(area)));
      }
    }
    then = AreaAtlas.of(before, TREE, 0);
    now = AreaAtlas.of(after, TREE, 0);
  }

  /**
   * Two states of the grids of an area.
   *
   * @param before grids of the tree, each code once
   * @param after likewise
   */
  public static Redrawn of(List<Area> before, List<Area> after) {
    return new Redrawn(before, after);
  }

  private static Map<String, Area> byCode(List<Area> areas) {
    return areas.stream().collect(Collectors.toMap(Area::code, Function.identity()));
  }

  private static double ground(Area area) {
    return area.shape().map(Geodesy::areaSquareMeters).orElse(0.0);
  }

  /** All grids as they were. */
  public List<Area> before() {
    return before;
  }

  /** All grids as they are then. */
  public List<Area> after() {
    return after;
  }

  /** Grids whose code ends. */
  public List<Area> retired() {
    return retired;
  }

  /** Grids whose code begins. */
  public List<Area> born() {
    return born;
  }

  /** Grids that keep their code and get another outline. */
  public List<OutlineChange> outlines() {
    return List.copyOf(outlines);
  }

  /** A box around all that is different; empty where nothing is. */
  public Optional<LatticeBox> box() {
    List<Area> different = new ArrayList<>(differentBefore());
    different.addAll(differentAfter());
    return different.stream()
        .flatMap(area -> area.shape().stream())
        .map(LatticeShape::bounds)
        .reduce(LatticeBox::union);
  }

  private List<Area> differentBefore() {
    List<Area> different = new ArrayList<>(retired);
    outlines.forEach(one -> different.add(one.before()));
    return different;
  }

  private List<Area> differentAfter() {
    List<Area> different = new ArrayList<>(born);
    outlines.forEach(one -> different.add(one.after()));
    return different;
  }

  /** Which grid a place leaves for which; empty where it stays. */
  public Optional<Move> moveOf(LatticePoint place) {
    Move move = new Move(codeAt(then, place), codeAt(now, place));
    return move.from().equals(move.to()) ? Optional.empty() : Optional.of(move);
  }

  private static String codeAt(AreaAtlas atlas, LatticePoint place) {
    return atlas.ownerAt(Partition.TREE, Level.GRID, place).map(Area::code).orElse("");
  }

  /** The ground that changes hands, in the order of the codes. */
  public List<GroundMove> ground() {
    List<GroundMove> moves = new ArrayList<>();
    for (Area old : differentBefore()) {
      for (Area fresh : differentAfter()) {
        if (!old.code().equals(fresh.code())) {
          double shared = sharedSquareMeters(old, fresh);
          if (shared >= LEAST_SQUARE_METERS) {
            moves.add(new GroundMove(new Move(old.code(), fresh.code()), shared));
          }
        }
      }
    }
    moves.sort((a, b) -> a.move().compareTo(b.move()));
    return moves;
  }

  private static double sharedSquareMeters(Area old, Area fresh) {
    if (old.shape().isEmpty() || fresh.shape().isEmpty()) {
      return 0;
    }
    LatticeShape one = old.shape().get();
    LatticeShape other = fresh.shape().get();
    if (!one.bounds().intersects(other.bounds())) {
      return 0;
    }
    Geometry shared = OverlayNGRobust.overlay(one.scaled(), other.scaled(), OverlayNG.INTERSECTION);
    double sum = 0;
    for (int i = 0; i < shared.getNumGeometries(); i++) {
      // Where they only touch, lines and points are shared too.
      if (shared.getGeometryN(i) instanceof Polygon part && !part.isEmpty()) {
        sum += Geodesy.areaSquareMeters(LatticeShape.ofScaled(part));
      }
    }
    return sum;
  }
}
