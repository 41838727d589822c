package org.wangge.plan.record;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;

/**
 * That an edit was dropped when its plan was rebased, because it no longer applied. The edit itself
 * stays on record.
 *
 * @param seq number of the edit
 * @param version of the plan that the rebase made
 * @param code why it did not apply: the code of its refusal
 * @param placeOrNull where, if the refusal named a place
 */
public record DroppedEdit(int seq, int version, String code, @Nullable LatticePoint placeOrNull) {

  public Optional<LatticePoint> place() {
    return Optional.ofNullable(placeOrNull);
  }
}
