package org.wangge.plan.redraw;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.wangge.fault.Invalid;
import org.wangge.grid.CodeScheme;
import org.wangge.grid.Level;
import org.wangge.plan.topology.Face;
import org.wangge.plan.topology.Refusal;
import org.wangge.plan.topology.Topology;

/**
 * The codes of new areas: the next numbers that were never used, west to east, then north to south,
 * below each community and each grid (domain.md, "Levels and codes"). Immutable.
 */
public final class Numbering {
  /** Of no new area. */
  static final Numbering NONE = new Numbering(HashTreePMap.empty(), HashTreePMap.empty());

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private final PMap<Group, PMap<String, Face>> groups;
  private final PMap<String, Numbered> numbered;

  /**
   * What is numbered together.
   *
   * @param level of the new areas
   * @param above what is before their numbers: of grids the code, of micro-grids the id of the grid
   */
  private record Group(Level level, String above) {}

  private record Numbered(Group group, String code) {}

  private Numbering(PMap<Group, PMap<String, Face>> groups, PMap<String, Numbered> numbered) {
    this.groups = groups;
    this.numbered = numbered;
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

  /** The code of a new face; empty where it is none. */
  Optional<String> codeOf(@Nullable String id) {
    return Optional.ofNullable(id).map(numbered::get).map(Numbered::code);
  }

  /**
   * The codes after some faces came, changed or went.
   *
   * @param ids theirs
   * @param renumbered gets the ids of all faces of which the code is another one than before
   * @throws Invalid with code {@code codes-exhausted} or {@code codes-not-numbered}
   */
  Numbering next(Topology topology, Set<String> ids, Terms terms, Set<String> renumbered) {
    Renumbering work = new Renumbering(this, terms, renumbered);
    ids.forEach(work::leave);
    ids.forEach(id -> topology.find(id).filter(Face::born).ifPresent(work::enter));
    work.number(Level.GRID);
    work.number(Level.MICRO_GRID);
    return new Numbering(work.groups, work.numbered);
  }

  /** One step from some codes to the next. */
  private static final class Renumbering {
    private final Numbering before;
    private final Terms terms;
    private final Set<String> renumbered;
    private final Set<Group> open = new LinkedHashSet<>();
    private PMap<Group, PMap<String, Face>> groups;
    private PMap<String, Numbered> numbered;

    Renumbering(Numbering before, Terms terms, Set<String> renumbered) {
      this.before = before;
      this.terms = terms;
      this.renumbered = renumbered;
      this.groups = before.groups;
      this.numbered = before.numbered;
    }

    void leave(String id) {
      Numbered was = numbered.get(id);
      if (was != null) {
        numbered = numbered.minus(id);
        groups = groups.plus(was.group(), facesOf(was.group()).minus(id));
        open.add(was.group());
      }
    }

    void enter(Face face) {
      if (face.level() == Level.GRID || face.level() == Level.MICRO_GRID) {
        Group group = groupOf(face);
        groups = groups.plus(group, facesOf(group).plus(face.id(), face));
        open.add(group);
      }
    }

    private PMap<String, Face> facesOf(Group group) {
      return groups.getOrDefault(group, HashTreePMap.empty());
    }

    private Group groupOf(Face face) {
      if (face.level() == Level.MICRO_GRID) {
        return new Group(Level.MICRO_GRID, face.parent().orElse(""));
      }
      String origin = face.area().code();
      int digits = digits(face);
      if (!DIGITS.matcher(origin).matches() || origin.length() <= digits) {
        throw new Invalid("face", "codes-not-numbered", Map.of("code", origin));
      }
      return new Group(Level.GRID, origin.substring(0, origin.length() - digits));
    }

    void number(Level level) {
      for (Group group : Set.copyOf(open)) {
        if (group.level() == level) {
          number(group);
        }
      }
    }

    private void number(Group group) {
      // Of a grid that goes on the id is its code.
      String prefix =
          group.level() == Level.GRID
              ? group.above()
              : Optional.ofNullable(numbered.get(group.above()))
                  .map(Numbered::code)
                  .orElse(group.above());
      int number = -1;
      for (Face face : Topology.inOrder(facesOf(group).values())) {
        int digits = digits(face);
        if (number < 0) {
          requireDigits(face, prefix);
          number = terms.lastNumber().below(prefix, digits);
        }
        number++;
        give(face, group, code(face, prefix, digits, number));
      }
    }

    private void give(Face face, Group group, String code) {
      numbered = numbered.plus(face.id(), new Numbered(group, code));
      if (!before.codeOf(face.id()).equals(Optional.of(code))) {
        renumbered.add(face.id());
        open.add(new Group(Level.MICRO_GRID, face.id()));
      }
    }

    private static void requireDigits(Face face, String prefix) {
      if (!DIGITS.matcher(prefix).matches()) {
        throw new Invalid("face", "codes-not-numbered", Map.of("code", face.area().code()));
      }
    }

    private static String code(Face face, String prefix, int digits, int number) {
      if (Integer.toString(number).length() > digits) {
        throw Refusal.at(
            face.label(), "face", "codes-exhausted", Map.of("prefix", prefix, "last", number - 1));
      }
      return prefix + String.format(Locale.ROOT, "%0" + digits + "d", number);
    }

    private int digits(Face face) {
      CodeScheme scheme = terms.scheme().apply(face.area());
      Level above = face.level() == Level.GRID ? Level.COMMUNITY : Level.GRID;
      Integer all = scheme.digits().get(face.level());
      Integer before = scheme.digits().get(above);
      if (all == null || before == null || all <= before) {
        throw new Invalid("face", "codes-not-numbered", Map.of("code", scheme.reference()));
      }
      return all - before;
    }
  }
}
