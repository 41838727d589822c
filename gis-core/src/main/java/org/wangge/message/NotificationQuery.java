package org.wangge.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which notifications.
 *
 * @param open only those that wait for an answer
 * @param areaOrNull in this area of the tree and below; null for all
 * @param incidentOrNull of one incident; null for all
 * @param subjectPrefixOrNull only those whose subject begins so; null for all
 * @param told only those of which one of these was told; empty for all
 * @param before only those with a smaller id
 * @param limit how many at most
 */
public record NotificationQuery(
    boolean open,
    @Nullable String areaOrNull,
    @Nullable String incidentOrNull,
    @Nullable String subjectPrefixOrNull,
    List<Recipient> told,
    long before,
    int limit) {
  /** How many can be asked for at once. */
  public static final int MOST = 500;

  public NotificationQuery {
    told = List.copyOf(told);
  }

  /** Those that wait for an answer about a subject and what belongs to it. */
  public static NotificationQuery openOf(String subjectPrefix) {
    return new NotificationQuery(true, null, null, subjectPrefix, List.of(), Long.MAX_VALUE, MOST);
  }

  /** All of an incident. */
  public static NotificationQuery ofIncident(String incident) {
    return new NotificationQuery(false, null, incident, null, List.of(), Long.MAX_VALUE, MOST);
  }
}
