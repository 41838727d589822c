package org.wangge.place;

import java.util.List;
import org.wangge.geo.LatticePoint;

/**
 * Something that can be searched by what people call it: by name, or by numbers below something
 * that has one.
 *
 * @param kind what it is
 * @param id of the thing itself, unique within its kind; of an area its code
 * @param detail a finer word for the kind, such as the level of an area; may be empty
 * @param nameZh Chinese name; empty where only numbers lead to it
 * @param nameEn English name; empty where it has none
 * @param aliases what it is called besides, codes included
 * @param numbers how numbers lead to it
 * @param label the whole address as people write it; never empty
 * @param location where a marker goes
 */
public record Address(
    AddressKind kind,
    String id,
    String detail,
    String nameZh,
    String nameEn,
    List<String> aliases,
    List<DoorNumber> numbers,
    String label,
    LatticePoint location) {

  public Address {
    aliases = List.copyOf(aliases);
    numbers = List.copyOf(numbers);
    if (id.isEmpty() || label.isEmpty()) {
      throw new IllegalArgumentException("an address without id or label: " + kind + " " + id);
    }
  }

  /** Something with a name of its own, not numbered below anything. */
  public static Address named(
      AddressKind kind, String id, String nameZh, String nameEn, LatticePoint location) {
    return new Address(
        kind, id, "", nameZh, nameEn, List.of(), List.of(), label(nameZh, nameEn, id), location);
  }

  /** Something that numbers lead to. */
  public static Address numbered(
      AddressKind kind, String id, String label, LatticePoint location, DoorNumber... numbers) {
    return new Address(kind, id, "", "", "", List.of(), List.of(numbers), label, location);
  }

  private static String label(String nameZh, String nameEn, String id) {
    if (!nameZh.isEmpty()) {
      return nameZh;
    }
    return nameEn.isEmpty() ? id : nameEn;
  }

  /** The same with a finer word for its kind. */
  public Address withDetail(String word) {
    return new Address(kind, id, word, nameZh, nameEn, aliases, numbers, label, location);
  }

  /** The same under more names. */
  public Address withAliases(List<String> more) {
    return new Address(kind, id, detail, nameZh, nameEn, more, numbers, label, location);
  }

  /** The same with numbers that lead to it. */
  public Address withNumbers(List<DoorNumber> more) {
    return new Address(kind, id, detail, nameZh, nameEn, aliases, more, label, location);
  }

  /**
   * Numbers below something with a name: building, unit and door of an estate ({@code 8, 2, 502});
   * a number on a street ({@code 12}).
   *
   * @param under kind of what has the name
   * @param underId its id
   * @param parts from the outermost in; at least one
   */
  public record DoorNumber(AddressKind under, String underId, List<String> parts) {

    public DoorNumber {
      parts = List.copyOf(parts);
      if (parts.isEmpty()) {
        throw new IllegalArgumentException("no number below " + underId);
      }
    }

    public static DoorNumber of(AddressKind under, String underId, String... parts) {
      return new DoorNumber(under, underId, List.of(parts));
    }
  }
}
