package org.wangge.access;

import java.util.Locale;

/**
 * What a caller may be. See domain.md, "Who uses it"; accounts and grants come with {@code people}.
 */
public enum Role {
  /** Anyone, without an account. */
  RESIDENT,
  /** A read-only wall display. */
  WALL,
  OPERATOR,
  PLANNER,
  APPROVER,
  LIAISON,
  WORKER,
  HANDLER,
  SUPERVISOR,
  ADMINISTRATOR;

  /** How it is written in answers. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it is of someone who works here, or of a screen that hangs here. */
  public boolean isStaff() {
    return this != RESIDENT;
  }
}
