package org.wangge.server.incident;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wangge.incident.category.Category;
import org.wangge.incident.category.Condition;
import org.wangge.incident.category.Entry;
import org.wangge.server.place.AddressPinyin;

/** Categories as JSON. */
final class CategoryJson {
  private static final int MOST_READINGS = 4;

  private CategoryJson() {}

  static Map<String, Object> category(Category category) {
    Entry entry = category.entry();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", category.code());
    json.put("version", category.version());
    json.put("nameZh", entry.nameZh());
    json.put("nameEn", entry.nameEn());
    json.put("pinyin", pinyin(entry.nameZh()));
    json.put("keywords", entry.keywords());
    json.put("priority", entry.priority().word());
    json.put("parent", entry.parent());
    json.put("conditions", entry.conditions().stream().map(CategoryJson::condition).toList());
    json.put("departments", entry.departmentCodes());
    json.put("published", entry.published());
    json.put("retired", category.retired());
    json.put("since", category.since().toString());
    return json;
  }

  static Map<String, Object> list(List<Category> categories) {
    return Map.of("categories", categories.stream().map(CategoryJson::category).toList());
  }

  private static Map<String, Object> condition(Condition condition) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", condition.code());
    json.put("nameZh", condition.nameZh());
    json.put("nameEn", condition.nameEn());
    return json;
  }

  /** Ways to read a name, the syllables apart: what a phone without a dictionary searches by. */
  private static List<String> pinyin(String name) {
    return AddressPinyin.spellings(name).stream()
        .limit(MOST_READINGS)
        .map(spelling -> String.join(" ", spelling.syllables()))
        .toList();
  }
}
