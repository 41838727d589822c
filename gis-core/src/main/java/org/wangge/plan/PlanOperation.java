package org.wangge.plan;

import java.util.List;
import org.wangge.geo.LatticePoint;

/** What one edit of a plan does, as it was asked for: enough to do it again from the same base. */
public sealed interface PlanOperation {

  /** Kind, stable, in kebab case; the word in URLs and tables. */
  String kind();

  /** The face it is about. */
  String face();

  /** Why a warning is passed over; empty where nobody said. */
  String reason();

  /**
   * Divides a grid in two along a drawn line.
   *
   * @param face id of the face
   * @param line as drawn: from outside or the border, through the grid, to outside or the border
   * @param reason why a building may be cut; empty where none is
   */
  record Split(String face, List<LatticePoint> line, String reason) implements PlanOperation {
    /** {@link #kind()} of a split. */
    public static final String KIND = "split";

    public Split {
      line = List.copyOf(line);
    }

    @Override
    public String kind() {
      return KIND;
    }
  }
}
