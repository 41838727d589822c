package org.wangge.server.patrol;

import java.util.ArrayList;
import java.util.List;
import org.wangge.fault.Invalid;
import org.wangge.geo.LatticePoint;
import org.wangge.patrol.Fix;
import org.wangge.patrol.PhoneReading;
import org.wangge.patrol.PositionIntake;
import org.wangge.people.Device;

/**
 * Brings what phones say to where all positions are taken in: their owner's, as of the datum they
 * are declared to speak. Thread-safe.
 */
final class PhoneIntake {
  private final PositionDesk desk;

  PhoneIntake(PositionDesk desk) {
    this.desk = desk;
  }

  /** Takes a message; what is accepted of it is durable when this returns. */
  PhoneOutcome take(Device phone, PhoneMessage message) {
    String staffCode = phone.staffCode().orElseThrow();
    List<String> refused = new ArrayList<>(message.dropped());
    List<String> flagged = new ArrayList<>();
    List<PositionIntake.Sent> sent = new ArrayList<>();
    for (PhoneReading reading : message.readings()) {
      if (!reading.isPlace()) {
        refused.add("no-place");
        continue;
      }
      try {
        sent.add(new PositionIntake.Sent(sent.size(), staffCode, fix(phone, reading)));
        reading.doubt().ifPresent(flagged::add);
      } catch (Invalid e) {
        refused.add(e.code());
      }
    }
    PositionIntake.Judged judged = desk.take(phone.caller(), sent, false);
    judged.refused().forEach(one -> refused.add(one.code()));
    judged.jumps().forEach(index -> flagged.add("jump"));
    return new PhoneOutcome(judged.accepted(), judged.duplicates(), refused, flagged);
  }

  private static Fix fix(Device phone, PhoneReading reading) {
    org.wangge.geo.Position wgs84 =
        phone.datum().system().toWgs84(reading.lonDegrees(), reading.latDegrees());
    return new Fix(LatticePoint.ofDegrees(wgs84.lonDegrees(), wgs84.latDegrees()), reading.at());
  }
}
