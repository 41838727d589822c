package org.wangge.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From where a caller asks.
 *
 * @param addressOrNull network address of the machine; null where none is known or to be kept
 * @param sessionOrNull id of the session or token, never its secret; null without one
 */
public record Origin(@Nullable String addressOrNull, @Nullable String sessionOrNull) {

  /** Within the program, or not to be told. */
  public static final Origin UNKNOWN = new Origin(null, null);

  public Optional<String> address() {
    return Optional.ofNullable(addressOrNull);
  }

  public Optional<String> session() {
    return Optional.ofNullable(sessionOrNull);
  }
}
