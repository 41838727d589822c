package org.wangge.plan.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.GridKind;

/** What one edit of a plan does, as it was asked for: enough to do it again from the same base. */
public sealed interface PlanOperation {

  /** Kind, stable, in kebab case; the word in URLs and tables. */
  String kind();

  /** Ids of the faces it names; none where it is told by a place. */
  List<String> faces();

  /** Why a warning is passed over; empty where nobody said. */
  String reason();

  /**
   * Divides a grid along a drawn line, wherever that runs through it.
   *
   * @param face id of the grid
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

    @Override
    public List<String> faces() {
      return List.of(face);
    }
  }

  /**
   * Makes one new grid of grids that touch one another.
   *
   * @param faces ids of the grids, two at least
   */
  record Merge(List<String> faces, String reason) implements PlanOperation {
    /** {@link #kind()} of a merge. */
    public static final String KIND = "merge";

    public Merge {
      faces = List.copyOf(faces);
    }

    @Override
    public String kind() {
      return KIND;
    }
  }

  /**
   * Draws the border between two grids anew; both go on.
   *
   * @param face id of one grid
   * @param neighbour id of the other
   * @param line from a place of the border between them, or of their common outline, to another
   * @param reason why a building may be cut; empty where none is
   */
  record Reshape(String face, String neighbour, List<LatticePoint> line, String reason)
      implements PlanOperation {
    /** {@link #kind()} of a border drawn anew. */
    public static final String KIND = "reshape";

    public Reshape {
      line = List.copyOf(line);
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public List<String> faces() {
      return List.of(face, neighbour);
    }
  }

  /**
   * Gives ground of one grid to a neighbour: that of a building, or of a block between streets.
   *
   * @param kind {@link #BUILDING} or {@link #BLOCK}
   * @param from id of the grid that gives
   * @param to id of the one that takes
   * @param ring outline of the ground, as far as it lies in the giving grid
   * @param reason why a building may be cut; empty where none is
   */
  record MoveGround(String kind, String from, String to, List<LatticePoint> ring, String reason)
      implements PlanOperation {
    /** {@link #kind()} of the move of a building. */
    public static final String BUILDING = "move-building";

    /** {@link #kind()} of the move of a block. */
    public static final String BLOCK = "move-block";

    public MoveGround {
      ring = List.copyOf(ring);
    }

    @Override
    public List<String> faces() {
      return List.of(from, to);
    }
  }

  /**
   * Cuts an exclusive grid out of a base grid, which goes on.
   *
   * @param face id of the base grid
   * @param ring outline of the new grid
   * @param name what it is called; empty for the name that follows from its number
   * @param reason why a building may be cut; empty where none is
   */
  record Carve(String face, List<LatticePoint> ring, String name, String reason)
      implements PlanOperation {
    /** {@link #kind()} of a carving. */
    public static final String KIND = "carve";

    public Carve {
      ring = List.copyOf(ring);
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public List<String> faces() {
      return List.of(face);
    }
  }

  /**
   * Gives an exclusive grid back to the base grid it shares most of its border with.
   *
   * @param face id of the exclusive grid
   */
  record PutBack(String face, String reason) implements PlanOperation {
    /** {@link #kind()} of a putting back. */
    public static final String KIND = "put-back";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public List<String> faces() {
      return List.of(face);
    }
  }

  /**
   * Puts a vertex of borders elsewhere, into them, or takes it out.
   *
   * @param kind {@link #MOVE}, {@link #INSERT} or {@link #DELETE}
   * @param at the vertex, or the place of a border that is to get one
   * @param toOrNull where it goes; only of a move
   * @param reason why a building may be cut; empty where none is
   */
  record Vertex(String kind, LatticePoint at, @Nullable LatticePoint toOrNull, String reason)
      implements PlanOperation {
    /** {@link #kind()} of a moved vertex. */
    public static final String MOVE = "move-vertex";

    /** {@link #kind()} of a new vertex. */
    public static final String INSERT = "insert-vertex";

    /** {@link #kind()} of a vertex taken out. */
    public static final String DELETE = "delete-vertex";

    @Override
    public List<String> faces() {
      return List.of();
    }
  }

  /**
   * Changes what a grid is called or which kind it is.
   *
   * @param face id of the grid
   * @param name new name; empty where it stays
   * @param gridKindOrNull new kind; null where it stays
   */
  record Attributes(String face, String name, @Nullable GridKind gridKindOrNull, String reason)
      implements PlanOperation {
    /** {@link #kind()} of changed attributes. */
    public static final String KIND = "attributes";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public List<String> faces() {
      return List.of(face);
    }
  }

  /**
   * Gives all grids of a community new numbers, one after the other, with what lies below them.
   *
   * @param community code of the area that the grids hang from
   */
  record Renumber(String community, String reason) implements PlanOperation {
    /** {@link #kind()} of a renumbering. */
    public static final String KIND = "renumber";

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public List<String> faces() {
      return List.of();
    }
  }
}
