package org.wangge.server.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.geo.LatticePoint;
import org.wangge.place.Address;
import org.wangge.place.Address.DoorNumber;
import org.wangge.place.AddressHit;
import org.wangge.place.AddressKind;
import org.wangge.place.AddressQuery;
import org.wangge.place.Exactness;

/** A few addresses by hand, and how to ask for them. */
final class AddressTown {
  static final Caller WORKER =
      Caller.of("w1", Set.of(Role.WORKER), AreaScope.unlimited(), Purpose.USE);

  final LuceneAddressIndex index =
      LuceneAddressIndex.of(
          addresses().stream(), at -> List.of(at.lon() < 1_140_200_000 ? "west" : "east"));

  private static List<Address> addresses() {
    List<Address> all = new ArrayList<>();
    Stream.of("世茂前海", "世贸钱海花园", "石门秋涵苑", "八号公馆", "朝阳里").forEach(n -> addEstate(all, n));
    all.add(street("renmin", "人民路", "Renmin Road"));
    all.add(street("chongqing", "重庆路", "Chongqing Road"));
    all.add(street("chaoyang", "朝阳路", "Chaoyang Road"));
    for (int number : new int[] {2, 10, 30, 1, 9}) {
      all.add(
          Address.numbered(
              AddressKind.STREET_NUMBER,
              "renmin-" + number,
              "人民路" + number + "号",
              at(1_140_000_000 + number * 1000, 226_000_000 + number % 2 * 5000),
              DoorNumber.of(AddressKind.STREET, "renmin", "" + number)));
    }
    all.add(named(AddressKind.POINT_OF_INTEREST, "hospital", "301医院", 30));
    all.add(named(AddressKind.POINT_OF_INTEREST, "school", "第三中学", 40));
    all.add(named(AddressKind.POINT_OF_INTEREST, "market", "前海农贸市场", 50));
    all.add(
        named(AddressKind.POINT_OF_INTEREST, "station", "绿景站", 60)
            .withAliases(List.of("老火车站", "North Gate")));
    all.add(
        named(AddressKind.AREA, "990101001001", "东湖社区", 70)
            .withAliases(List.of("990101001001"))
            .withDetail("community"));
    return all;
  }

  private static void addEstate(List<Address> all, String name) {
    int estate = all.size() * 1000;
    all.add(named(AddressKind.ESTATE, name, name, estate));
    for (String building : new String[] {"1", "3", "8", "18", "80", "A"}) {
      String id = name + building;
      LatticePoint at = at(1_140_000_000 + estate + all.size(), 226_000_000);
      all.add(numbered(AddressKind.BUILDING, id, name + building + "栋", at, name, building));
      for (String unit : new String[] {"1", "2"}) {
        String label = name + building + "栋" + unit + "单元";
        all.add(numbered(AddressKind.UNIT, id + "-" + unit, label, at, name, building, unit));
        for (String door : new String[] {"101", "502"}) {
          all.add(
              numbered(
                  AddressKind.HOUSEHOLD,
                  id + "-" + unit + "-" + door,
                  label + door,
                  at,
                  name,
                  building,
                  unit,
                  door));
        }
      }
    }
  }

  private static Address numbered(
      AddressKind kind, String id, String label, LatticePoint at, String estate, String... parts) {
    return Address.numbered(kind, id, label, at, DoorNumber.of(AddressKind.ESTATE, estate, parts));
  }

  private static Address named(AddressKind kind, String id, String name, int east) {
    return Address.named(kind, id, name, "", at(1_140_000_000 + east, 226_000_000));
  }

  private static Address street(String id, String zh, String en) {
    return Address.named(AddressKind.STREET, id, zh, en, at(1_140_000_000, 226_000_000));
  }

  static LatticePoint at(int lon, int lat) {
    return new LatticePoint(lon, lat);
  }

  List<AddressHit> ask(Caller caller, String text) {
    return index.search(caller, new AddressQuery(text, null, 12));
  }

  List<AddressHit> ask(String text) {
    return ask(WORKER, text);
  }

  AddressHit first(String text) {
    List<AddressHit> hits = ask(text);
    if (hits.isEmpty()) {
      throw new AssertionError("nothing found for " + text);
    }
    return hits.get(0);
  }

  /** Label and exactness of the best hit. */
  String best(String text) {
    AddressHit hit = first(text);
    Exactness exactness = hit.exactness();
    return hit.label() + " " + exactness.word();
  }
}
