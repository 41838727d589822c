package org.wangge.patrol;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wangge.geo.LatticePoint;

/** Fixes of one person in bytes, some seven a fix, in the order they came in. Not thread-safe. */
final class FixRun {
  /** What the first fix is the difference to. */
  static final Fix NOWHERE = new Fix(new LatticePoint(0, 0), Instant.EPOCH);

  private final ByteSink bytes = new ByteSink(24);
  private Fix last = NOWHERE;
  private int count;
  private boolean generated = true;

  void add(Fix fix, boolean isGenerated) {
    FixCodec.writeAfter(last, fix, bytes);
    last = fix;
    count++;
    generated &= isGenerated;
  }

  /** All of them in the order they came in. */
  List<Fix> fixes() {
    return FixCodec.decode(count, bytes.toBytes());
  }

  /** All of them in the order of their times; of one instant the first that came in. */
  PersonFixes ofPerson(String staffCode) {
    Map<Instant, Fix> ordered = new TreeMap<>();
    List<Fix> all = fixes();
    if (isOrdered(all)) {
      return new PersonFixes(staffCode, all, generated);
    }
    all.forEach(fix -> ordered.putIfAbsent(fix.at(), fix));
    return new PersonFixes(staffCode, List.copyOf(ordered.values()), generated);
  }

  private static boolean isOrdered(List<Fix> fixes) {
    for (int i = 1; i < fixes.size(); i++) {
      if (!fixes.get(i).at().isAfter(fixes.get(i - 1).at())) {
        return false;
      }
    }
    return true;
  }
}
