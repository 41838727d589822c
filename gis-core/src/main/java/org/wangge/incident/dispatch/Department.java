package org.wangge.incident.dispatch;

import java.util.Set;

/**
 * A department that handles incidents (处置部门).
 *
 * @param code stable, in kebab case
 * @param nameZh Chinese name
 * @param nameEn English name
 * @param categories codes of what it is there for
 */
public record Department(String code, String nameZh, String nameEn, Set<String> categories) {

  public Department {
    categories = Set.copyOf(categories);
  }
}
