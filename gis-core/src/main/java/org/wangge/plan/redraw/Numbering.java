package org.wangge.plan.redraw;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.wangge.fault.Invalid;
import org.wangge.grid.CodeScheme;
import org.wangge.grid.Level;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Refusal;
import org.wangge.plan.topology.Topology;

/**
 * Gives new areas their codes: the next numbers that were never used, west to east, then north to
 * south, grids first and then what is below them (domain.md, "Levels and codes"). Pure.
 */
public final class Numbering {
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private final CodeScheme scheme;
  private final LastNumber lastNumber;
  private final Map<String, Integer> given = new HashMap<>();
  private final Map<String, String> codes = new LinkedHashMap<>();

  private Numbering(CodeScheme scheme, LastNumber lastNumber) {
    this.scheme = scheme;
    this.lastNumber = lastNumber;
  }

  /** Knows the codes that were ever given. */
  @FunctionalInterface
  public interface LastNumber {
    /**
     * The highest number ever given below a code; 0 where there is none.
     *
     * @param prefix the code
     * @param digits how many digits such a number has
     */
    int below(String prefix, int digits);
  }

  /**
   * Codes of new faces, by id.
   *
   * @throws Invalid with code {@code codes-exhausted} or {@code codes-not-numbered}
   */
  public static Map<String, String> of(List<Face> born, CodeScheme scheme, LastNumber lastNumber) {
    Numbering numbering = new Numbering(scheme, lastNumber);
    List<Face> ordered = Topology.inOrder(born);
    ordered.stream().filter(face -> face.level() == Level.GRID).forEach(numbering::grid);
    ordered.stream().filter(face -> face.level() == Level.MICRO_GRID).forEach(numbering::micro);
    return numbering.codes;
  }

  private void grid(Face face) {
    String origin = face.area().code();
    int digits = digits(Level.GRID, Level.COMMUNITY);
    if (!DIGITS.matcher(origin).matches() || origin.length() <= digits) {
      throw new Invalid("face", "codes-not-numbered", Map.of("code", origin));
    }
    String prefix = origin.substring(0, origin.length() - digits);
    codes.put(face.id(), next(face, prefix, digits));
  }

  private void micro(Face face) {
    // Of a grid that goes on the id is its code.
    String parent = face.parent().orElse("");
    String above = codes.getOrDefault(parent, parent);
    if (!DIGITS.matcher(above).matches()) {
      throw new Invalid("face", "codes-not-numbered", Map.of("code", face.area().code()));
    }
    codes.put(face.id(), next(face, above, digits(Level.MICRO_GRID, Level.GRID)));
  }

  private int digits(Level level, Level above) {
    Integer all = scheme.digits().get(level);
    Integer before = scheme.digits().get(above);
    if (all == null || before == null || all <= before) {
      throw new Invalid("face", "codes-not-numbered", Map.of("code", scheme.reference()));
    }
    return all - before;
  }

  private String next(Face face, String prefix, int digits) {
    int last = given.computeIfAbsent(prefix, key -> lastNumber.below(key, digits));
    int number = last + 1;
    if (Integer.toString(number).length() > digits) {
      throw Refusal.at(
          face.label(), "face", "codes-exhausted", Map.of("prefix", prefix, "last", last));
    }
    given.put(prefix, number);
    return prefix + String.format(Locale.ROOT, "%0" + digits + "d", number);
  }
}
