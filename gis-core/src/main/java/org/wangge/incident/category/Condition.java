package org.wangge.incident.category;

import java.util.Map;
import org.wangge.fault.Invalid;

/**
 * What can be so of an incident of a category (情形), as the limits of stages tell it apart.
 *
 * @param code in kebab case, such as {@code missing} or {@code rattling} of a manhole cover
 * @param nameZh Chinese name, at most 60 characters
 * @param nameEn English name, at most 60 characters
 */
public record Condition(String code, String nameZh, String nameEn) {
  private static final int LONGEST = 60;

  /**
   * @throws Invalid with code {@code category-code} or {@code category-name}
   */
  public Condition {
    if (!CategoryText.isCode(code)) {
      throw new Invalid("conditions", "category-code", Map.of("given", code));
    }
    CategoryText.requireName("conditions", nameZh, LONGEST);
    CategoryText.requireName("conditions", nameEn, LONGEST);
  }
}
