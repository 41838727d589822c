package org.wangge.server.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.wangge.word.Word;

/** A JSON object of a request, read strictly: a member that means nothing here is refused. */
public final class JsonBody {
  private final JsonNode object;
  private final String place;

  private JsonBody(JsonNode object, String place) {
    this.object = object;
    this.place = place;
  }

  /** The body as an object with these members at most. */
  public static JsonBody of(JsonNode body, String... known) {
    return within("", body, known);
  }

  /**
   * A part of a body as an object with these members at most.
   *
   * @param place of the part within the body, for the answer
   */
  public static JsonBody within(String place, JsonNode node, String... known) {
    if (!node.isObject()) {
      throw new Malformed(place.isEmpty() ? "body" : place, "object-wanted", Map.of());
    }
    Set<String> names = Set.of(known);
    for (Iterator<String> given = node.fieldNames(); given.hasNext(); ) {
      String name = given.next();
      if (!names.contains(name)) {
        throw new Malformed(
            join(place, name),
            "member-unknown",
            Map.of("name", name, "known", String.join(", ", new TreeSet<>(names))));
      }
    }
    return new JsonBody(node, place);
  }

  /** A member that is an object itself. */
  public JsonBody getObject(String name, String... known) {
    return within(join(place, name), object.path(name), known);
  }

  /** The text of a member; empty when it is absent or null. */
  public Optional<String> text(String name) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new Malformed(join(place, name), "text-wanted", Map.of("name", name));
    }
    return Optional.of(value.textValue());
  }

  /** The text of a member that must be there. */
  public String getText(String name) {
    return text(name).orElseThrow(() -> missing(name));
  }

  private Malformed missing(String name) {
    return new Malformed(join(place, name), "member-missing", Map.of("name", name));
  }

  /** The word of a member; empty when it is absent or null. */
  public <E extends Enum<E> & Word> Optional<E> word(String name, Class<E> kind) {
    return text(name).map(given -> word(name, given, EnumSet.allOf(kind)));
  }

  /** The word of a member that must be there. */
  public <E extends Enum<E> & Word> E getWord(String name, Class<E> kind) {
    return getWord(name, EnumSet.allOf(kind));
  }

  /** One of some words, in a member that must be there. */
  public <E extends Enum<E> & Word> E getWord(String name, Set<E> known) {
    return word(name, getText(name), known);
  }

  private <E extends Enum<E> & Word> E word(String name, String given, Set<E> known) {
    return known.stream()
        .filter(one -> one.word().equals(given))
        .findFirst()
        .orElseThrow(
            () ->
                new Malformed(
                    join(place, name),
                    "word-unknown",
                    Map.of(
                        "name",
                        name,
                        "given",
                        given,
                        "known",
                        known.stream().map(Word::word).collect(Collectors.joining(", ")))));
  }

  /** A whole number; empty when the member is absent or null. */
  public OptionalInt integer(String name) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return OptionalInt.empty();
    }
    if (!value.canConvertToExactIntegral() || !value.canConvertToInt()) {
      throw new Malformed(join(place, name), "integer-wanted", Map.of("name", name));
    }
    return OptionalInt.of(value.intValue());
  }

  /** The whole number of a member that must be there. */
  public int getInteger(String name) {
    return integer(name).orElseThrow(() -> missing(name));
  }

  /**
   * A number within bounds; empty when the member is absent or null.
   *
   * @param least smallest that is taken
   * @param most largest that is taken
   */
  public Optional<Double> number(String name, double least, double most) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isNumber()) {
      throw new Malformed(join(place, name), "json-number-wanted", Map.of("name", name));
    }
    double given = value.doubleValue();
    if (!(given >= least && given <= most)) {
      throw new Malformed(
          join(place, name),
          "measure-out-of-range",
          Map.of("name", name, "given", given, "least", least, "most", most));
    }
    return Optional.of(given);
  }

  /** The same, of a member that must be there. */
  public double getNumber(String name, double least, double most) {
    return number(name, least, most).orElseThrow(() -> missing(name));
  }

  /** True or false; empty when the member is absent or null. */
  public Optional<Boolean> flag(String name) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isBoolean()) {
      throw new Malformed(join(place, name), "flag-wanted", Map.of("name", name));
    }
    return Optional.of(value.booleanValue());
  }

  /** A member that is an array; it must be there. */
  public JsonNode getArray(String name) {
    JsonNode value = object.path(name);
    if (!value.isArray()) {
      throw new Malformed(join(place, name), "array-wanted", Map.of("name", name));
    }
    return value;
  }

  /** Whether the member is there, null or not. */
  public boolean has(String name) {
    return object.has(name);
  }

  /** The member as it is. */
  public JsonNode node(String name) {
    return object.path(name);
  }

  private static String join(String place, String name) {
    return place.isEmpty() ? name : place + "." + name;
  }
}
