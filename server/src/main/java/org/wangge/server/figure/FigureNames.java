package org.wangge.server.figure;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.figure.FigureTable;
import org.wangge.figure.Filter;
import org.wangge.figure.Grouping;
import org.wangge.incident.Handler;
import org.wangge.incident.category.Category;
import org.wangge.incident.category.CategoryRegister;
import org.wangge.incident.dispatch.Department;
import org.wangge.incident.dispatch.TaskRegister;
import org.wangge.people.PersonNames;
import org.wangge.people.Shown;
import org.wangge.server.http.Language;

/**
 * What groups are called, in both languages: people as whoever looks may know them. Thread-safe.
 */
final class FigureNames {
  private final CategoryRegister categories;
  private final TaskRegister tasks;
  private final PersonNames people;

  FigureNames(CategoryRegister categories, TaskRegister tasks, PersonNames people) {
    this.categories = categories;
    this.tasks = tasks;
    this.people = people;
  }

  /**
   * A name.
   *
   * @param zh Chinese
   * @param en English
   */
  record Name(String zh, String en) {
    String in(Language language) {
      return language == Language.ZH ? zh : en;
    }
  }

  /** Names of groups by their keys; none for what the pages have words for, or is not known. */
  Function<FigureTable.Group, @Nullable Name> of(
      Caller caller, Grouping by, Collection<FigureTable.Group> groups) {
    return switch (by.kind()) {
      case DEPARTMENT -> {
        Map<String, Department> known =
            tasks.departments(caller).stream()
                .collect(Collectors.toMap(Department::code, Function.identity()));
        yield group ->
            Optional.ofNullable(known.get(group.key()))
                .map(one -> new Name(one.nameZh(), one.nameEn()))
                .orElse(null);
      }
      case CATEGORY -> {
        Map<String, Category> known =
            categories.list(caller, Optional.empty()).stream()
                .collect(Collectors.toMap(Category::code, Function.identity()));
        yield group ->
            Optional.ofNullable(known.get(group.key()))
                .map(one -> new Name(one.nameZh(), one.nameEn()))
                .orElse(null);
      }
      case PERSON -> {
        List<String> codes = groups.stream().map(FigureTable.Group::key).toList();
        Map<String, Shown> known = people.namesOf(caller, codes);
        yield group ->
            Optional.ofNullable(known.get(group.key()))
                .map(name -> new Name(name.text(), name.text()))
                .orElse(null);
      }
      default -> group -> group.name().map(name -> new Name(name, name)).orElse(null);
    };
  }

  /** What the handler or the overlay area that is asked for is called. */
  Optional<Name> ofFilter(Caller caller, FigureTable table) {
    Filter.HandledBy handler = table.question().filter().handler();
    if (handler == null) {
      return table.overlay().map(name -> new Name(name, name));
    }
    FigureTable.Group group =
        new FigureTable.Group(handler.code(), Optional.empty(), Optional.empty(), table.total());
    boolean person = handler.kind() == Handler.Kind.PERSON;
    Grouping by = Grouping.find(person ? "person" : "department").orElseThrow();
    return Optional.ofNullable(of(caller, by, List.of(group)).apply(group));
  }
}
