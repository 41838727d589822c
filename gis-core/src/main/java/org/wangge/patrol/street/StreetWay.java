package org.wangge.patrol.street;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.Geodesy;
import org.wangge.geo.LatticePoint;

/**
 * The way somebody probably went, piece by piece. A guess: what is known of where they were are the
 * fixes of the track.
 *
 * @param pieces in the order in which they were gone
 */
public record StreetWay(List<Piece> pieces) {

  public StreetWay {
    pieces = List.copyOf(pieces);
  }

  /**
   * A piece of the way.
   *
   * @param street id of the street it goes along; null beside all streets
   * @param line from its begin to its end, at least two points
   * @param from first of the fixes it was guessed from, with the pieces about it
   * @param to last of these
   */
  public record Piece(@Nullable String street, List<LatticePoint> line, Instant from, Instant to) {

    public Piece {
      line = List.copyOf(line);
      if (line.size() < 2) {
        throw new IllegalArgumentException("a piece of fewer than two points");
      }
    }

    public Optional<String> streetId() {
      return Optional.ofNullable(street);
    }

    /** Its length in metres. */
    public double meters() {
      double meters = 0;
      for (int i = 1; i < line.size(); i++) {
        meters += Geodesy.distanceMeters(line.get(i - 1), line.get(i));
      }
      return meters;
    }
  }

  /** How far it goes along streets, in metres. */
  public double streetMeters() {
    return pieces.stream().filter(one -> one.street != null).mapToDouble(Piece::meters).sum();
  }

  /** How far it goes beside all streets, in metres. */
  public double besideMeters() {
    return pieces.stream().filter(one -> one.street == null).mapToDouble(Piece::meters).sum();
  }
}
