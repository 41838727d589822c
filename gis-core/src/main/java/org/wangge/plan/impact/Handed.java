package org.wangge.plan.impact;

import java.util.Map;
import java.util.TreeMap;
import org.wangge.plan.compare.Move;

/**
 * Something that goes from one grid to another. Holds ids, codes and numbers; of people their code
 * alone.
 *
 * @param kind what it is, a word such as {@code building}
 * @param id of it
 * @param label what it is called on the ground, or the word of a duty; never the name of a person
 * @param move from which grid to which
 * @param figures what it counts as, by word, such as 1 of {@code buildings} and 24 of {@code
 *     households}
 */
public record Handed(
    String kind, String id, String label, Move move, Map<String, Integer> figures) {
  /** A building, counted where its middle is. */
  public static final String BUILDING = "building";

  /** A building unit, where it is entered. */
  public static final String UNIT = "unit";

  /** Somebody in charge of a grid. */
  public static final String IN_CHARGE = "in-charge";

  /** Somebody who stands for a building unit. */
  public static final String UNIT_STAFF = "unit-staff";

  public Handed {
    figures = Map.copyOf(figures);
  }

  /** Whether it is a person, whose name is looked up by code and shown as the reader may see it. */
  public boolean isPerson() {
    return kind.equals(IN_CHARGE) || kind.equals(UNIT_STAFF);
  }

  /** Figures added up. */
  static void add(Map<String, Integer> sums, Map<String, Integer> more) {
    more.forEach((word, number) -> sums.merge(word, number, Integer::sum));
  }

  static Map<String, Integer> none() {
    return new TreeMap<>();
  }
}
