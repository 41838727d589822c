package org.wangge.camera.cover;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.event.Transactions;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.AreaAtlas;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.place.PlaceKind;
import org.wangge.place.PlaceQuery;
import org.wangge.place.StreetEdge;

/**
 * Tells what cameras see of grids, and where more would help, of the grids that the caller may know
 * the cameras of. What was counted of a grid is remembered until something in its reach changes.
 * Thread-safe.
 */
public final class CoverRegister {
  /** Of more grids nobody reads single squares, or puts cameras up in one go: a street has 40. */
  public static final int MOST_GRIDS = 200;

  /** From shorter periods it would show who went where. */
  public static final Duration SHORTEST_PERIOD = Duration.ofDays(1);

  /** Squares are to be compared within a year at most. */
  public static final Duration LONGEST_PERIOD = Duration.ofDays(366);

  private static final double SECONDS_A_DAY = 86_400;

  private final Transactions transactions;
  private final CoverGround ground;
  private final Counting counting;
  private final Changes changes = new Changes();
  private volatile @Nullable CoverBook last;

  public CoverRegister(Transactions transactions, CoverGround ground, Counting counting) {
    this.transactions = transactions;
    this.ground = ground;
    this.counting = counting;
  }

  /** To be told when places or many cameras changed: what was counted before counts no more. */
  public void forget() {
    changes.everywhere();
  }

  /**
   * To be told after a camera changed: what was counted in its reach counts no more.
   *
   * @param around all that it saw before, and all that it sees now
   */
  public void forget(List<LatticeBox> around) {
    changes.within(around);
  }

  private synchronized CoverBook book() {
    CoverBook book = last;
    if (book != null && !book.stands()) {
      book = null;
    }
    if (book != null && changes.isNone()) {
      return book;
    }
    // If this fails, what was taken is told to nobody else: then all is begun anew.
    last = null;
    Changes.Taken changed = changes.take();
    CoverBook next =
        book == null || changed.everywhere()
            ? CoverBook.begin(transactions, ground)
            : book.after(changed.boxes());
    last = next;
    // What was counted before holds on to all that cameras saw then.
    counting.forget();
    return next;
  }

  /** What is counted once for all who ask for it. */
  private record What(CoverBook book, List<String> grids, int proposals) {}

  private Count<List<GridFigures>> count(CoverBook book, List<Area> grids) {
    List<String> codes = grids.stream().map(Area::code).toList();
    return counting.ask(new What(book, codes, 0), progress -> book.figures(grids, progress));
  }

  /**
   * Figures of the grids of an area, in the order of their codes.
   *
   * @param areaCode code of an area of the tree; null for all
   * @throws NotFound with code {@code area-unknown}
   */
  public Count<List<GridFigures>> figures(Caller asking, @Nullable String areaCode) {
    Caller caller = asking.with(Right.READ_CAMERAS);
    CoverBook book = book();
    return count(book, grids(caller.scope(), book.atlas(), areaCode));
  }

  /**
   * A grid and its blind spots.
   *
   * @throws NotFound with code {@code area-unknown}, also where the caller may not know of its
   *     cameras
   */
  public Count<GridSpots> spots(Caller asking, String gridCode, Counted by) {
    Caller caller = asking.with(Right.READ_CAMERAS);
    CoverBook book = book();
    List<Area> grid =
        grids(caller.scope(), book.atlas(), gridCode).stream()
            .filter(area -> area.code().equals(gridCode))
            .toList();
    if (grid.isEmpty()) {
      throw unknown(gridCode);
    }
    double least = CoverTerms.USUAL.leastBlindSquareMeters();
    return count(book, grid)
        .map(
            found ->
                new GridSpots(found.get(0), by, BlindSpots.of(found.get(0).cover(), by, least)));
  }

  /**
   * Squares of the grids of an area, those first where much happens and nobody looks or passes.
   * Patrols count for those who may read tracks there.
   *
   * @param from incidents reported and walks begun from here
   * @param to until before this
   * @throws NotFound with code {@code area-unknown}
   * @throws Invalid with code {@code cover-area-too-large} or {@code cover-period}
   */
  public Count<UnseenFound> unseen(
      Caller asking, @Nullable String areaCode, Instant from, Instant to) {
    Caller caller = asking.with(Right.READ_CAMERAS);
    Duration period = Duration.between(from, to);
    if (period.compareTo(SHORTEST_PERIOD) < 0 || period.compareTo(LONGEST_PERIOD) > 0) {
      throw new Invalid(
          "to",
          "cover-period",
          Map.of("least", SHORTEST_PERIOD.toDays(), "most", LONGEST_PERIOD.toDays()));
    }
    CoverBook book = book();
    List<Area> grids = few(grids(caller.scope(), book.atlas(), areaCode));
    return count(book, grids).map(found -> unseen(asking, book, found, from, to));
  }

