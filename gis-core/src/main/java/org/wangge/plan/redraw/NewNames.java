package org.wangge.plan.redraw;

import java.util.regex.Pattern;
import org.wangge.grid.Level;
import org.wangge.plan.topology.Face;

/** What a new area is called until somebody names it: as the one before, with its own number. */
final class NewNames {
  private static final Pattern GRID = Pattern.compile("第[0-9]+网格");
  private static final Pattern MICRO = Pattern.compile("[0-9]+号微网格");
  private static final int LONGEST = 90;

  private NewNames() {}

  /**
   * The name.
   *
   * @param code its own code
   * @param gridCode code of the grid it is or lies in
   */
  static String of(Face face, String code, String gridCode) {
    if (face.traits().name().isPresent()) {
      return face.traits().name().get();
    }
    String old = face.area().name();
    String grid = "第" + number(gridCode) + "网格";
    String name = GRID.matcher(old).replaceAll(grid);
    if (face.level() == Level.MICRO_GRID) {
      name = MICRO.matcher(name).replaceAll(number(code) + "号微网格");
    }
    if (!name.equals(old) || face.isOnlyRenumbered()) {
      return name;
    }
    String stem = old.length() > LONGEST ? old.substring(0, LONGEST) : old;
    return stem + " " + number(code);
  }

  private static int number(String code) {
    return Integer.parseInt(code.substring(Math.max(0, code.length() - 3)));
  }
}
