package org.wangge.incident.joint;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wangge.incident.Handler;

/**
 * One of those who handle an incident jointly.
 *
 * @param handler who
 * @param leads whether they lead the others
 * @param outAtOrNull since when they have it no longer in hand; null while they do
 */
public record Participant(Handler handler, boolean leads, @Nullable Instant outAtOrNull) {

  public boolean isIn() {
    return outAtOrNull == null;
  }

  Participant leading(boolean now) {
    return new Participant(handler, now, outAtOrNull);
  }

  Participant out(Instant at) {
    return new Participant(handler, false, at);
  }
}
