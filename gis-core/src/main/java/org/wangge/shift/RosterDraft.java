package org.wangge.shift;

/**
 * That somebody shall be on duty.
 *
 * @param post as what
 * @param staff code of the person
 * @param span when
 */
public record RosterDraft(DutyPost post, String staff, DutySpan span) {}
