package org.wangge.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.wangge.grid.Level;

/**
 * By what cases are grouped.
 *
 * @param kind by what
 * @param of of areas of the tree: the word of their level; of an overlay partition: its id; else
 *     empty
 */
public record Grouping(Kind kind, String of) {
  /** The key of the group of those that belong to none. */
  public static final String NONE = "-";

  private static final String OVERLAY = "partition:";

  private static final List<Level> LEVELS =
      List.of(Level.DISTRICT, Level.STREET, Level.COMMUNITY, Level.GRID);

  /** By what. */
  public enum Kind {
    /** The areas directly below the one that is asked for. */
    CHILDREN,
    LEVEL,
    PARTITION,
    DEPARTMENT,
    PERSON,
    CATEGORY,
    CHANNEL,
    PRIORITY
  }

  /** The areas below the one that is asked for. */
  public static final Grouping CHILDREN = new Grouping(Kind.CHILDREN, "");

  /** What {@link #word} writes. */
  public static Optional<Grouping> find(String word) {
    if (word.startsWith(OVERLAY)) {
      return Optional.of(new Grouping(Kind.PARTITION, word.substring(OVERLAY.length())));
    }
    return Stream.concat(
            LEVELS.stream().map(level -> new Grouping(Kind.LEVEL, level.word())),
            Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.LEVEL && kind != Kind.PARTITION)
                .map(kind -> new Grouping(kind, "")))
        .filter(one -> one.word().equals(word))
        .findFirst();
  }

  /** The words there are. */
  public static List<String> words() {
    return List.of(
        "children",
        "district",
        "street",
        "community",
        "grid",
        "partition:ID",
        "department",
        "person",
        "category",
        "channel",
        "priority");
  }

  /** Whether its groups are areas of the tree. */
  public boolean isOfTree() {
    return kind == Kind.CHILDREN || kind == Kind.LEVEL;
  }

  /** How it is written in addresses. */
  public String word() {
    return switch (kind) {
      case LEVEL -> of;
      case PARTITION -> OVERLAY + of;
      default -> kind.name().toLowerCase(Locale.ROOT);
    };
  }
}
