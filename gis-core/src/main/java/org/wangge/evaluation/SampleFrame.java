package org.wangge.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.fault.Invalid;
import org.wangge.incident.Channel;

/**
 * From which incidents a sample is drawn (抽样范围): those that were closed in a span of time and still
 * are. Whatever is null does not narrow.
 *
 * @param from closed from then on
 * @param to closed before then
 * @param areaOrNull code of an area of the tree, with all below it
 * @param categoryOrNull code of a category
 * @param channelOrNull how they came in
 * @param departmentOrNull code of a department that had them in hand and did not decline
 */
public record SampleFrame(
    Instant from,
    Instant to,
    @Nullable String areaOrNull,
    @Nullable String categoryOrNull,
    @Nullable Channel channelOrNull,
    @Nullable String departmentOrNull) {
  /** No sample is drawn from a longer time. */
  public static final Duration LONGEST = Duration.ofDays(366);

  /**
   * @throws Invalid with code {@code sample-period}
   */
  public SampleFrame {
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new Invalid("to", "sample-period", Map.of("most", LONGEST.toDays()));
    }
  }

  /** The same as far as it is over: what is yet to be closed cannot be drawn. */
  SampleFrame until(Instant now) {
    return to.isAfter(now)
        ? new SampleFrame(from, now, areaOrNull, categoryOrNull, channelOrNull, departmentOrNull)
        : this;
  }

  /** Code of the area; empty for everywhere. */
  public String area() {
    return areaOrNull == null ? "" : areaOrNull;
  }
}
