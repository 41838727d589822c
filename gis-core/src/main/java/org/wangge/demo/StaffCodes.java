package org.wangge.demo;

import java.util.ArrayList;
import java.util.List;
import org.wangge.grid.Duty;
import org.wangge.grid.InCharge;

/** Gives out staff codes: who they are stands nowhere, they are made up. Not thread-safe. */
final class StaffCodes {
  private final List<InCharge> given = new ArrayList<>();

  /** A new person with a duty. */
  InCharge next(Duty duty) {
    InCharge person = new InCharge(duty, "D%04d".formatted(given.size() + 1));
    given.add(person);
    return person;
  }

  List<String> all() {
    return given.stream().map(InCharge::staffCode).toList();
  }
}
