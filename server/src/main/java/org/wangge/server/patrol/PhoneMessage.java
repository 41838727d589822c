package org.wangge.server.patrol;

import java.util.List;
import org.wangge.patrol.PhoneReading;

/**
 * What an app on a phone sent.
 *
 * @param readings where it says that the phone was, in the order it said so
 * @param dropped why other parts of it say nothing of where the phone was, a word each
 */
record PhoneMessage(List<PhoneReading> readings, List<String> dropped) {
  PhoneMessage {
    readings = List.copyOf(readings);
    dropped = List.copyOf(dropped);
  }

  static PhoneMessage of(PhoneReading reading) {
    return new PhoneMessage(List.of(reading), List.of());
  }

  /** One that can be read and says nothing of a place. */
  static PhoneMessage dropped(String why) {
    return new PhoneMessage(List.of(), List.of(why));
  }
}
