package org.wangge.incident;

import java.time.Instant;
import org.wangge.access.Caller;

/**
 * Something that was done to an incident.
 *
 * @param incidentId to which
 * @param version of the incident afterwards
 * @param action what
 * @param step where that led
 * @param at when
 * @param account by whom: the id of an account
 * @param reason why; empty where none was wanted or given
 */
public record Deed(
    String incidentId,
    int version,
    Action action,
    Step step,
    Instant at,
    String account,
    String reason) {

  /** Something that has just been done. */
  static Deed of(Incident changed, Action action, Instant at, Caller caller, String reason) {
    return new Deed(
        changed.id(), changed.version(), action, changed.step(), at, caller.account(), reason);
  }

  /** The same for another reason. */
  Deed because(String other) {
    return new Deed(incidentId, version, action, step, at, account, other);
  }
}
