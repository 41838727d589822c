package org.wangge.shift;

/**
 * That somebody is on duty in an area.
 *
 * @param id given by the store, from 1; 0 before
 * @param area code of an area of the tree
 * @param post as what
 * @param staff code of the person
 * @param span when
 * @param generated whether it belongs to a demonstration
 */
public record RosterEntry(
    long id, String area, DutyPost post, String staff, DutySpan span, boolean generated) {

  /** The same time in the same post, for somebody else. */
  RosterDraft of(String other) {
    return new RosterDraft(post, other, span);
  }
}
