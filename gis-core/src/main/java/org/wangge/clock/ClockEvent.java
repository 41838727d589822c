package org.wangge.clock;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wangge.event.Audience;
import org.wangge.event.DomainEvent;

/** What happens to calendars. */
public sealed interface ClockEvent extends DomainEvent {

  /** Who is told of them. */
  Audience AUDIENCE = Audience.staff();

  /**
   * A calendar has another version: due times of running clocks have moved with it.
   *
   * @param code of the calendar
   * @param version the newest
   * @param area it is for; empty: everywhere
   * @param inForce whether anything counts by it
   * @param reason why
   */
  record CalendarChanged(
      String code, int version, String area, boolean inForce, ChangeReason reason)
      implements ClockEvent {

    static CalendarChanged of(CalendarEdition edition, ChangeReason reason) {
      return new CalendarChanged(
          edition.id().code(), edition.id().version(), edition.area(), edition.inForce(), reason);
    }

    @Override
    public String type() {
      return "clock-calendar-changed";
    }

    @Override
    public String subject() {
      return code;
    }

    @Override
    public Map<String, Object> facts() {
      Map<String, Object> facts = new LinkedHashMap<>();
      facts.put("version", version);
      facts.put("area", area);
      facts.put("inForce", inForce);
      facts.put("reason", reason.text());
      return facts;
    }
  }
}
