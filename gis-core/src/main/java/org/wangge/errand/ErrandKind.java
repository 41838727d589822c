package org.wangge.errand;

import java.time.Instant;
import java.util.Map;
import org.wangge.fault.Invalid;

/**
 * A kind of errand, as a version of it says.
 *
 * @param code stable, in kebab case
 * @param version counts its changes, from 1
 * @param nameZh what it is called
 * @param nameEn the same in English
 * @param retired whether nothing new is ordered of it
 * @param since from when on it is so
 */
public record ErrandKind(
    String code, int version, String nameZh, String nameEn, boolean retired, Instant since) {
  /** Characters of the longest name. */
  public static final int LONGEST_NAME = 40;

  /**
   * @throws Invalid with code {@code errand-kind-code} or {@code errand-kind-name}
   */
  public ErrandKind {
    if (!code.matches("[a-z][a-z0-9-]{0,39}")) {
      throw new Invalid("code", "errand-kind-code", Map.of("given", code));
    }
    if (nameZh.isBlank() || nameZh.length() > LONGEST_NAME) {
      throw new Invalid("nameZh", "errand-kind-name", Map.of("most", LONGEST_NAME));
    }
    if (nameEn.isBlank() || nameEn.length() > LONGEST_NAME) {
      throw new Invalid("nameEn", "errand-kind-name", Map.of("most", LONGEST_NAME));
    }
  }
}
