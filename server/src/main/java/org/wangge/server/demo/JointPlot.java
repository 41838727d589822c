package org.wangge.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who handles incidents of a category together in the demonstration, and what they say.
 *
 * @param leads code of the department that leads
 * @param helps code of the other
 * @param reason why they do so
 * @param says what the one says
 * @param answers what the other answers
 * @param text what is decided
 * @param tasks what each of the two then does
 */
record JointPlot(
    String leads,
    String helps,
    String reason,
    String says,
    String answers,
    String text,
    List<String> tasks) {
  private static final Duration BETWEEN = Duration.ofMinutes(30);

  private static final Map<String, JointPlot> ALL =
      Map.of(
          "road-damage",
          new JointPlot(
              "municipal-works",
              "urban-management",
              "路面塌陷压占人行道，需市政与城管一起处置",
              "市政所：破损约六平方米，需围挡半幅路面。",
              "城管中队：可引导行人绕行，并清走路边摊位。",
              "先围挡疏导，再修补路面。",
              List.of("围挡并修补路面", "疏导行人，清走摊位")),
          "unlicensed-building",
          new JointPlot(
              "urban-management",
              "fire-safety",
              "搭建占用消防通道，需城管与消防一起核查",
              "城管中队：棚子约十二平方米，未见审批。",
              "消防工作站：占住登高面，须先恢复通道。",
              "限期拆除，先恢复消防通道。",
              List.of("送达通知并督促拆除", "现场核查消防通道")),
          "blocked-drain",
          new JointPlot(
              "municipal-works",
              "sanitation",
              "雨水箅反复堵塞，需市政与环卫一起查找原因",
              "市政所：管内有油垢，箅口被落叶盖住。",
              "环卫所：夜间加扫一遍，落叶当天清走。",
              "疏通管道，同时清理周边落叶。",
              List.of("疏通管道", "清扫周边落叶")),
          "fire-lane",
          new JointPlot(
              "fire-safety",
              "urban-management",
              "消防通道被车辆和摊位堵住，需消防与城管一起清理",
              "消防工作站：通道净宽不足两米。",
              "城管中队：摊位先移走，车辆联系车主。",
              "当场清出通道，划线并巡查。",
              List.of("核查通道宽度并划线", "移走摊位，联系车主")),
          "street-light",
          new JointPlot(
              "municipal-works",
              "urban-management",
              "路灯杆被广告牌压住，需市政与城管一起处置",
              "市政所：灯具完好，电缆被广告牌支架磨破。",
              "城管中队：广告牌未经许可，可以先拆。",
              "先拆广告牌，再换电缆。",
              List.of("更换电缆", "拆除广告牌")));

  /** Of a category; null where incidents of it are handled by one alone. */
  static @Nullable JointPlot of(String category) {
    return ALL.get(category);
  }

  Map<String, String> first() {
    return department(leads);
  }

  Map<String, String> second() {
    return department(helps);
  }

  private static Map<String, String> department(String code) {
    return Map.of("kind", "department", "code", code);
  }

  /** Why it is sent back by whoever had it alone. */
  String sentBack() {
    return "一家处置不了，请派多方";
  }

  /** The decision as the program takes it. */
  Map<String, Object> decision(Instant first) {
    return Map.of(
        "text",
        text,
        "duties",
        List.of(
            duty(first(), tasks.get(0), first), duty(second(), tasks.get(1), first.plus(BETWEEN))));
  }

  private static Map<String, Object> duty(Map<String, String> to, String what, Instant due) {
    return Map.of("to", to, "what", what, "due", due.toString());
  }
}
