package org.wangge.incident;

import java.time.Duration;

/**
 * A kind of incident.
 *
 * @param code stable, in kebab case
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param priority how urgent it is
 * @param limit how long handling usually takes, which reporters are told; whole minutes, more than
 *     none. By when it has to be done, {@link org.wangge.incident.limit.StageLimits} say
 */
public record Category(
    String code, String nameZh, String nameEn, Priority priority, Duration limit) {

  public Category {
    if (limit.toMinutes() < 1) {
      throw new IllegalArgumentException("a limit of less than a minute: " + code);
    }
  }
}
