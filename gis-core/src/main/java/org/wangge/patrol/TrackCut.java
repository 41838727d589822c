package org.wangge.patrol;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Cuts what a person's device said into tracks: where it was silent for longer than {@link
 * #LONGEST_PAUSE}, and at midnight, so that a device that never rests makes a track a day. The same
 * fixes give the same tracks under the same ids, in whatever pieces they came. Immutable.
 */
public final class TrackCut {
  /** A longer silence ends a track. */
  public static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private static final DateTimeFormatter BEGIN = DateTimeFormatter.ofPattern("HHmm");

  private final ZoneId zone;

  /**
   * Makes a cut.
   *
   * @param zone whose midnight it is, and whose time of day stands in the ids
   */
  public TrackCut(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Cuts fixes of one person.
   *
   * @param fixes each later than the one before; none gives no track
   */
  public List<Track> cut(String staffCode, Collection<Fix> fixes, boolean generated) {
    List<Track> tracks = new ArrayList<>();
    List<Fix> begun = new ArrayList<>();
    Instant midnight = Instant.MIN;
    for (Fix fix : fixes) {
      if (!begun.isEmpty() && ends(begun.get(begun.size() - 1).at(), fix.at(), midnight)) {
        tracks.add(track(staffCode, begun, generated));
        begun = new ArrayList<>();
      }
      if (begun.isEmpty()) {
        midnight = midnightAfter(fix.at());
      }
      begun.add(fix);
    }
    if (!begun.isEmpty()) {
      tracks.add(track(staffCode, begun, generated));
    }
    return tracks;
  }

  /**
   * How many of some fixes go on with a track, before the first that begins another.
   *
   * @param from instant of the track's first fix
   * @param to instant of its last
   * @param fixes each later than the one before, the first later than the track
   */
  int goingOn(Instant from, Instant to, List<Fix> fixes) {
    Instant midnight = midnightAfter(from);
    Instant last = to;
    int count = 0;
    while (count < fixes.size() && !ends(last, fixes.get(count).at(), midnight)) {
      last = fixes.get(count).at();
      count++;
    }
    return count;
  }

  private static boolean ends(Instant last, Instant next, Instant midnight) {
    return next.isAfter(midnight) || Duration.between(last, next).compareTo(LONGEST_PAUSE) > 0;
  }

  private Instant midnightAfter(Instant at) {
    return at.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
  }

  private Track track(String staffCode, List<Fix> fixes, boolean generated) {
    ZonedDateTime first = fixes.get(0).at().atZone(zone);
    String id =
        "track-%s-%s-%s%s"
            .formatted(
                DateTimeFormatter.BASIC_ISO_DATE.format(first.toLocalDate()),
                staffCode,
                BEGIN.format(first),
                isSecondTime(first) ? "-2" : "");
    return new Track(id, staffCode, fixes, generated);
  }

  /** Whether clocks were set back and show this minute for the second time. */
  private boolean isSecondTime(ZonedDateTime time) {
    return !time.toLocalDateTime().atZone(zone).toInstant().equals(time.toInstant());
  }
}
