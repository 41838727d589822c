package org.wangge.place;

import java.util.Map;
import org.wangge.event.Audience;
import org.wangge.event.DomainEvent;

/** What happens to places. */
public sealed interface PlaceEvent extends DomainEvent {

  /** Who is told of them. */
  Audience AUDIENCE = Audience.staff();

  /** Many came in at once. */
  record PlacesLoaded(int count) implements PlaceEvent {
    @Override
    public String type() {
      return "place-places-loaded";
    }

    @Override
    public String subject() {
      return "places";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("count", count);
    }
  }

  /** One stands no more. */
  record PlaceEnded(PlaceKind kind, String id) implements PlaceEvent {
    @Override
    public String type() {
      return "place-place-ended";
    }

    @Override
    public String subject() {
      return id;
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("kind", kind.word());
    }
  }
}
