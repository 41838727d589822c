package org.wangge.incident.category;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wangge.clock.ChangeReason;
import org.wangge.event.DomainEvent;

/** What happens to categories. */
public sealed interface CategoryEvent extends DomainEvent {

  /** The category as it is now. */
  Category category();

  /** Why. */
  ChangeReason reason();

  @Override
  default String subject() {
    return category().code();
  }

  @Override
  default Map<String, Object> facts() {
    Entry entry = category().entry();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("version", category().version());
    facts.put("priority", entry.priority().word());
    facts.put("parent", entry.parent());
    facts.put("conditions", entry.conditions().stream().map(Condition::code).toList());
    facts.put("departments", entry.departmentCodes());
    facts.put("published", entry.published());
    facts.put("retired", category().retired());
    facts.put("reason", reason().text());
    return facts;
  }

  /** One is new. */
  record CategoryAdded(Category category, ChangeReason reason) implements CategoryEvent {
    @Override
    public String type() {
      return "incident-category-added";
    }
  }

  /** Something else is said of one. */
  record CategoryChanged(Category category, ChangeReason reason) implements CategoryEvent {
    @Override
    public String type() {
      return "incident-category-changed";
    }
  }

  /** Nothing new is reported of one. */
  record CategoryRetired(Category category, ChangeReason reason) implements CategoryEvent {
    @Override
    public String type() {
      return "incident-category-retired";
    }
  }

  /** One is in use again. */
  record CategoryRevived(Category category, ChangeReason reason) implements CategoryEvent {
    @Override
    public String type() {
      return "incident-category-revived";
    }
  }
}
