package org.wangge.camera;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.camera.sight.Lens;
import org.wangge.camera.sight.SeenGround;
import org.wangge.camera.sight.Sight;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.Validity;

/** Who sees this? Of a point, a line or an area, now or at a time that is past. Thread-safe. */
public final class CameraFinder {
  private final Transactions transactions;
  private final CameraStore store;
  private final CameraSights sights;
  private final Clock clock;

  public CameraFinder(
      Transactions transactions, CameraStore store, CameraSights sights, Clock clock) {
    this.transactions = transactions;
    this.store = store;
    this.sights = sights;
    this.clock = clock;
  }

  /**
   * Those that see a place on the ground among the buildings that stand now, the best first.
   *
   * @param turned whether those that would have to be turned are wanted too
   */
  public List<Covering> covering(Caller caller, LatticePoint place, boolean turned) {
    Caller reader = caller.with(Right.READ_CAMERAS);
    List<Sight> seeing = sights.seeing(place);
    List<Sight> more = turned ? sights.seeingTurned(place) : List.of();
    return transactions
        .read(
            tx ->
                Stream.concat(
                        seeing.stream().flatMap(sight -> now(tx, reader, sight, place, false)),
                        more.stream()
                            .filter(sight -> seeing.stream().noneMatch(one -> isSame(one, sight)))
                            .flatMap(sight -> now(tx, reader, sight, place, true)))
                    .toList())
        .stream()
        .sorted(Covering.BEST_FIRST)
        .toList();
  }

  private static boolean isSame(Sight one, Sight other) {
    return one.eye().id().equals(other.eye().id());
  }

  private Stream<Covering> now(
      Tx tx, Caller reader, Sight sight, LatticePoint place, boolean mustTurn) {
    return store.find(tx, reader, sight.eye().id(), null).stream()
        .map(
            entry ->
                new Covering(entry, sight, sight.judge(place, Sight.GROUND), 1, mustTurn, null));
  }

  /**
   * Those that saw a place on the ground at a time, among the buildings of then, the best first. A
   * camera that was turned meanwhile is there for each pose from which it saw the place.
   */
  public List<Covering> covering(Caller caller, LatticePoint place, Validity during) {
    return standing(caller, boxOf(place), during)
        .flatMap(entry -> seen(caller, entry, place, during).stream())
        .sorted(Covering.BEST_FIRST)
        .toList();
  }

  /**
   * Those that see some of a line or an area, the best first.
   *
   * @param degrees the line or area
   * @param during the time asked for; null for now
   */
  public List<Covering> covering(Caller caller, Geometry degrees, @Nullable Validity during) {
    Envelope edges = degrees.getEnvelopeInternal();
    LatticeBox box =
        LatticeBox.ofDegrees(edges.getMinX(), edges.getMinY(), edges.getMaxX(), edges.getMaxY());
    Point inside = degrees.getInteriorPoint();
    LatticePoint middle = LatticePoint.ofDegrees(inside.getX(), inside.getY());
    return standing(caller, box, during)
        .flatMap(entry -> seen(caller, entry, degrees, middle, during).stream())
        .sorted(Covering.BEST_FIRST)
        .toList();
  }

  /** Those that stand, or stood, near enough to see something in a box. */
  private Stream<CameraEntry> standing(Caller caller, LatticeBox box, @Nullable Validity during) {
    Caller reader = caller.with(Right.READ_CAMERAS);
    Instant now = clock.instant();
    Validity span = during == null ? new Validity(now, now.plusNanos(1_000)) : during;
    LatticeBox around = grown(box);
    return transactions.read(tx -> store.versionsIn(tx, reader, around, span)).stream()
        .filter(one -> Sight.reachOf(one.camera().eye()).intersects(box))
        .map(one -> new CameraEntry(one.camera(), one.valid(), 0));
  }

  private static LatticeBox boxOf(LatticePoint place) {
    return new LatticeBox(place.lon(), place.lat(), place.lon(), place.lat());
  }

  private static LatticeBox grown(LatticeBox box) {
    LatticeBox low =
        LatticeBox.around(new LatticePoint(box.west(), box.south()), Lens.FARTHEST_METERS);
    LatticeBox high =
        LatticeBox.around(new LatticePoint(box.east(), box.north()), Lens.FARTHEST_METERS);
    return new LatticeBox(
        Math.min(low.west(), high.west()), low.south(),
        Math.max(low.east(), high.east()), high.north());
  }

  private Optional<Covering> seen(
      Caller caller, CameraEntry entry, LatticePoint place, Validity during) {
    Validity part = common(entry.valid(), during);
    Sight sight = sights.of(caller, entry.camera(), part.from());
    var verdict = sight.judge(place, Sight.GROUND);
    return verdict.isSeen()
        ? Optional.of(new Covering(entry, sight, verdict, 1, false, past(entry, part)))
        : Optional.empty();
  }

  private Optional<Covering> seen(
      Caller caller,
      CameraEntry entry,
      Geometry degrees,
      LatticePoint middle,
      @Nullable Validity during) {
    Validity part = during == null ? null : common(entry.valid(), during);
    Sight sight = sights.of(caller, entry.camera(), part == null ? null : part.from());
    double share = SeenGround.of(sight).shareOf(degrees);
    return share > 0
        ? Optional.of(
            new Covering(
                entry,
                sight,
                sight.judge(middle, Sight.GROUND),
                share,
                false,
                part == null ? null : past(entry, part)))
        : Optional.empty();
  }

  private Covering.Past past(CameraEntry entry, Validity part) {
    return new Covering.Past(part, Recording.of(entry.camera(), part.from(), clock.instant()));
  }

  private static Validity common(Validity valid, Validity during) {
    Instant from = valid.from().isAfter(during.from()) ? valid.from() : during.from();
    List<Instant> ends = new ArrayList<>();
    valid.to().ifPresent(ends::add);
    during.to().ifPresent(ends::add);
    return new Validity(from, ends.stream().min(Instant::compareTo).orElse(null));
  }
}
