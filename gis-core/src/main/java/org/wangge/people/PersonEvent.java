package org.wangge.people;

import java.util.Map;
import org.wangge.event.DomainEvent;

/**
 * What happens to what is known of people; by code, never by name. Told to the same audience as
 * {@link PeopleEvent}.
 */
public sealed interface PersonEvent extends DomainEvent {

  /** Somebody was added. */
  record PersonAdded(String code) implements PersonEvent {
    @Override
    public String type() {
      return "people-person-added";
    }

    @Override
    public String subject() {
      return code;
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("version", 1);
    }
  }

  /**
   * Something about somebody was changed.
   *
   * @param code who
   * @param version afterwards
   * @param fields words of what was changed, in order, with commas between
   */
  record PersonChanged(String code, int version, String fields) implements PersonEvent {
    @Override
    public String type() {
      return "people-person-changed";
    }

    @Override
    public String subject() {
      return code;
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("version", version, "fields", fields);
    }
  }

  /** All that is personal of somebody was erased. */
  record PersonErased(String code, int version) implements PersonEvent {
    @Override
    public String type() {
      return "people-person-erased";
    }

    @Override
    public String subject() {
      return code;
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("version", version);
    }
  }

  /** Many came at once. */
  record PersonsLoaded(int count) implements PersonEvent {
    @Override
    public String type() {
      return "people-persons-loaded";
    }

    @Override
    public String subject() {
      return "persons";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("count", count);
    }
  }
}
