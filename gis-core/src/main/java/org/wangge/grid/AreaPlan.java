package org.wangge.grid;

import java.util.List;

/**
 * What a checked list of drafts would do to what is on record.
 *
 * @param added drafts of areas that have never been, parents before children
 * @param changed drafts that give an existing area another state
 * @param unchanged drafts of areas that exist just so
 * @param findings every refusal and remark, in the order of the file
 */
public record AreaPlan(
    List<AreaDraft> added,
    List<AreaDraft> changed,
    List<AreaDraft> unchanged,
    List<AreaFinding> findings) {

  public AreaPlan {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    unchanged = List.copyOf(unchanged);
    findings = List.copyOf(findings);
  }

  /** How many drafts are not refused. */
  public int accepted() {
    return added.size() + changed.size() + unchanged.size();
  }

  public boolean refusesAny() {
    return findings.stream().anyMatch(AreaFinding::refuses);
  }
}
