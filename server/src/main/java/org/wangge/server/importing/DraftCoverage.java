package org.wangge.server.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.wangge.geo.LatticeShape;
import org.wangge.grid.Area;
import org.wangge.grid.AreaDraft;
import org.wangge.grid.CoverageCheck;
import org.wangge.grid.CoverageReport;
import org.wangge.grid.Level;

/** Checks how drafts would cover the ground, together with what is already there. Pure. */
final class DraftCoverage {
  private final Map<String, AreaDraft> drafts = new TreeMap<>();
  private final Map<String, Area> existing;

  private DraftCoverage(List<AreaDraft> drafts, Map<String, Area> existing) {
    drafts.forEach(draft -> this.drafts.put(draft.code(), draft));
    this.existing = existing;
  }

  /** A report for each level of which an outline came in. */
  static Map<Level, CoverageReport> check(List<AreaDraft> drafts, Map<String, Area> existing) {
    DraftCoverage coverage = new DraftCoverage(drafts, existing);
    Map<Level, CoverageReport> reports = new EnumMap<>(Level.class);
    Set<Level> levels = new LinkedHashSet<>();
    drafts.stream().filter(d -> d.shape().isPresent()).forEach(d -> levels.add(d.level()));
    levels.forEach(level -> reports.put(level, coverage.check(level)));
    return reports;
  }

  private CoverageReport check(Level level) {
    List<CoverageCheck.Member> members = new ArrayList<>();
    Map<String, Set<String>> childrenOf = new HashMap<>();
    for (AreaDraft draft : drafts.values()) {
      if (draft.level() == level && draft.shape().isPresent()) {
        members.add(new CoverageCheck.Member(draft.code(), draft.shape().get(), true));
        draft.parent().ifPresent(parent -> note(childrenOf, parent, draft.code()));
      }
    }
    for (Area area : existing.values()) {
      if (area.level() == level && area.shape().isPresent() && !isDrawnAnew(area.code())) {
        members.add(new CoverageCheck.Member(area.code(), area.shape().get(), false));
        area.parentCode()
            .filter(childrenOf::containsKey)
            .ifPresent(parent -> note(childrenOf, parent, area.code()));
      }
    }
    return CoverageCheck.check(members, parents(childrenOf), CoverageCheck.Bounds.USUAL);
  }

  private boolean isDrawnAnew(String code) {
    return Optional.ofNullable(drafts.get(code)).flatMap(AreaDraft::shape).isPresent();
  }

  private List<CoverageCheck.Parent> parents(Map<String, Set<String>> childrenOf) {
    List<CoverageCheck.Parent> parents = new ArrayList<>();
    childrenOf.forEach(
        (code, children) ->
            shapeOf(code)
                .ifPresent(shape -> parents.add(new CoverageCheck.Parent(code, shape, children))));
    return parents;
  }

  private Optional<LatticeShape> shapeOf(String code) {
    return Optional.ofNullable(drafts.get(code))
        .flatMap(AreaDraft::shape)
        .or(() -> Optional.ofNullable(existing.get(code)).flatMap(Area::shape));
  }

  private static void note(Map<String, Set<String>> childrenOf, String parent, String child) {
    childrenOf.computeIfAbsent(parent, code -> new HashSet<>()).add(child);
  }
}
