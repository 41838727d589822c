package org.wangge.place;

import java.util.List;
import org.wangge.access.Caller;

/**
 * Finds addresses by what people type: names, other names, pinyin, initials, numbers of buildings,
 * units and doors, nearly right ones. A snapshot: it never changes; whoever holds it makes a new
 * one when places change, and swaps. Thread-safe.
 */
public interface AddressIndex {

  /**
   * The best hits first: by how exact the name is, then the numbers; then what is a whole before
   * what is numbered below one; then the distance to where the query is near, then kind, length of
   * the label, label and id.
   *
   * @param caller whoever does not work here, and a screen on a wall, finds public things only;
   *     whoever works in some areas finds doors of these only
   */
  List<AddressHit> search(Caller caller, AddressQuery query);

  /** How many addresses it knows. */
  int size();
}
