package org.wangge.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wangge.grid.Area;
import org.wangge.grid.InCharge;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.people.Person;
import org.wangge.people.PersonalField;
import org.wangge.place.Building;

/**
 * Invents who stands behind the staff codes of a town. The names are put together from common
 * surnames and given names; the phone numbers begin with 000, which no network can give out (00
 * calls abroad, and no country's code begins with 0); the id numbers begin with the region 000000,
 * which GB/T 2260 does not have: they are nobody's.
 */
final class MadeUpPeople {
  private static final List<String> SURNAMES =
      List.of(
          "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "林",
          "罗", "高", "郑", "梁", "谢", "宋", "唐", "许", "邓", "冯", "韩", "曹", "曾", "彭", "萧", "蔡", "潘", "田",
          "欧阳", "司徒");

  private static final List<String> GIVEN =
      List.of(
          "伟", "芳", "娜", "敏", "静", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "霞", "平",
          "刚", "桂英", "建国", "志强", "秀兰", "海燕", "小红", "文博", "子涵", "雨欣", "国华", "玉梅", "晓东", "丽萍", "春生",
          "永康", "嘉怡", "思远");

  private static final int COMMUNITY_DIGITS = 12;
  private static final String NO_REGION = "000000";

  /** Weights and check characters of GB 11643. */
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private static final String CHECK = "10X98765432";

  private final long seed;
  private final Map<String, String> names;
  private final List<String> houses;
  private final List<String> grids;

  private MadeUpPeople(long seed, List<Area> areas, List<Building> buildings) {
    this.seed = seed;
    names =
        areas.stream()
            .filter(area -> area.key().partition().equals(Partition.TREE))
            .collect(Collectors.toMap(Area::code, Area::name));
    grids =
        areas.stream()
            .filter(area -> area.key().partition().equals(Partition.TREE))
            .filter(area -> area.level() == Level.GRID)
            .map(Area::code)
            .sorted()
            .toList();
    houses = buildings.stream().map(Building::nameZh).filter(name -> name.endsWith("栋")).toList();
  }

  /** Everyone in charge of some area, in the order of their codes. */
  static List<Person> of(long seed, List<Area> areas, List<Building> buildings) {
    MadeUpPeople maker = new MadeUpPeople(seed, areas, buildings);
    List<Person> people = new ArrayList<>();
    for (Area area : areas) {
      for (InCharge one : area.inCharge()) {
        people.add(maker.person(one.staffCode(), area));
      }
    }
    people.sort((one, other) -> one.code().compareTo(other.code()));
    return people;
  }

  private Person person(String code, Area area) {
    Dice dice = Dice.of(seed, "person " + code);
    Map<PersonalField, String> fields =
        Map.of(
            PersonalField.NAME, dice.pick(SURNAMES) + dice.pick(GIVEN),
            PersonalField.DUTY_PHONE, phone(dice),
            PersonalField.PRIVATE_PHONE, phone(dice),
            PersonalField.ID_NUMBER, idNumber(dice),
            PersonalField.HOME_ADDRESS, home(dice),
            PersonalField.HOME_GRID, homeGrid(code));
    return Person.added(code, unit(area), fields, true);
  }

  private String unit(Area area) {
    boolean below =
        area.key().partition().equals(Partition.TREE) && area.code().length() > COMMUNITY_DIGITS;
    return below
        ? names.getOrDefault(area.code().substring(0, COMMUNITY_DIGITS), area.name())
        : area.name();
  }

  private static String phone(Dice dice) {
    return "000%08d".formatted(dice.whole(0, 99_999_999));
  }

  private static String idNumber(Dice dice) {
    String first =
        "%s%04d%02d%02d%03d"
            .formatted(
                NO_REGION,
                dice.whole(1962, 2004),
                dice.whole(1, 12),
                dice.whole(1, 28),
                dice.whole(0, 999));
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (first.charAt(i) - '0');
    }
    return first + CHECK.charAt(sum % CHECK.length());
  }

  private String homeGrid(String code) {
    return grids.isEmpty() ? "" : Dice.of(seed, "home " + code).pick(grids);
  }

  private String home(Dice dice) {
    return houses.isEmpty()
        ? ""
        : "%s%d单元%d0%d室"
            .formatted(dice.pick(houses), dice.whole(1, 3), dice.whole(1, 11), dice.whole(1, 4));
  }
}
