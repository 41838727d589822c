package org.wangge.shift;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wangge.event.NumberedEvent;
import org.wangge.word.Word;

/** What may have changed since a shift began, told by the events of the log. */
public enum ChangeKind implements Word {
  /** 新上报 */
  REPORTED("incident-reported"),
  /** 新立案 */
  FILED("incident-moved", "action", "file"),
  /** 结案 */
  CLOSED("incident-moved", "action", "close"),
  /** 到期 */
  OVERDUE("incident-rang", "mark", "due"),
  /** 吹哨 */
  WHISTLE("whistle-blown"),
  /** 哨声结束 */
  WHISTLE_ENDED("whistle-ended"),
  /** 网格调整 */
  BOUNDARY("plan-published"),
  /** 搁置告警 */
  SHELVED("alarm-shelved");

  private final String type;
  private final String fact;
  private final String value;

  ChangeKind(String type) {
    this(type, "", "");
  }

  ChangeKind(String type, String fact, String value) {
    this.type = type;
    this.fact = fact;
    this.value = value;
  }

  /** Types of the events that tell any of them. */
  static List<String> types() {
    return Arrays.stream(values()).map(one -> one.type).distinct().toList();
  }

  /** What an event tells; empty where it is none of them. */
  static Optional<ChangeKind> of(NumberedEvent event) {
    return Arrays.stream(values()).filter(one -> one.isToldBy(event)).findFirst();
  }

  private boolean isToldBy(NumberedEvent event) {
    Map<String, Object> facts = event.facts();
    return type.equals(event.type()) && (fact.isEmpty() || value.equals(facts.get(fact)));
  }
}
