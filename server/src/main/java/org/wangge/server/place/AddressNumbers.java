package org.wangge.server.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.wangge.geo.LatticePoint;
import org.wangge.place.Address;
import org.wangge.place.AddressKind;
import org.wangge.place.AddressText;
import org.wangge.place.Exactness;

/**
 * Finds what numbers lead to below something with a name, and reckons numbers of streets between
 * those that are known. Thread-safe.
 */
final class AddressNumbers {
  private static final int BEGUN = 2;
  private static final int RECKONED = 3;
  private static final int PARTLY = 4;
  private static final int NOT_AT_ALL = 6;

  private final List<Address> addresses;
  private final AddressTerms terms;

  /** Of each street its known numbers and who has them. */
  private final Map<String, NavigableMap<Integer, Integer>> ofStreets = new HashMap<>();

  AddressNumbers(List<Address> addresses, AddressTerms terms) {
    this.addresses = addresses;
    this.terms = terms;
    for (int i = 0; i < addresses.size(); i++) {
      for (Address.DoorNumber number : addresses.get(i).numbers()) {
        if (number.under() == AddressKind.STREET && number.parts().size() == 1) {
          rememberStreetNumber(number, i);
        }
      }
    }
  }

  private void rememberStreetNumber(Address.DoorNumber number, int ordinal) {
    String text = AddressText.number(number.parts().get(0));
    if (text.matches("[0-9]{1,6}")) {
      ofStreets
          .computeIfAbsent(number.underId(), id -> new TreeMap<>())
          .putIfAbsent(Integer.parseInt(text), ordinal);
    }
  }

  /** Numbers alone, below anything. */
  void add(List<String> numbers, AddressMatches to) {
    String path = AddressDocuments.path(numbers);
    AddressMatch exact = AddressMatch.ofName(0, Exactness.EXACT, path);
    AddressMatch begun = AddressMatch.ofName(10, Exactness.PREFIX, path);
    terms.equal(AddressDocuments.NUMBERS, path, ordinal -> to.add(ordinal, exact));
    terms.beginning(AddressDocuments.NUMBERS, path, ordinal -> to.add(ordinal, begun));
  }

  /**
   * Numbers below something. Where they lead nowhere, the outer ones count, and what is missing is
   * said.
   *
   * @param root what has the name
   * @param match how well its name fits
   */
  void add(int root, AddressMatch match, List<String> numbers, AddressMatches to) {
    Address named = addresses.get(root);
    if (addBelow(named, match, numbers, to) || addReckoned(root, match, numbers, to)) {
      return;
    }
    for (int kept = numbers.size() - 1; kept > 0; kept--) {
      String absent = AddressDocuments.path(numbers.subList(kept, numbers.size()));
      AddressMatch partly = match.lacking(PARTLY, absent);
      if (addEqual(named, partly, numbers.subList(0, kept), to)) {
        return;
      }
    }
    to.add(root, match.lacking(NOT_AT_ALL, AddressDocuments.path(numbers)));
  }

  private boolean addBelow(
      Address named, AddressMatch match, List<String> numbers, AddressMatches to) {
    boolean equal = addEqual(named, match, numbers, to);
    AddressMatch begun = match.below(BEGUN, Exactness.PREFIX);
    int[] found = {0};
    terms.beginning(
        AddressDocuments.BELOW,
        below(named, numbers),
        ordinal -> {
          if (to.accepts(ordinal)) {
            to.add(ordinal, begun);
            found[0]++;
          }
        });
    return equal || found[0] > 0;
  }

  private boolean addEqual(
      Address named, AddressMatch match, List<String> numbers, AddressMatches to) {
    int[] found = {0};
    terms.equal(
        AddressDocuments.BELOW,
        below(named, numbers),
        ordinal -> {
          if (to.accepts(ordinal)) {
            to.add(ordinal, match);
            found[0]++;
          }
        });
    return found[0] > 0;
  }

  private static String below(Address named, List<String> numbers) {
    return AddressDocuments.below(named.kind(), named.id(), AddressDocuments.path(numbers));
  }

  /**
   * A number between two known ones lies between them, on its side of the street if that is known.
   */
  private boolean addReckoned(
      int root, AddressMatch match, List<String> numbers, AddressMatches to) {
    Address street = addresses.get(root);
    String first = numbers.get(0);
    if (street.kind() != AddressKind.STREET || !first.matches("[0-9]{1,6}")) {
      return false;
    }
    String absent = AddressDocuments.path(numbers.subList(1, numbers.size()));
    Optional<LatticePoint> location = reckon(street.id(), Integer.parseInt(first));
    location.ifPresent(at -> to.add(root, match.reckoned(RECKONED, first, at, absent)));
    return location.isPresent();
  }

  private Optional<LatticePoint> reckon(String streetId, int number) {
    NavigableMap<Integer, Integer> known = ofStreets.getOrDefault(streetId, new TreeMap<>());
    List<Integer> sameSide = new ArrayList<>();
    for (int candidate : known.keySet()) {
      if ((candidate - number) % 2 == 0) {
        sameSide.add(candidate);
      }
    }
    return between(known, sameSide, number)
        .or(() -> between(known, List.copyOf(known.keySet()), number));
  }

  private Optional<LatticePoint> between(
      NavigableMap<Integer, Integer> known, List<Integer> rising, int number) {
    for (int i = 1; i < rising.size(); i++) {
      int before = rising.get(i - 1);
      int after = rising.get(i);
      if (before <= number && number <= after) {
        LatticePoint from = locationOf(known, before);
        LatticePoint to = locationOf(known, after);
        double part = (number - before) / (double) (after - before);
        return Optional.of(
            new LatticePoint(
                between(from.lon(), to.lon(), part), between(from.lat(), to.lat(), part)));
      }
    }
    return Optional.empty();
  }

  private LatticePoint locationOf(NavigableMap<Integer, Integer> known, int number) {
    return addresses.get(known.getOrDefault(number, 0)).location();
  }

  private static int between(int from, int to, double part) {
    return (int) Math.round(from + ((double) to - from) * part);
  }
}
