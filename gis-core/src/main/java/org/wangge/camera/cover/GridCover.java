package org.wangge.camera.cover;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.wangge.camera.sight.SightIndex;
import org.wangge.camera.sight.SightsFound;

/** What cameras see of a grid. Not changed once it is made; thread-safe. */
public final class GridCover {
  private final GridGround ground;
  private final BitSet seenByOnline;
  private final BitSet seenByAll;
  private final int camerasSeeing;
  private final int onlineSeeing;

  private GridCover(
      GridGround ground,
      BitSet seenByOnline,
      BitSet seenByAll,
      int camerasSeeing,
      int onlineSeeing) {
    this.ground = ground;
    this.seenByOnline = seenByOnline;
    this.seenByAll = seenByAll;
    this.camerasSeeing = camerasSeeing;
    this.onlineSeeing = onlineSeeing;
  }

  /**
   * Asks for each place who sees it.
   *
   * @param online whether a picture can be had from a camera, by its id
   */
  public static GridCover of(GridGround ground, SightIndex sights, Predicate<String> online) {
    BitSet seenByOnline = new BitSet();
    BitSet seenByAll = new BitSet();
    Set<String> seeing = new HashSet<>();
    Set<String> working = new HashSet<>();
    SightsFound found = new SightsFound();
    Raster raster = ground.raster();
    BitSet asked = ground.asked();
    for (int place = asked.nextSetBit(0); place >= 0; place = asked.nextSetBit(place + 1)) {
      sights.seeing(raster.lon(place), raster.lat(place), found);
      boolean isOwn = ground.own().get(place);
      for (int i = 0; i < found.count(); i++) {
        String id = found.get(i).eye().id();
        boolean works = online.test(id);
        seenByAll.set(place);
        if (works) {
          seenByOnline.set(place);
        }
        if (isOwn && seeing.add(id) && works) {
          working.add(id);
        }
      }
    }
    return new GridCover(ground, seenByOnline, seenByAll, seeing.size(), working.size());
  }

  public String code() {
    return ground.code();
  }

  public GridGround ground() {
    return ground;
  }

  /** Places that are seen; do not change them. */
  BitSet seen(Counted by) {
    return by == Counted.ALL ? seenByAll : seenByOnline;
  }

  /** How many cameras see some of its ground. */
  public int camerasSeeing(Counted by) {
    return by == Counted.ALL ? camerasSeeing : onlineSeeing;
  }

  /** Ground outdoors that is seen. */
  public double seenSquareMeters(Counted by) {
    return ground.squareMeters(seen(by));
  }

  /** Share of the ground outdoors that is seen, 0 to 1; 0 where there is none. */
  public double seenShare(Counted by) {
    double all = ground.squareMeters();
    return all == 0 ? 0 : seenSquareMeters(by) / all;
  }

  /**
   * Households at houses by the share of the ground around that is seen, see {@link GridGround}.
   */
  public double seenHouseholds(Counted by) {
    return (double) ground.homes(seen(by)) / GridGround.THOUSANDTHS;
  }
}