  private UnseenFound unseen(
      Caller asking, CoverBook book, List<GridFigures> grids, Instant from, Instant to) {
    double days = Duration.between(from, to).toSeconds() / SECONDS_A_DAY;
    if (grids.isEmpty()) {
      return new UnseenFound(List.of(), days, 0, false);
    }
    LatticeBox box = boxOf(grids);
    UnseenPlaces places =
        new UnseenPlaces(grids.stream().map(GridFigures::cover).toList(), box.center());
    Set<String> codes = grids.stream().map(one -> one.grid().code()).collect(Collectors.toSet());
    int count = 0;
    Caller reader = asking.with(Right.READ_INCIDENTS);
    for (LatticePoint place : ground.incidents().in(reader, box, from, to)) {
      String grid = Redraws.gridAt(book.atlas(), place);
      if (codes.contains(grid)) {
        places.incident(place, grid);
        count++;
      }
    }
    boolean patrols = mayReadTracks(asking, grids);
    if (patrols) {
      ground.walks().in(box, from, to, places::walk);
    }
    return new UnseenFound(places.ranked(days), days, count, patrols);
  }

  private static boolean mayReadTracks(Caller asking, List<GridFigures> grids) {
    if (!asking.has(Right.READ_TRACKS)) {
      return false;
    }
    AreaScope scope = asking.with(Right.READ_TRACKS).scope();
    return grids.stream().allMatch(one -> isIn(scope, one.grid()));
  }

  /**
   * Where new cameras in the grids of an area would help most: at the nodes of the street network
   * and about half way between two.
   *
   * @param most at most so many
   * @throws NotFound with code {@code area-unknown}
   * @throws Invalid with code {@code cover-area-too-large}
   */
  public Count<CameraProposals.Chosen> proposals(
      Caller asking, @Nullable String areaCode, int most) {
    Caller caller = asking.with(Right.READ_CAMERAS);
    CoverBook book = book();
    List<Area> grids = few(grids(caller.scope(), book.atlas(), areaCode));
    if (grids.isEmpty()) {
      return Count.ended(new CameraProposals.Chosen(List.of(), 0, true));
    }
    Count<List<GridFigures>> counted = count(book, grids);
    if (counted.result().isEmpty()) {
      return counted.map(any -> new CameraProposals.Chosen(List.of(), 0, false));
    }
    List<GridFigures> figures = counted.result().get();
    List<String> codes = grids.stream().map(Area::code).toList();
    return counting.ask(
        new What(book, codes, most),
        progress ->
            CameraProposals.choose(
                book.sights(),
                figures.stream().map(GridFigures::cover).toList(),
                Pose.USUAL,
                corners(book.atlas(), figures),
                most,
                progress));
  }

  /** Places at streets in some grids. */
  private List<LatticePoint> corners(AreaAtlas atlas, List<GridFigures> grids) {
    LatticeBox box = boxOf(grids);
    Set<String> codes = grids.stream().map(one -> one.grid().code()).collect(Collectors.toSet());
    Set<LatticePoint> corners = new HashSet<>();
    for (StreetEdge edge : streets(box)) {
      List<LatticePoint> line = edge.line();
      corners.addAll(List.of(line.get(0), middle(line), line.get(line.size() - 1)));
    }
    return corners.stream()
        .filter(at -> codes.contains(Redraws.gridAt(atlas, at)))
        .sorted()
        .toList();
  }

  private List<StreetEdge> streets(LatticeBox box) {
    return transactions.read(
        tx -> {
          PlaceQuery query =
              new PlaceQuery(
                  PlaceKind.STREET_EDGES, tx.now(), box, null, null, "", Integer.MAX_VALUE);
          return ground.places().list(tx, Caller.upkeep(), query).stream()
              .map(one -> StreetEdge.class.cast(one.place()))
              .toList();
        });
  }

  /** Of a line of two points what lies between them, else the one in the middle. */
  private static LatticePoint middle(List<LatticePoint> line) {
    return line.size() == 2 ? LatticeBox.of(line).center() : line.get(line.size() / 2);
  }

  private static LatticeBox boxOf(List<GridFigures> grids) {
    return grids.stream()
        .flatMap(one -> one.grid().shape().stream())
        .map(LatticeShape::bounds)
        .reduce(LatticeBox::union)
        .orElseThrow();
  }

  /** Those of an area whose cameras may be known of, and that have an outline. */
  private static List<Area> grids(AreaScope scope, AreaAtlas atlas, @Nullable String areaCode) {
    if (areaCode != null && atlas.find(AreaKey.tree(areaCode)).isEmpty()) {
      throw unknown(areaCode);
    }
    List<Area> grids = new ArrayList<>();
    for (Area area : atlas.areas()) {
      if (area.level() == Level.GRID
          && area.key().partition().equals(Partition.TREE)
          && area.shape().isPresent()
          && (areaCode == null || area.code().startsWith(areaCode))
          && isIn(scope, area)) {
        grids.add(area);
      }
    }
    return grids;
  }

  private static boolean isIn(AreaScope scope, Area grid) {
    return grid.shape().isPresent() && scope.covers(grid.code(), grid.shape().get().labelPoint());
  }

  private static List<Area> few(List<Area> grids) {
    if (grids.size() > MOST_GRIDS) {
      throw new Invalid(
          "area", "cover-area-too-large", Map.of("given", grids.size(), "most", MOST_GRIDS));
    }
    return grids;
  }

  private static NotFound unknown(String code) {
    return new NotFound("area-unknown", Map.of("partition", Partition.TREE, "code", code));
  }
}
