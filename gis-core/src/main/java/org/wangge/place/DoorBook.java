package org.wangge.place;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All doors there are, as one walks. Immutable. */
public final class DoorBook {
  private final List<Door> doors;
  private final Map<String, Door> byPlace = new HashMap<>();

  private DoorBook(Collection<Door> doors) {
    this.doors = doors.stream().sorted().toList();
    this.doors.forEach(one -> byPlace.put(one.placeId(), one));
  }

  public static DoorBook of(Collection<Door> doors) {
    return new DoorBook(doors);
  }

  public Optional<Door> find(String placeId) {
    return Optional.ofNullable(byPlace.get(placeId));
  }

  /**
   * The doors of an area and what lies below it.
   *
   * @param area code; empty for all
   */
  public List<Door> below(String area) {
    return doors.subList(first(area), first(area + Character.MAX_VALUE));
  }

  /** Place of the first door whose grid is not before a code. */
  private int first(String code) {
    int low = 0;
    int high = doors.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (doors.get(middle).grid().compareTo(code) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
