package org.wangge.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a caller may be. See domain.md, "Who uses it"; accounts and grants come with {@code people}.
 */
public enum Role {
  /** Anyone, without an account. */
  RESIDENT,
  /** Anyone with an account, for what concerns that account. */
  MEMBER,
  /** A read-only wall display. */
  WALL,
  /** An app on somebody's phone that only sends where it is. */
  PHONE,
  /** 志愿者: does errands for neighbours and is told of nothing else. */
  VOLUNTEER,
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

  /** The role of a word; empty where there is none. */
  public static Optional<Role> find(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  /** Whether somebody can be given it: the others come by themselves. */
  public boolean isGranted() {
    return this == VOLUNTEER || (isStaff() && this != WALL);
  }

  /** Whether it may be held only in a session begun with a second factor. */
  public boolean wantsSecondFactor() {
    return this == LIAISON || this == ADMINISTRATOR;
  }

  /** Whether it is of someone who works here, or of a screen that hangs here. */
  public boolean isStaff() {
    return this != RESIDENT && this != MEMBER && this != PHONE && this != VOLUNTEER;
  }
}
