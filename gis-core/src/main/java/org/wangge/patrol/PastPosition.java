package org.wangge.patrol;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where somebody on duty was at an instant that is over.
 *
 * @param staffCode code of the person
 * @param fix what their phone had said last
 * @param generated whether a demonstration made it up
 */
public record PastPosition(String staffCode, Fix fix, boolean generated) {
  /** Of whose phone had said nothing for so long nobody can say where they were. */
  public static final Duration SILENCE = Duration.ofMinutes(5);

  /** Where everybody was at an instant, in the order of their codes, by tracks about it. */
  public static List<PastPosition> at(Collection<Track> tracks, Instant at) {
    Map<String, PastPosition> last = new TreeMap<>();
    for (Track track : tracks) {
      for (Fix fix : track.fixes()) {
        if (!fix.at().isAfter(at) && fix.at().isAfter(at.minus(SILENCE))) {
          last.merge(
              track.staffCode(),
              new PastPosition(track.staffCode(), fix, track.generated()),
              (a, b) -> a.fix().at().isAfter(b.fix().at()) ? a : b);
        }
      }
    }
    return List.copyOf(last.values());
  }
}
