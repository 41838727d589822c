package org.wangge.server.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.wangge.geo.LatticePoint;
import org.wangge.place.Address;
import org.wangge.place.Address.DoorNumber;
import org.wangge.place.AddressKind;

/**
 * Addresses of a made-up city: estates with buildings, units and doors, streets with some of their
 * numbers, shops and offices. About one in twenty has a name; the rest are numbers below one. The
 * same seed gives the same city.
 */
final class AddressCity {
  private static final String FIRST = "望青云石月竹梅锦晴安金兰瑞和鹭柳澄谷白星松桐荷重长乐华朝绿银翠紫东西南北新老";
  private static final String SECOND = "溪桥湾洲堤台圃园井渡坪泉塘矶峰川屿潭陂林庆海岸阳茂山城都厦行会水门口头里";
  private static final String[] ESTATES = {"小区", "花园", "家园", "公寓", "苑", "新村", "名邸"};
  private static final String[] STREETS = {"路", "街", "大道", "巷", "东路", "北街"};
  private static final String[] SHOPS = {"便利店", "幼儿园", "小学", "药房", "菜市场", "派出所", "诊所", "银行", "公园"};
  private static final int BUILDINGS = 12;
  private static final int UNITS = 2;
  private static final int FLOORS = 8;

  private final Random random;
  private final Set<String> taken = new HashSet<>();
  private final List<Address> all = new ArrayList<>();

  private AddressCity(long seed) {
    random = new Random(seed);
  }

  static List<Address> of(long seed, int count) {
    AddressCity city = new AddressCity(seed);
    while (city.all.size() < count) {
      city.addEstate();
      for (int i = 0; i < 4; i++) {
        city.addStreet();
      }
      for (int i = 0; i < 16; i++) {
        city.addNamed(AddressKind.POINT_OF_INTEREST, SHOPS);
      }
    }
    return List.copyOf(city.all.subList(0, count));
  }

  private void addEstate() {
    Address estate = addNamed(AddressKind.ESTATE, ESTATES);
    for (int building = 1; building <= BUILDINGS; building++) {
      LatticePoint at = near(estate.location());
      add(estate, AddressKind.BUILDING, at, building + "栋", "" + building);
      for (int unit = 1; unit <= UNITS; unit++) {
        String label = building + "栋" + unit + "单元";
        add(estate, AddressKind.UNIT, at, label, "" + building, "" + unit);
        for (int floor = 1; floor <= FLOORS; floor++) {
          String door = floor + "0" + (1 + random.nextInt(4));
          add(estate, AddressKind.HOUSEHOLD, at, label + door, "" + building, "" + unit, door);
        }
      }
    }
  }

  private void addStreet() {
    Address street = addNamed(AddressKind.STREET, STREETS);
    for (int number = 1; number < 60; number += 1 + random.nextInt(8)) {
      LatticePoint at =
          new LatticePoint(street.location().lon() + number * 900, street.location().lat());
      add(street, AddressKind.STREET_NUMBER, at, number + "号", "" + number);
    }
  }

  private void add(
      Address under, AddressKind kind, LatticePoint at, String label, String... parts) {
    all.add(
        Address.numbered(
            kind,
            kind.word() + all.size(),
            under.nameZh() + label,
            at,
            DoorNumber.of(under.kind(), under.id(), parts)));
  }

  private Address addNamed(AddressKind kind, String[] endings) {
    String name;
    do {
      name = name() + endings[random.nextInt(endings.length)];
    } while (!taken.add(name));
    LatticePoint at =
        new LatticePoint(
            1_140_000_000 + random.nextInt(3_000_000), 225_000_000 + random.nextInt(3_000_000));
    Address address = Address.named(kind, kind.word() + all.size(), name, "", at);
    all.add(address);
    return address;
  }

  private String name() {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < 1 + random.nextInt(2); i++) {
      name.append(FIRST.charAt(random.nextInt(FIRST.length())));
      name.append(SECOND.charAt(random.nextInt(SECOND.length())));
    }
    return name.toString();
  }

  private LatticePoint near(LatticePoint at) {
    return new LatticePoint(at.lon() + random.nextInt(20_000), at.lat() + random.nextInt(20_000));
  }
}
