package org.wangge.visit;

import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.people.PersonalField;
import org.wangge.place.Door;

/** Who sees what of a door. Whether it is there at all, its scope says. Pure. */
final class VisitSight {
  private VisitSight() {}

  static boolean covers(AreaScope scope, Door door) {
    return scope.covers(door.grid(), door.at());
  }

  /**
   * Whether somebody is told how a household is marked: who goes there is. To everybody else rules
   * about marked households are numbers.
   */
  static boolean seesMarks(Caller caller, Door door) {
    return caller.has(Right.WORK_VISITS) && covers(caller.with(Right.WORK_VISITS).scope(), door);
  }

  /** A visit as somebody reads it: whole to whom a report would be. */
  static Visit reading(Caller caller, Visit visit) {
    Door door = visit.door();
    return PersonalField.REPORTER_PHONE.isWholeTo(caller.rights().rolesAt(door.grid(), door.at()))
        ? visit
        : visit.masked();
  }
}
