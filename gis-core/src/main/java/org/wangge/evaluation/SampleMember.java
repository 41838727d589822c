package org.wangge.evaluation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An incident of a sample.
 *
 * @param sampleId of which sample
 * @param place in the order in which they were drawn, from 1
 * @param lot how it was drawn
 * @param version counts its assessments; 0 before the first
 * @param assessmentOrNull the one that holds; null before
 */
public record SampleMember(
    long sampleId, int place, Lot lot, int version, @Nullable Assessment assessmentOrNull) {

  public String incidentId() {
    return lot.incidentId();
  }

  /** The assessment that holds; empty before one is given. */
  public Optional<Assessment> assessment() {
    return Optional.ofNullable(assessmentOrNull);
  }
}
