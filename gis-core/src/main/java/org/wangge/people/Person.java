package org.wangge.people;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who stands behind a staff code. Everything else knows people by their code alone, so that this
 * can be erased and the rest stays valid; the code is never given to anyone else. Immutable.
 *
 * @param code staff code, as areas and positions name it
 * @param version counts the changes, from 1
 * @param unit where they belong in the organisation; empty where that is not known
 * @param fields what is personal; a field that is not known is absent
 * @param generated whether a demonstration made them up
 * @param erasedOrNull when all that is personal was erased; null where it was not
 */
public record Person(
    String code,
    int version,
    String unit,
    Map<PersonalField, String> fields,
    boolean generated,
    @Nullable Instant erasedOrNull) {

  public Person {
    Map<PersonalField, String> known = new EnumMap<>(PersonalField.class);
    fields.forEach(
        (field, value) -> {
          if (!PersonalField.ofPersons().contains(field)) {
            throw new IllegalArgumentException("not of a person: " + field);
          }
          if (!value.isEmpty()) {
            known.put(field, value);
          }
        });
    fields = Map.copyOf(known);
    if (erasedOrNull != null && !(fields.isEmpty() && unit.isEmpty())) {
      throw new IllegalArgumentException("erased, and still something is known: " + code);
    }
  }

  /** Someone new. */
  public static Person added(
      String code, String unit, Map<PersonalField, String> fields, boolean generated) {
    return new Person(code, 1, unit, fields, generated, null);
  }

  /** The value of a field; empty where it is not known. */
  public String value(PersonalField field) {
    return fields.getOrDefault(field, "");
  }

  public Optional<Instant> erasedAt() {
    return Optional.ofNullable(erasedOrNull);
  }

  /**
   * The same after a change.
   *
   * @param newUnit null where it stays
   * @param changed fields with their new values; an empty one is no longer known
   */
  Person with(@Nullable String newUnit, Map<PersonalField, String> changed) {
    Map<PersonalField, String> all = new EnumMap<>(PersonalField.class);
    all.putAll(fields);
    all.putAll(changed);
    return new Person(
        code, version + 1, newUnit == null ? unit : newUnit, all, generated, erasedOrNull);
  }

  /** What is left after erasure. */
  Person erased(Instant at) {
    return new Person(code, version + 1, "", Map.of(), generated, at);
  }

  /** Nothing personal gets into a log by being printed. */
  @Override
  public String toString() {
    return "Person " + code + " v" + version;
  }
}
