package org.wangge.server.storage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.wangge.access.AreaScope;
import org.wangge.access.Ground;
import org.wangge.geo.Lattice;
import org.wangge.geo.LatticeBox;
import org.wangge.geo.LatticeShape;

/**
 * The conditions of a query that may or may not be there, with their parameters in step. The SQL of
 * each stays in its store, as text. Not thread-safe.
 */
public final class Where {
  private final StringBuilder conditions = new StringBuilder("1 = 1");
  private final List<@Nullable Object> parameters = new ArrayList<>();

  /** Adds a condition. */
  public Where and(String condition, @Nullable Object... values) {
    conditions.append(" and ").append(condition);
    parameters.addAll(Arrays.asList(values));
    return this;
  }

  /** Adds a condition on one value where there is one. */
  public Where andIf(String condition, @Nullable Object value) {
    return value == null ? this : and(condition, value);
  }

  /** Keeps only rows whose geometry's box touches a box. */
  public Where touching(String column, @Nullable LatticeBox box) {
    return box == null ? this : and(column + " && ?", envelope(box));
  }

  /**
   * Keeps only rows of an area of the tree and what lies below it: a code begins with its parent's.
   */
  public Where below(String column, @Nullable String areaCode) {
    return areaCode == null ? this : and(column + " like ?", startsWith(areaCode));
  }

  /** Keeps only rows of areas of the tree within a scope. */
  public Where within(String codeColumn, AreaScope scope) {
    if (scope.everywhere()) {
      return this;
    }
    List<String> parts = new ArrayList<>(List.of("1 = 0"));
    List<Object> values = new ArrayList<>();
    for (String code : scope.areaCodes()) {
      parts.add(codeColumn + " like ?");
      values.add(startsWith(code));
    }
    return and("(" + String.join(" or ", parts) + ")", values.toArray());
  }

  /**
   * Keeps only rows within a scope; of its overlay areas only the boxes are asked here, so each row
   * is to be held against {@link AreaScope#covers(String, org.wangge.geo.LatticePoint)} once more.
   *
   * @param pointColumn where the thing is
   */
  public Where within(String codeColumn, String pointColumn, AreaScope scope) {
    if (scope.grounds().isEmpty()) {
      return within(codeColumn, scope);
    }
    Where any = new Where().within(codeColumn, AreaScope.of(scope.areaCodes()));
    List<@Nullable Object> values = new ArrayList<>(any.parameters);
    StringBuilder either = new StringBuilder("((" + any.condition() + ")");
    for (Ground ground : scope.grounds()) {
      either.append(" or ").append(pointColumn).append(" && ?");
      values.add(envelope(ground.bounds()));
    }
    return and(either.append(")").toString(), values.toArray());
  }

  /** The text: a where clause with a blank before it. */
  public String sql() {
    return " where " + conditions;
  }

  /** The conditions alone, for use within another. */
  public String condition() {
    return conditions.toString();
  }

  /** The parameters of the clause, followed by more. */
  public @Nullable Object[] parameters(Object... more) {
    List<@Nullable Object> all = new ArrayList<>(parameters);
    all.addAll(List.of(more));
    return all.toArray();
  }

  /** A pattern for {@code like}: what begins with a text. */
  public static String startsWith(String text) {
    return escaped(text) + "%";
  }

  /** A pattern for {@code like}: what holds a text. */
  public static String holding(String text) {
    return "%" + escaped(text) + "%";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static Object envelope(LatticeBox box) {
    return LatticeShape.DEGREES.toGeometry(
        new Envelope(
            Lattice.toDegrees(box.west()),
            Lattice.toDegrees(box.east()),
            Lattice.toDegrees(box.south()),
            Lattice.toDegrees(box.north())));
  }
}
