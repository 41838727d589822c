package org.wangge.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Invents Chinese names that sound like places, with their pinyin. No two calls on the same object
 * give the same name. Not thread-safe.
 */
final class MadeUpNames {
  private static final List<String> FIRST =
      List.of(
          "云 Yun", "青 Qing", "望 Wang", "柳 Liu", "桐 Tong", "鹭 Lu", "芦 Lu", "澄 Cheng", "栖 Qi",
          "枫 Feng", "竹 Zhu", "锦 Jin", "安 An", "和 He", "瑞 Rui", "兰 Lan", "梅 Mei", "月 Yue", "星 Xing",
          "石 Shi", "白 Bai", "金 Jin", "松 Song", "荷 He", "杉 Shan", "丹 Dan", "晴 Qing", "谷 Gu");
  private static final List<String> SECOND =
      List.of(
          "溪 xi", "塘 tang", "岭 ling", "渡 du", "桥 qiao", "洲 zhou", "湾 wan", "埠 bu", "林 lin",
          "泉 quan", "坪 ping", "园 yuan", "陂 bei", "井 jing", "台 tai", "屿 yu", "亭 ting", "浦 pu",
          "矶 ji", "堤 di", "潭 tan", "峰 feng", "川 chuan", "圃 pu");

  private final Dice dice;
  private final Set<String> used = new HashSet<>();

  MadeUpNames(Dice dice) {
    this.dice = dice;
  }

  /**
   * A name without its kind.
   *
   * @param zh two characters
   * @param pinyin in Latin letters without tones
   */
  record Name(String zh, String pinyin) {
    /** The same name of a numbered series, once the plain ones are used up. */
    private Name numbered(int number) {
      return new Name(zh + number, pinyin + " " + number);
    }
  }

  /** A name not given before. */
  Name next() {
    int tries = 0;
    while (true) {
      String first = dice.pick(FIRST);
      String second = dice.pick(SECOND);
      Name name = new Name(zh(first) + zh(second), pinyin(first) + pinyin(second));
      if (tries > 20) {
        name = name.numbered(2 + dice.whole(0, tries));
      }
      if (used.add(name.zh())) {
        return name;
      }
      tries++;
    }
  }

  private static String zh(String entry) {
    return entry.substring(0, 1);
  }

  private static String pinyin(String entry) {
    return entry.substring(2);
  }
}
