package org.wangge.camera.cover;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import org.wangge.camera.sight.Sight;
import org.wangge.camera.sight.SightIndex;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;

/**
 * Chooses where new cameras would help most: one after the other, each time the one that adds most
 * to what is seen by those there are and those chosen before. What one adds never grows by others
 * being there, so that of k chosen so the gain is at least 1 − 1/e of the greatest possible
 * (Nemhauser, Wolsey and Fisher, "An analysis of approximations for maximizing submodular set
 * functions", 1978), and old gains are upper bounds: only those at the head of the queue are
 * counted again (M. Minoux, "Accelerated greedy algorithms for maximizing submodular set
 * functions", 1978), which chooses the same as counting all.
 *
 * <p>All cameras count as if they worked: one that is broken is to be mended, not doubled.
 */
public final class CameraProposals {
  private static final Comparator<Waiting> BEST_FIRST =
      Comparator.comparing(Waiting::bound).reversed().thenComparingInt(Waiting::number);

  private final SightIndex sights;
  private final List<GridGround> grounds;
  private final List<BitSet> unseen = new ArrayList<>();
  private final Pose pose;

  /**
   * A candidate in the queue.
   *
   * @param number its place in the order of candidates, which decides between equals
   * @param bound what it adds at most
   * @param countedAt how many had been chosen when that was counted
   */
  private record Waiting(CandidateView view, int number, Gain bound, int countedAt) {}

  /**
   * What was chosen.
   *
   * @param proposals the best first; fewer than asked for where no more adds anything
   * @param candidates how many places were looked at
   * @param complete whether these were all
   */
  public record Chosen(List<Proposal> proposals, int candidates, boolean complete) {
    public Chosen {
      proposals = List.copyOf(proposals);
    }
  }

  private CameraProposals(SightIndex sights, List<GridCover> covers, Pose pose) {
    this.sights = sights;
    this.grounds = covers.stream().map(GridCover::ground).toList();
    this.pose = pose;
    for (GridCover cover : covers) {
      BitSet left = (BitSet) cover.ground().asked().clone();
      left.andNot(cover.seen(Counted.ALL));
      unseen.add(left);
    }
  }

  /**
   * Chooses.
   *
   * @param covers what is seen of the grids to be helped
   * @param places where a camera could stand, in an order that decides between equals
   * @param most at most so many
   * @param progress told after each place that was looked at; ends the looking, not the choice
   */
  public static Chosen choose(
      SightIndex sights,
      List<GridCover> covers,
      Pose pose,
      Collection<LatticePoint> places,
      int most,
      Progress progress) {
    CameraProposals one = new CameraProposals(sights, covers, pose);
    List<LatticePoint> distinct = List.copyOf(new LinkedHashSet<>(places));
    List<CandidateView> views = new ArrayList<>();
    int looked = 0;
    while (looked < distinct.size() && progress.goesOn(looked, distinct.size())) {
      views.addAll(one.look(distinct.get(looked)));
      looked++;
    }
    return new Chosen(one.choose(views, most), looked, looked == distinct.size());
  }

  /** What cameras at a place would see of what nobody sees, one for each direction. */
  private List<CandidateView> look(LatticePoint place) {
    Sight round = sights.sightOf(pose.round("candidate", place));
    List<Sight> lenses = new ArrayList<>();
    List<CandidateView> views = new ArrayList<>();
    for (int i = 0; i < pose.directions(); i++) {
      double azimuth = pose.azimuthDegrees(i);
      lenses.add(Sight.of(pose.eye("candidate", place, azimuth), List.of()));
      views.add(new CandidateView(place, azimuth));
    }
    for (int grid = 0; grid < grounds.size(); grid++) {
      Raster raster = grounds.get(grid).raster();
      if (raster.box().intersects(round.reach())) {
        BitSet open = open(round, raster, unseen.get(grid));
        for (int i = 0; i < lenses.size(); i++) {
          views.get(i).add(grid, raster, open, lenses.get(i));
        }
      }
    }
    return views;
  }

  private static BitSet open(Sight round, Raster raster, BitSet unseen) {
    BitSet open = new BitSet();
    LatticeBox reach = round.reach();
    int west = raster.column(reach.west());
    int east = raster.column(reach.east());
    for (int row = raster.row(reach.south()); row <= raster.row(reach.north()); row++) {
      int end = row * raster.columns() + east;
      int at = unseen.nextSetBit(row * raster.columns() + west);
      while (at >= 0 && at <= end) {
        if (round.sees(raster.lon(at), raster.lat(at), Sight.GROUND)) {
          open.set(at);
        }
        at = unseen.nextSetBit(at + 1);
      }
    }
    return open;
  }

  private List<Proposal> choose(List<CandidateView> views, int most) {
    PriorityQueue<Waiting> queue = new PriorityQueue<>(BEST_FIRST);
    for (int i = 0; i < views.size(); i++) {
      queue.add(new Waiting(views.get(i), i, views.get(i).gain(grounds, unseen), 0));
    }
    List<Proposal> chosen = new ArrayList<>();
    Gain together = Gain.NONE;
    while (chosen.size() < most && !queue.isEmpty() && !queue.peek().bound().isNone()) {
      Waiting best = queue.remove();
      CandidateView view = best.view();
      if (best.countedAt() == chosen.size()) {
        together = together.and(best.bound());
        chosen.add(new Proposal(view.place(), view.azimuthDegrees(), best.bound(), together));
        view.take(unseen);
      } else {
        Gain gain = view.gain(grounds, unseen);
        queue.add(new Waiting(view, best.number(), gain, chosen.size()));
      }
    }
    return chosen;
  }
}
