package org.wangge.plan.operation;

import java.util.Set;
import org.wangge.geo.LatticePoint;

/**
 * What a planner asks for: an operation as it is, or one that streets and buildings have yet to
 * complete.
 */
public sealed interface PlanWish {

  /** Ids of the faces it names; none where it is told by a place. */
  Set<String> faces();

  /** An operation with all it needs. */
  record Whole(PlanOperation operation) implements PlanWish {
    @Override
    public Set<String> faces() {
      return Set.copyOf(operation.faces());
    }
  }

  /**
   * A split along streets between two places.
   *
   * @param face id of the grid
   * @param from where the way along streets begins, near a street and the border
   * @param to where it ends
   * @param reason why a building may be cut; empty where none is
   */
  record AlongStreets(String face, LatticePoint from, LatticePoint to, String reason)
      implements PlanWish {
    /** Kind of this wish, the word in URLs. */
    public static final String KIND = "split-along-streets";

    @Override
    public Set<String> faces() {
      return Set.of(face);
    }
  }

  /**
   * The border between two grids on the centre-line of the street beside it.
   *
   * @param face id of one grid
   * @param neighbour id of the other
   * @param reason why a building may be cut; empty where none is
   */
  record SnapBorder(String face, String neighbour, String reason) implements PlanWish {
    /** Kind of this wish, the word in URLs. */
    public static final String KIND = "snap-border";

    @Override
    public Set<String> faces() {
      return Set.of(face, neighbour);
    }
  }

  /**
   * A building, with the ground between it and the border, for the neighbour.
   *
   * @param building id of the building
   * @param to id of the grid that takes it
   * @param reason why another building may be cut; empty where none is
   */
  record MoveBuilding(String building, String to, String reason) implements PlanWish {
    /** Kind of this wish, the word in URLs. */
    public static final String KIND = PlanOperation.MoveGround.BUILDING;

    @Override
    public Set<String> faces() {
      return Set.of(to);
    }
  }
}
