package org.wangge.server.incident;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.incident.Handler;
import org.wangge.incident.dispatch.Department;
import org.wangge.incident.dispatch.TaskRegister;
import org.wangge.people.PersonNames;
import org.wangge.people.Shown;

/**
 * What handlers are called: departments in both languages, people as whoever looks may know them.
 * Thread-safe.
 */
public final class HandlerNames {
  private final TaskRegister register;
  private final PersonNames people;

  HandlerNames(TaskRegister register, PersonNames people) {
    this.register = register;
    this.people = people;
  }

  /** The names of some handlers in both languages; none of whom the caller may know nothing. */
  public Function<Handler, Optional<Map<String, Object>>> of(
      Caller caller, Collection<Handler> handlers) {
    Map<String, Department> departments =
        register.departments(caller).stream()
            .collect(Collectors.toMap(Department::code, Function.identity()));
    List<String> codes =
        handlers.stream()
            .filter(one -> one.kind() == Handler.Kind.PERSON)
            .map(Handler::code)
            .toList();
    Map<String, Shown> names = people.namesOf(caller, codes);
    return handler -> names(handler, departments, names);
  }

  private static Optional<Map<String, Object>> names(
      Handler handler, Map<String, Department> departments, Map<String, Shown> people) {
    return handler.kind() == Handler.Kind.PERSON
        ? Optional.ofNullable(people.get(handler.code()))
            .map(name -> Map.of("zh", name.text(), "en", name.text()))
        : Optional.ofNullable(departments.get(handler.code()))
            .map(department -> Map.of("zh", department.nameZh(), "en", department.nameEn()));
  }
}
