package org.wangge.people;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wangge.access.Role;

/**
 * Somebody as a caller may see them.
 *
 * @param person of whom only code, version, unit and what is not personal is shown as it is
 * @param posts what they are in charge of
 * @param shown each personal field, whole or masked
 */
public record SeenPerson(Subject person, List<Post> posts, Map<PersonalField, Shown> shown) {

  public SeenPerson {
    posts = List.copyOf(posts);
    shown = Map.copyOf(shown);
  }

  /**
   * What is not personal of somebody.
   *
   * @param code staff code
   * @param version counts the changes
   * @param unit where they belong; empty where that is not known
   * @param generated whether a demonstration made them up
   * @param erased whether all that is personal was erased
   */
  public record Subject(String code, int version, String unit, boolean generated, boolean erased) {}

  static SeenPerson of(Person person, List<Post> posts, Set<Role> roles) {
    Map<PersonalField, Shown> shown = new EnumMap<>(PersonalField.class);
    for (PersonalField field : PersonalField.ofPersons()) {
      shown.put(field, field.shown(person.value(field), roles));
    }
    Subject subject =
        new Subject(
            person.code(),
            person.version(),
            person.unit(),
            person.generated(),
            person.erasedAt().isPresent());
    return new SeenPerson(subject, posts, shown);
  }
}
