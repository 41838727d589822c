package org.wangge.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * Which community and which grids each superblock between the main streets has, and what is built
 * there. A line says: column from the west, row from the river (from 1), community, then its grids
 * separated by commas, west to east or south to north; the parts of one grid are joined by {@code
 * +}. {@code !} marks an exclusive grid, {@code @school} one that is cut out of the grid before it,
 * {@code *} one that has outgrown the rule, and {@code /} a superblock divided by the diagonal
 * avenue.
 */
final class TownPlan {
  static final int COLUMNS = 5;
  static final int ROWS = 4;

  private static final String TABLE =
      """
      0 1 A village+fields, works+estate
      1 1 A old, old, old, old
      2 1 B old, old, old, old
      3 1 B downtown+towers, downtown+estate
      4 1 C towers, towers
      4 2 C estate, estate@school
      0 2 D estate, estate
      1 2 D market!, old, estate+estate
      2 2 E park+towers
      3 2 E estate, downtown+estate
      3 3 E estate, estate+civic
      0 3 F estate, estate
      1 3 F hospital!, estate*+estate+estate
      0 4 F works+estate
      1 4 F estate+works
      2 3 G /estate, estate
      2 4 G estate, estate+fields
      3 4 G /village+fields
      4 3 G village+fields
      4 4 G works+estate
      """;

  private TownPlan() {}

  /**
   * A piece of a superblock.
   *
   * @param grid which of the superblock's grids, from 0
   * @param zone what is built there
   * @param exclusive whether it is an exclusive grid of its own
   * @param school whether a school is cut out of it
   * @param crowded whether more households live in its grid than the rule allows
   */
  record Part(int grid, Zone zone, boolean exclusive, boolean school, boolean crowded) {

    /** How much of the superblock it takes, against its fellows. */
    double weight() {
      return switch (zone) {
        case MARKET, HOSPITAL -> 0.42;
        case PARK -> 1.5;
        case FIELDS -> 0.8;
        default -> 1;
      };
    }
  }

  /** A block between main streets. */
  record Superblock(int column, int row, char community, boolean diagonal, List<Part> parts) {}

  static List<Superblock> superblocks() {
    return TABLE.lines().map(TownPlan::parse).toList();
  }

  private static Superblock parse(String line) {
    List<Part> parts = new ArrayList<>();
    boolean diagonal = line.contains("/");
    String[] grids = line.substring(6).replace("/", "").split(",", -1);
    for (int grid = 0; grid < grids.length; grid++) {
      for (String word : grids[grid].split("\\+", -1)) {
        boolean school = word.contains("@");
        boolean exclusive = word.contains("!");
        boolean crowded = word.contains("*");
        Zone zone = Zone.parse(word.replace("@school", "").replaceAll("[!*]", ""));
        parts.add(new Part(grid, zone, exclusive, school, crowded));
      }
    }
    return new Superblock(
        line.charAt(0) - '0', line.charAt(2) - '0', line.charAt(4), diagonal, parts);
  }
}
