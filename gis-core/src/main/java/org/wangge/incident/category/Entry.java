package org.wangge.incident.category;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.wangge.fault.Invalid;
import org.wangge.incident.Priority;

/**
 * What is said of a category.
 *
 * @param nameZh Chinese name, at most 100 characters
 * @param nameEn English name, at most 100 characters
 * @param priority how urgent incidents of it are
 * @param keywords what people also call it, to be searched by; at most 20 of 30 characters
 * @param parent code of the category of which it is a part (大类); empty where it is of none
 * @param conditions what can be so of its incidents; at most 20
 * @param departments codes of those that are there for it; at most 20
 * @param published whether anyone may know of incidents of it, over Open311 and on public pages:
 *     not where that would tell who lives how
 */
public record Entry(
    String nameZh,
    String nameEn,
    Priority priority,
    List<String> keywords,
    String parent,
    List<Condition> conditions,
    Set<String> departments,
    boolean published) {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_KEYWORD = 30;

  /**
   * @throws Invalid with code {@code category-name}, {@code category-list}, {@code category-parent}
   *     or {@code category-department}
   */
  public Entry {
    CategoryText.requireName("nameZh", nameZh, LONGEST_NAME);
    CategoryText.requireName("nameEn", nameEn, LONGEST_NAME);
    CategoryText.requireList("keywords", keywords, Function.identity());
    keywords.forEach(one -> CategoryText.requireName("keywords", one, LONGEST_KEYWORD));
    CategoryText.requireList("conditions", conditions, Condition::code);
    CategoryText.requireList("departments", List.copyOf(departments), Function.identity());
    if (!parent.isEmpty() && !CategoryText.isCode(parent)) {
      throw new Invalid("parent", "category-parent", Map.of("given", parent));
    }
    departments.stream()
        .filter(one -> !CategoryText.isCode(one))
        .findFirst()
        .ifPresent(
            one -> {
              throw unknownDepartment(one);
            });
    keywords = List.copyOf(keywords);
    conditions = List.copyOf(conditions);
    departments = Set.copyOf(departments);
  }

  /** With names and a priority, published, and nothing else said of it. */
  public static Entry of(String nameZh, String nameEn, Priority priority) {
    return new Entry(nameZh, nameEn, priority, List.of(), "", List.of(), Set.of(), true);
  }

  static Invalid unknownDepartment(String code) {
    return new Invalid("departments", "category-department", Map.of("given", code));
  }

  /** Whether limits may tell a condition of it apart. */
  public boolean knows(String condition) {
    return conditions.stream().anyMatch(one -> one.code().equals(condition));
  }

  /** Codes of its departments, in their order. */
  public List<String> departmentCodes() {
    return List.copyOf(new TreeSet<>(departments));
  }
}
