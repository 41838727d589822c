package org.wangge.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wangge.incident.Priority;
import org.wangge.incident.category.Category;
import org.wangge.incident.category.Condition;
import org.wangge.incident.category.Entry;

/** What goes wrong in the town, how often, and how long mending it may take. */
final class IncidentKinds {
  private IncidentKinds() {}

  /**
   * A kind of incident.
   *
   * @param category its words and urgency
   * @param limit how long mending may take
   * @param weight how often it happens, against the others
   * @param conditions of which it is in one, each as often
   */
  record Kind(Category category, Duration limit, int weight, List<String> conditions) {

    Priority priority() {
      return category.priority();
    }
  }

  /** What is so of some, as the limits of stages tell it apart. */
  private static final Map<String, List<Condition>> CONDITIONS =
      Map.of(
          "manhole-cover",
          List.of(
              new Condition("missing", "缺失", "Missing"),
              new Condition("rattling", "松动异响", "Rattling")));

  /** What people also call some. */
  private static final Map<String, List<String>> KEYWORDS =
      Map.of(
          "exposed-rubbish", List.of("垃圾", "garbage", "trash"),
          "road-damage", List.of("坑洼", "pothole"),
          "noise", List.of("施工", "扰民"),
          "e-bike-charging", List.of("电动车", "充电"));

  private static final Instant EVER = Instant.parse("2000-01-01T00:00:00Z");

  /** Of these it would be told who lives how. */
  private static final Set<String> PRIVATE = Set.of("dispute", "help-elderly");

  static final List<Kind> ALL =
      List.of(
          kind("exposed-rubbish 暴露垃圾 Exposed rubbish", Priority.ORDINARY, 4, 14),
          kind("illegal-parking 违规停车 Illegal parking", Priority.ORDINARY, 3, 13),
          kind("street-vending 占道经营 Street vending", Priority.ORDINARY, 4, 10),
          kind("road-damage 路面破损 Damaged road surface", Priority.ORDINARY, 72, 6),
          kind("manhole-cover 井盖问题 Manhole cover", Priority.URGENT, 2, 3),
          kind("blocked-drain 雨水箅堵塞 Blocked drain grate", Priority.IMPORTANT, 24, 5),
          kind("street-light 路灯不亮 Street light out", Priority.ORDINARY, 48, 6),
          kind("water-leak 管道漏水 Leaking pipe", Priority.IMPORTANT, 12, 5),
          kind("noise 噪声扰民 Noise", Priority.ORDINARY, 6, 7),
          kind("fire-lane 消防通道堵塞 Blocked fire lane", Priority.URGENT, 2, 5),
          kind("e-bike-charging 飞线充电 Unsafe e-bike charging", Priority.IMPORTANT, 8, 7),
          kind("dispute 邻里纠纷 Dispute between neighbours", Priority.ORDINARY, 72, 6),
          kind("unlicensed-building 违法搭建 Unlicensed building", Priority.ORDINARY, 120, 3),
          kind("fallen-tree 树木倒伏 Fallen tree", Priority.IMPORTANT, 6, 2),
          kind("stray-dog 流浪犬 Stray dog", Priority.ORDINARY, 24, 3),
          kind("help-elderly 老人求助 Elderly person needs help", Priority.URGENT, 2, 3));

  private static Kind kind(String words, Priority priority, int hours, int weight) {
    String[] parts = words.split(" ", 3);
    Duration limit = Duration.ofHours(hours);
    String code = parts[0];
    List<Condition> conditions = CONDITIONS.getOrDefault(code, List.of());
    Entry entry =
        new Entry(
            parts[1],
            parts[2],
            priority,
            KEYWORDS.getOrDefault(code, List.of()),
            "",
            conditions,
            Set.of(),
            !PRIVATE.contains(code));
    List<String> among =
        conditions.isEmpty() ? List.of("") : conditions.stream().map(Condition::code).toList();
    return new Kind(Category.first(code, entry, EVER), limit, weight, among);
  }

  static Kind pick(Dice dice) {
    int all = ALL.stream().mapToInt(Kind::weight).sum();
    int lot = dice.whole(1, all);
    for (Kind kind : ALL) {
      lot -= kind.weight();
      if (lot <= 0) {
        return kind;
      }
    }
    return ALL.get(0);
  }
}
