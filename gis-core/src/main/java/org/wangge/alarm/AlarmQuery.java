package org.wangge.alarm;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which alarms of the log.
 *
 * @param areaOrNull in this area of the tree and below; null for all
 * @param kindOrNull of a kind; null for all
 * @param priorityOrNull of a priority; null for all
 * @param incidentOrNull of one incident; null for all
 * @param afterOrNull that rang after this instant; null for all
 * @param before only those with a smaller id
 * @param limit how many at most
 */
public record AlarmQuery(
    @Nullable String areaOrNull,
    @Nullable AlarmKind kindOrNull,
    @Nullable AlarmPriority priorityOrNull,
    @Nullable String incidentOrNull,
    @Nullable Instant afterOrNull,
    long before,
    int limit) {
  /** How many can be asked for at once. */
  public static final int MOST = 1000;
}
