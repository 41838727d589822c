package org.wangge.incident.category;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.event.Tx;
import org.wangge.fault.Conflict;
import org.wangge.fault.Invalid;
import org.wangge.incident.dispatch.Department;
import org.wangge.incident.dispatch.DepartmentStore;

/** Whether a category fits among the others: there are two levels of them (大类, 小类). */
final class CategoryRules {
  private final CategoryStore store;
  private final DepartmentStore departments;

  CategoryRules(CategoryStore store, DepartmentStore departments) {
    this.store = store;
    this.departments = departments;
  }

  /**
   * Refuses what does not fit.
   *
   * @throws Invalid with code {@code category-parent} or {@code category-department}
   * @throws Conflict with code {@code category-has-parts}
   */
  void requireFits(Tx tx, Caller caller, Category wanted) {
    List<Category> all = store.list(tx, caller);
    List<Category> parts =
        all.stream().filter(one -> one.entry().parent().equals(wanted.code())).toList();
    if (wanted.retired()) {
      requireNoneInUse(wanted, parts);
    }
    String parent = wanted.entry().parent();
    if (!parent.isEmpty()) {
      Optional<Category> above = all.stream().filter(one -> one.code().equals(parent)).findFirst();
      if (!parts.isEmpty() || above.filter(one -> mayHold(one, wanted)).isEmpty()) {
        throw new Invalid("parent", "category-parent", Map.of("given", parent));
      }
    }
    Set<String> known =
        departments.list(tx, caller).stream().map(Department::code).collect(Collectors.toSet());
    wanted.entry().departmentCodes().stream()
        .filter(one -> !known.contains(one))
        .findFirst()
        .ifPresent(
            one -> {
              throw Entry.unknownDepartment(one);
            });
  }

  private static void requireNoneInUse(Category wanted, List<Category> parts) {
    List<String> inUse = parts.stream().filter(one -> !one.retired()).map(Category::code).toList();
    if (!inUse.isEmpty()) {
      throw new Conflict(
          "category-has-parts", Map.of("code", wanted.code(), "parts", String.join(", ", inUse)));
    }
  }

  private static boolean mayHold(Category above, Category wanted) {
    return above.entry().parent().isEmpty()
        && !above.code().equals(wanted.code())
        && (wanted.retired() || !above.retired());
  }
}
