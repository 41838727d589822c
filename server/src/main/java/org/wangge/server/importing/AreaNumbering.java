package org.wangge.server.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.AreaDraft;
import org.wangge.grid.AreaFinding;
import org.wangge.grid.CodeScheme;
import org.wangge.grid.Level;
import org.wangge.grid.RecordPlace;

/**
 * Gives codes to areas of a file that has none: three digits below a parent, given out from west to
 * east, then from north to south, so that the same file always gets the same codes. Pure.
 */
public sealed interface AreaNumbering {
  /** Three digits hold so many. */
  int NUMBERS_A_PARENT = 999;

  /** Where areas without any point are put: behind all others. */
  LatticePoint NOWHERE = new LatticePoint(Integer.MAX_VALUE, 0);

  /** The order in which numbers are given out. */
  Comparator<LatticePoint> WEST_TO_EAST =
      Comparator.comparingInt(LatticePoint::lon).thenComparingInt(point -> -point.lat());

  /** What came of it: all drafts, some with new codes, and those for which no number was left. */
  record Numbered(List<AreaDraft> drafts, List<AreaFinding> refused, int parentsMade) {}

  Numbered apply(List<AreaDraft> drafts, CodeScheme scheme);

  /** Every record brings its own code; one without is refused. */
  record Own() implements AreaNumbering {
    @Override
    public Numbered apply(List<AreaDraft> drafts, CodeScheme scheme) {
      List<AreaDraft> kept = new ArrayList<>();
      List<AreaFinding> refused = new ArrayList<>();
      for (AreaDraft draft : drafts) {
        if (draft.code().isEmpty()) {
          refused.add(AreaFinding.refused(draft, "code-missing", Map.of()));
        } else {
          kept.add(draft);
        }
      }
      return new Numbered(kept, refused, 0);
    }
  }

  /**
   * Numbers below one parent that exists or is in the file.
   *
   * @param parent its code
   * @param from the first number to give, 1 to 999
   */
  record Below(String parent, int from) implements AreaNumbering {
    public Below {
      if (from < 1 || from > NUMBERS_A_PARENT) {
        throw new ImportStopped(
            "number-from", RecordPlace.FILE, Map.of("given", from, "largest", NUMBERS_A_PARENT));
      }
    }

    @Override
    public Numbered apply(List<AreaDraft> drafts, CodeScheme scheme) {
      Map<RecordPlace, AreaDraft> numbered = new HashMap<>();
      List<AreaFinding> refused = new ArrayList<>();
      int number = from;
      for (AreaDraft draft : inOrder(drafts)) {
        requireLevel(draft.level(), scheme, parent.length() + 3);
        if (number > NUMBERS_A_PARENT) {
          refused.add(
              AreaFinding.refused(
                  draft, "numbers-exhausted", Map.of("parent", parent, "from", from)));
        } else {
          numbered.put(draft.place(), number(draft, parent, number++));
        }
      }
      return new Numbered(merged(drafts, numbered), refused, 0);
    }
  }

  /**
   * Numbers below a district made for trying out: one street, and as many communities as are
   * needed, each with up to 999 grids.
   *
   * @param district six digits
   */
  record ScratchDistrict(String district) implements AreaNumbering {

    @Override
    public Numbered apply(List<AreaDraft> drafts, CodeScheme scheme) {
      scheme.check("scratchDistrict", Level.DISTRICT, district);
      List<AreaDraft> order = inOrder(drafts);
      String street = district + "001";
      List<AreaDraft> all = new ArrayList<>();
      if (!order.isEmpty()) {
        all.add(made(Level.DISTRICT, district, "试验区 " + district, ""));
        all.add(made(Level.STREET, street, "试验街道", district));
      }
      int parents = all.size();
      Map<RecordPlace, AreaDraft> numbered = new HashMap<>();
      String community = "";
      for (int i = 0; i < order.size(); i++) {
        requireLevel(order.get(i).level(), scheme, 15);
        if (i % NUMBERS_A_PARENT == 0) {
          int which = i / NUMBERS_A_PARENT + 1;
          community = street + threeDigits(which);
          all.add(made(Level.COMMUNITY, community, "试验社区 " + which, street));
          parents++;
        }
        AreaDraft draft = order.get(i);
        numbered.put(draft.place(), number(draft, community, i % NUMBERS_A_PARENT + 1));
      }
      all.addAll(merged(drafts, numbered));
      return new Numbered(all, List.of(), parents);
    }

    private static AreaDraft made(Level level, String code, String name, String parent) {
      return AreaDraft.of(RecordPlace.FILE, level, code, name, parent.isEmpty() ? null : parent);
    }
  }

  private static List<AreaDraft> inOrder(List<AreaDraft> drafts) {
    // Finding a point inside costs, so it is done once for each.
    Map<RecordPlace, LatticePoint> points = new HashMap<>();
    drafts.forEach(draft -> points.put(draft.place(), where(draft)));
    Comparator<RecordPlace> byPoint =
        Comparator.comparing(place -> points.getOrDefault(place, NOWHERE), WEST_TO_EAST);
    return drafts.stream()
        .filter(draft -> draft.code().isEmpty())
        .sorted(Comparator.comparing(AreaDraft::place, byPoint.thenComparing(place -> place)))
        .toList();
  }

  private static LatticePoint where(AreaDraft draft) {
    return draft.shape().map(LatticeShape::labelPoint).or(draft::anchor).orElse(NOWHERE);
  }

  private static void requireLevel(Level level, CodeScheme scheme, int digits) {
    Integer wanted = scheme.digits().get(level);
    if (wanted == null || wanted != digits) {
      throw new ImportStopped(
          "numbering-level", RecordPlace.FILE, Map.of("level", level.word(), "digits", digits));
    }
  }

  private static AreaDraft number(AreaDraft draft, String parent, int number) {
    String code = parent + threeDigits(number);
    return draft.numbered(code, draft.name().replace("{code}", code), parent);
  }

  private static String threeDigits(int number) {
    return String.format(Locale.ROOT, "%03d", number);
  }

  /** All drafts in the file's order, with codes where one was given; the rest had one. */
  private static List<AreaDraft> merged(
      List<AreaDraft> drafts, Map<RecordPlace, AreaDraft> numbered) {
    List<AreaDraft> all = new ArrayList<>();
    for (AreaDraft draft : drafts) {
      AreaDraft withCode = numbered.get(draft.place());
      if (withCode != null) {
        all.add(withCode);
      } else if (!draft.code().isEmpty()) {
        all.add(draft);
      }
    }
    return all;
  }
}
