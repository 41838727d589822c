package org.wangge.event;

import java.util.Map;

/**
 * Something that happened, told in the past tense. Each feature has its own sealed family of them;
 * a family can be sealed only within its package, so this root is open
 * (docs/decisions/006-events.md).
 */
public interface DomainEvent {
  /** Kind, stable, in kebab case with the feature first, such as {@code grid-area-added}. */
  String type();

  /** Id or code of the thing it happened to. */
  String subject();

  /** Ids, codes and numbers that tell the rest; never a name, a phone number or free text. */
  Map<String, Object> facts();
}
