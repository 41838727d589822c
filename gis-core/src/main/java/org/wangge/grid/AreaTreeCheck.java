package org.wangge.grid;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.Invalid;
import org.wangge.geo.Validity;

/**
 * Judges drafts of areas by their codes, levels and parents, among themselves and against what is
 * on record. Pure: the same input gives the same plan. A refused record does not stop the others,
 * except those below it.
 */
public final class AreaTreeCheck {
  private final CodeScheme scheme;
  private final Map<String, Area> existing;
  private final Predicate<String> everUsed;
  private final boolean replace;

  /**
   * @param scheme rule of their codes
   * @param existing the areas of the partition now, by code
   * @param everUsed whether a code was ever given to an area, also one long gone
   * @param replace whether a draft may give an existing area another state
   */
  public AreaTreeCheck(
      CodeScheme scheme, Map<String, Area> existing, Predicate<String> everUsed, boolean replace) {
    this.scheme = scheme;
    this.existing = Map.copyOf(existing);
    this.everUsed = everUsed;
    this.replace = replace;
  }

  /** What the drafts would do. */
  public AreaPlan plan(List<AreaDraft> drafts) {
    return new Run().plan(drafts);
  }

  /** The state of one judgement. */
  private final class Run {
    private final Map<String, AreaDraft> kept = new LinkedHashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final List<AreaFinding> findings = new ArrayList<>();

    AreaPlan plan(List<AreaDraft> drafts) {
      drafts.forEach(this::keepIfCodeIsGood);
      refuseCycles();
      List<AreaDraft> fromTop = new ArrayList<>(kept.values());
      fromTop.sort(Comparator.comparing(AreaDraft::level));
      fromTop.forEach(this::refuseBadParent);
      List<AreaDraft> added = new ArrayList<>();
      List<AreaDraft> changed = new ArrayList<>();
      List<AreaDraft> unchanged = new ArrayList<>();
      for (AreaDraft draft : fromTop) {
        if (kept.containsKey(draft.code())) {
          sort(draft, added, changed, unchanged);
        }
      }
      findings.sort(Comparator.comparing(AreaFinding::place));
      return new AreaPlan(added, changed, unchanged, findings);
    }

    private void keepIfCodeIsGood(AreaDraft draft) {
      try {
        scheme.check("code", draft.level(), draft.code());
      } catch (Invalid invalid) {
        refuse(draft, invalid.code(), invalid.details());
        return;
      }
      AreaDraft first = kept.get(draft.code());
      if (first != null) {
        refuse(
            draft,
            "code-duplicate",
            Map.of("code", draft.code(), "first", first.place().toString()));
        return;
      }
      if (!existing.containsKey(draft.code()) && everUsed.test(draft.code())) {
        refuse(draft, "code-used", Map.of("code", draft.code()));
        return;
      }
      if (!existing.containsKey(draft.code()) && draft.name().isBlank()) {
        refuse(draft, "name-missing", Map.of("code", draft.code()));
        return;
      }
      kept.put(draft.code(), draft);
    }

    private void refuseCycles() {
      Set<String> done = new HashSet<>();
      for (AreaDraft draft : List.copyOf(kept.values())) {
        Set<String> path = new LinkedHashSet<>();
        AreaDraft step = draft;
        while (step != null && !done.contains(step.code()) && path.add(step.code())) {
          step = step.parentOrNull() == null ? null : kept.get(step.parentOrNull());
        }
        if (step != null && path.contains(step.code())) {
          refuseCycle(List.copyOf(path), step.code());
        }
        done.addAll(path);
      }
    }

    private void refuseCycle(List<String> path, String entry) {
      List<String> cycle = new ArrayList<>(path.subList(path.indexOf(entry), path.size()));
      cycle.add(entry);
      String told = String.join(" → ", cycle.size() > 20 ? cycle.subList(0, 20) : cycle);
      for (String code : path.subList(path.indexOf(entry), path.size())) {
        AreaDraft draft = kept.get(code);
        if (draft != null) {
          refuse(draft, "parent-cycle", Map.of("code", code, "cycle", told));
          kept.remove(code);
        }
      }
    }

    private void refuseBadParent(AreaDraft draft) {
      Optional<AreaFinding> bad = badParent(draft);
      bad.ifPresent(
          finding -> {
            findings.add(finding);
            refused.add(draft.code());
            kept.remove(draft.code());
          });
      String parent = draft.parentOrNull();
      if (bad.isEmpty() && parent != null && !draft.code().startsWith(parent)) {
        findings.add(
            AreaFinding.warning(
                draft,
                "code-not-below-parent",
                null,
                Map.of("code", draft.code(), "parent", parent)));
      }
    }

    private Optional<AreaFinding> badParent(AreaDraft draft) {
      String parent = draft.parentOrNull();
      boolean top = draft.level() == Level.DISTRICT || draft.level() == Level.OVERLAY;
      if (top && parent != null) {
        return Optional.of(
            AreaFinding.refused(
                draft, "parent-not-wanted", Map.of("code", draft.code(), "parent", parent)));
      }
      if (parent == null) {
        return top
            ? Optional.empty()
            : Optional.of(
                AreaFinding.refused(
                    draft,
                    "parent-missing",
                    Map.of("code", draft.code(), "level", draft.level().word())));
      }
      Level above = levelOf(parent);
      if (above == null) {
        String problem = refused.contains(parent) ? "parent-refused" : "parent-unknown";
        return Optional.of(
            AreaFinding.refused(draft, problem, Map.of("code", draft.code(), "parent", parent)));
      }
      if (!draft.level().mayHangBelow(above)) {
        return Optional.of(
            AreaFinding.refused(
                draft,
                "parent-level",
                Map.of(
                    "code", draft.code(),
                    "level", draft.level().word(),
                    "parent", parent,
                    "parentLevel", above.word())));
      }
      return Optional.empty();
    }

    private @Nullable Level levelOf(String code) {
      Area area = existing.get(code);
      if (area != null) {
        return area.level();
      }
      AreaDraft draft = kept.get(code);
      return draft == null ? null : draft.level();
    }

    private void sort(
        AreaDraft draft,
        List<AreaDraft> added,
        List<AreaDraft> changed,
        List<AreaDraft> unchanged) {
      Area before = existing.get(draft.code());
      if (before == null) {
        added.add(draft);
      } else if (draft.over(before, Validity.since(Instant.EPOCH), "").sameStateAs(before)) {
        unchanged.add(draft);
      } else if (!replace) {
        refuse(draft, "code-taken", Map.of("code", draft.code(), "name", before.name()));
      } else if (before.level() != draft.level()) {
        refuse(
            draft,
            "level-changed",
            Map.of(
                "code", draft.code(),
                "level", draft.level().word(),
                "existing", before.level().word()));
      } else {
        changed.add(draft);
      }
    }

    private void refuse(AreaDraft draft, String problem, Map<String, Object> details) {
      refused.add(draft.code());
      findings.add(AreaFinding.refused(draft, problem, details));
    }
  }

  /** Areas by code, as {@code existing} wants them. */
  public static Map<String, Area> byCode(List<Area> areas) {
    Map<String, Area> byCode = new HashMap<>();
    areas.forEach(area -> byCode.put(area.code(), area));
    return byCode;
  }
}
