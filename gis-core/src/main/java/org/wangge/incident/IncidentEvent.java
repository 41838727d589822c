package org.wangge.incident;

import java.util.Map;
import org.wangge.access.Right;
import org.wangge.clock.CalendarVersion;
import org.wangge.event.Audience;
import org.wangge.event.DomainEvent;
import org.wangge.incident.limit.Stage;

/** What happens to incidents. */
public sealed interface IncidentEvent extends DomainEvent {

  /** Who is told of them. */
  Audience AUDIENCE = Audience.there(Right.READ_INCIDENTS);

  /**
   * One came in.
   *
   * @param id of the incident
   * @param category code of its category
   * @param place where it is
   */
  record IncidentReported(String id, String category, IncidentPlace place)
      implements IncidentEvent {
    @Override
    public String type() {
      return "incident-reported";
    }

    @Override
    public String subject() {
      return id;
    }

    @Override
    public Map<String, Object> facts() {
      return place.facts(Map.of("category", category));
    }
  }

  /**
   * Something was done to one.
   *
   * @param id of the incident
   * @param action what
   * @param step where that led
   * @param version of the incident afterwards
   * @param place where it is
   */
  record IncidentMoved(String id, Action action, Step step, int version, IncidentPlace place)
      implements IncidentEvent {
    @Override
    public String type() {
      return "incident-moved";
    }

    @Override
    public String subject() {
      return id;
    }

    @Override
    public Map<String, Object> facts() {
      return place.facts(Map.of("action", action.word(), "step", step.word(), "version", version));
    }
  }

  /** What was done to an incident, which is now so. */
  static IncidentMoved moved(Incident changed, Action action) {
    return new IncidentMoved(
        changed.id(), action, changed.step(), changed.version(), IncidentPlace.of(changed));
  }

  /**
   * Its clock rang.
   *
   * @param id of the incident
   * @param stage whose clock
   * @param mark for what: {@code due}, or a warning before that
   * @param place where it is
   */
  record IncidentRang(String id, Stage stage, String mark, IncidentPlace place)
      implements IncidentEvent {
    @Override
    public String type() {
      return "incident-rang";
    }

    @Override
    public String subject() {
      return id;
    }

    @Override
    public Map<String, Object> facts() {
      return place.facts(Map.of("stage", stage.word(), "mark", mark));
    }
  }

  /**
   * Clocks of many were moved, because a calendar was changed.
   *
   * @param area whose; empty: everywhere
   * @param calendar the newest version of it
   * @param count of how many incidents
   */
  record IncidentsRetimed(String area, CalendarVersion calendar, int count)
      implements IncidentEvent {
    @Override
    public String type() {
      return "incident-incidents-retimed";
    }

    @Override
    public String subject() {
      return "incidents";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("area", area, "calendar", calendar.toString(), "count", count);
    }
  }

  /** What was personal of one was erased: words, reporters, reasons. */
  record IncidentWordsErased(String id, IncidentPlace place) implements IncidentEvent {
    @Override
    public String type() {
      return "incident-words-erased";
    }

    @Override
    public String subject() {
      return id;
    }

    @Override
    public Map<String, Object> facts() {
      return place.facts(Map.of());
    }
  }

  /**
   * Its place was found, or found to be another.
   *
   * @param id of the incident
   * @param version of the incident afterwards
   * @param place where it is
   */
  record IncidentPlaced(String id, int version, IncidentPlace place) implements IncidentEvent {
    @Override
    public String type() {
      return "incident-placed";
    }

    @Override
    public String subject() {
      return id;
    }

    @Override
    public Map<String, Object> facts() {
      return place.facts(Map.of("version", version));
    }
  }

  /**
   * A token speaks for one channel from now on.
   *
   * @param tokenId id of the token
   * @param channel which
   */
  record ChannelBound(String tokenId, Channel channel) implements IncidentEvent {
    @Override
    public String type() {
      return "incident-channel-bound";
    }

    @Override
    public String subject() {
      return tokenId;
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("channel", channel.word());
    }
  }

  /** Many came in at once. */
  record IncidentsLoaded(int count) implements IncidentEvent {
    @Override
    public String type() {
      return "incident-incidents-loaded";
    }

    @Override
    public String subject() {
      return "incidents";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("count", count);
    }
  }
}
