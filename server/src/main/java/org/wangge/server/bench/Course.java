package org.wangge.server.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.wangge.patrol.Fix;
import org.wangge.patrol.PersonFixes;

/**
 * Which fixes the batches of a run hold: some of each device, the devices in turn, each batch up to
 * one instant.
 *
 * @param devices whose
 * @param base instant of the first batch
 * @param periodMillis from one batch to the next
 * @param size fixes of a batch
 * @param each fixes of one device in a batch, about a second apart
 */
record Course(Devices devices, Instant base, long periodMillis, int size, int each) {
  static final long NOT_SENT = -1;
  static final long ELSEWHERE = -2;

  /** No two fixes of a batch are the same number of whole periods before its instant. */
  private static final long APART_MILLIS = 1_001;

  List<PersonFixes> batch(int number) {
    long until = base.toEpochMilli() + number * periodMillis;
    List<PersonFixes> batch = new ArrayList<>(size / each);
    for (int i = 0; i < size; i += each) {
      long index = (long) number * size + i;
      int device = device(index);
      List<Fix> fixes = new ArrayList<>(each);
      for (int j = 0; j < each; j++) {
        Instant at = Instant.ofEpochMilli(until - (each - 1 - j) * APART_MILLIS);
        fixes.add(new Fix(devices.at(device, step(index) + j), at));
      }
      batch.add(new PersonFixes(devices.staffCode(device), fixes, false));
    }
    return batch;
  }

  int device(long index) {
    return (int) (index / each % devices.count());
  }

  private int step(long index) {
    return (int) (index / each / devices.count()) * each;
  }

  /**
   * Which fix of the run this is, counted from 0; {@link #NOT_SENT} for one of another run, {@link
   * #ELSEWHERE} for one that was sent from another place.
   *
   * @param batches how many were sent
   */
  long indexOf(String staffCode, Fix fix, int batches) {
    long millis = fix.at().toEpochMilli() - base.toEpochMilli();
    for (int j = 0; j < each; j++) {
      long until = millis + (each - 1 - j) * APART_MILLIS;
      if (until >= 0 && until % periodMillis == 0 && until / periodMillis < batches) {
        return indexOf(devices.number(staffCode), fix, until / periodMillis * size, j);
      }
    }
    return NOT_SENT;
  }

  private long indexOf(int device, Fix fix, long first, int j) {
    int after = Math.floorMod(device - device(first), devices.count());
    long index = first + (long) after * each;
    boolean there =
        index < first + size && fix.location().equals(devices.at(device, step(index) + j));
    return there ? index + j : ELSEWHERE;
  }
}
