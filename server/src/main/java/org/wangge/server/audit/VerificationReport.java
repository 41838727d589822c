package org.wangge.server.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.audit.Digest;

/**
 * What a verification found.
 *
 * @param sealed how many sealed records there are
 * @param unsealed how many wait for their number
 * @param number the greatest number
 * @param chain the last link
 * @param counts how often each kind of finding was made
 * @param findings the first of them, in the order in which they were made
 */
public record VerificationReport(
    long sealed,
    long unsealed,
    long number,
    Digest chain,
    Map<Finding.Kind, Long> counts,
    List<Finding> findings) {

  public VerificationReport {
    counts = Map.copyOf(counts);
    findings = List.copyOf(findings);
  }

  /** Whether nothing is wrong. */
  public boolean isSound() {
    return counts.isEmpty();
  }

  /** The first thing that is wrong. */
  public Optional<Finding> first() {
    return findings.stream().findFirst();
  }
}
