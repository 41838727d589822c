package org.wangge.server.patrol.street;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wangge.access.Caller;
import org.wangge.event.Transactions;
import org.wangge.event.Tx;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticePoint;
import org.wangge.patrol.Track;
import org.wangge.patrol.street.StreetMatcher;
import org.wangge.patrol.street.StreetWay;
import org.wangge.place.Place;
import org.wangge.place.PlaceKind;
import org.wangge.place.PlaceQuery;
import org.wangge.place.PlaceStore;
import org.wangge.place.Street;
import org.wangge.place.StreetEdge;

/** The streets that tracks probably went along, as these lay then. Thread-safe. */
public final class StreetWays {
  /** A way between two fixes may lead about a block. */
  private static final double ABOUT_METERS = 200;

  private final Transactions transactions;
  private final PlaceStore places;
  private final StreetMatcher matcher;

  public StreetWays(Transactions transactions, PlaceStore places, StreetMatcher matcher) {
    this.transactions = transactions;
    this.places = places;
    this.matcher = matcher;
  }

  /**
   * A track with its way.
   *
   * @param names of the streets about it by id; a street without a name is not among them
   */
  public record Matched(Track track, StreetWay way, Map<String, Name> names) {

    public Matched {
      names = Map.copyOf(names);
    }
  }

  /** What a street is called; either may be empty. */
  public record Name(String zh, String en) {}

  /** The ways of some tracks, in their order. */
  public List<Matched> of(List<Track> tracks) {
    return tracks.stream().map(this::of).toList();
  }

  private Matched of(Track track) {
    LatticeBox about = about(track.box());
    Ground ground = transactions.read(tx -> ground(tx, about, track.from()));
    return new Matched(track, matcher.match(track, ground.edges()), ground.names());
  }

  private record Ground(List<StreetEdge> edges, Map<String, Name> names) {}

  private Ground ground(Tx tx, LatticeBox about, Instant at) {
    Map<String, Name> names = new HashMap<>();
    for (Street street : list(tx, PlaceKind.STREETS, Street.class, about, at)) {
      if (!street.nameZh().isEmpty() || !street.nameEn().isEmpty()) {
        names.put(street.id(), new Name(street.nameZh(), street.nameEn()));
      }
    }
    return new Ground(list(tx, PlaceKind.STREET_EDGES, StreetEdge.class, about, at), names);
  }

  /** Where streets lie is no secret, whoever asks for the track. */
  private <P extends Place> List<P> list(
      Tx tx, PlaceKind kind, Class<P> type, LatticeBox box, Instant at) {
    PlaceQuery query = new PlaceQuery(kind, at, box, null, null, "", Integer.MAX_VALUE);
    return places.list(tx, Caller.upkeep(), query).stream()
        .map(one -> type.cast(one.place()))
        .toList();
  }

  private static LatticeBox about(LatticeBox box) {
    return LatticeBox.around(new LatticePoint(box.west(), box.south()), ABOUT_METERS)
        .union(LatticeBox.around(new LatticePoint(box.east(), box.north()), ABOUT_METERS));
  }
}
