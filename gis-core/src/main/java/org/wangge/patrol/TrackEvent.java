package org.wangge.patrol;

import java.util.Map;
import org.wangge.access.Right;
import org.wangge.event.Audience;
import org.wangge.event.DomainEvent;

/** What happens to tracks. Single positions are not events (design.md, section 3). */
public sealed interface TrackEvent extends DomainEvent {

  /** Who is told of them. */
  Audience AUDIENCE = Audience.there(Right.READ_TRACKS);

  /** Many came in at once. */
  record TracksLoaded(int count) implements TrackEvent {
    @Override
    public String type() {
      return "patrol-tracks-loaded";
    }

    @Override
    public String subject() {
      return "tracks";
    }

    @Override
    public Map<String, Object> facts() {
      return Map.of("count", count);
    }
  }
}
