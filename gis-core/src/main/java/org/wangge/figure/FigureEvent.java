package org.wangge.figure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wangge.event.Audience;
import org.wangge.event.DomainEvent;

/** What happens to figures. */
public sealed interface FigureEvent extends DomainEvent {

  /** Who is told of them. */
  Audience AUDIENCE = Audience.staff();

  /** From now on is graded otherwise. */
  record GradesChanged(GradeRules rules) implements FigureEvent {
    @Override
    public String type() {
      return "figure-grades-changed";
    }

    @Override
    public String subject() {
      return Integer.toString(rules.version());
    }

    @Override
    public Map<String, Object> facts() {
      Map<String, Object> facts = new LinkedHashMap<>();
      for (GradeRules.Threshold one : rules.thresholds()) {
        facts.put(
            one.figure().word(),
            one.excellent().toPlainString() + " " + one.competent().toPlainString());
      }
      return facts;
    }
  }
}
