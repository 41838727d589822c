package org.wangge.server.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Under which names a file's records tell what an area has. The first name that a record has a
 * value for counts.
 *
 * @param names for each fact the names to look under
 */
public record PropertyNames(Map<Fact, List<String>> names) {

  /** What a property can tell. */
  public enum Fact {
    CODE,
    NAME,
    PARENT,
    LEVEL,
    KIND,
    HOUSEHOLDS,
    POPULATION;

    /** As in options: {@code --property code=GRIDCODE}. */
    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** The names that need not be said. */
  public static final PropertyNames USUAL =
      new PropertyNames(
          Map.of(
              Fact.CODE, List.of("code", "CODE", "编码", "代码", "网格编码"),
              Fact.NAME, List.of("name", "NAME", "名称", "网格名称", "name_zh"),
              Fact.PARENT, List.of("parent", "PARENT", "parent_code", "上级编码"),
              Fact.LEVEL, List.of("level", "LEVEL", "层级"),
              Fact.KIND, List.of("kind", "KIND", "网格类型"),
              Fact.HOUSEHOLDS, List.of("households", "HOUSEHOLDS", "户数"),
              Fact.POPULATION, List.of("population", "POPULATION", "人口")));

  public PropertyNames {
    names = Map.copyOf(names);
  }

  /**
   * The same names, but some facts stand under the one name given.
   *
   * @param said name of the property by the word of the fact
   * @throws ImportStopped for a word that is no fact
   */
  public PropertyNames with(Map<String, String> said) {
    Map<Fact, List<String>> changed = new LinkedHashMap<>(names);
    said.forEach((word, property) -> changed.put(fact(word), List.of(property)));
    return new PropertyNames(changed);
  }

  private static Fact fact(String word) {
    for (Fact fact : Fact.values()) {
      if (fact.word().equals(word)) {
        return fact;
      }
    }
    List<String> words = List.of(Fact.values()).stream().map(Fact::word).toList();
    throw new ImportStopped(
        "property-unknown",
        org.wangge.grid.RecordPlace.FILE,
        Map.of("property", word, "known", String.join(", ", words)));
  }

  /** What a record tells, without surrounding white space; nothing where it is blank. */
  Optional<String> find(Map<String, String> properties, Fact fact) {
    for (String name : names.getOrDefault(fact, List.of())) {
      String value = properties.get(name);
      if (value != null && !value.isBlank()) {
        return Optional.of(value.strip());
      }
    }
    return Optional.empty();
  }
}
