package org.wangge.footage;

import java.time.Instant;
import java.util.UUID;

/**
 * That somebody looks at footage, as it goes on record (调阅登记).
 *
 * @param id grows with time
 * @param account who looks
 * @param request at what, and why
 * @param askedAt when
 * @param until from when on it has to be asked for again
 */
public record Retrieval(
    UUID id, String account, RetrievalRequest request, Instant askedAt, Instant until) {

  /** Whether it lets an account look at a stretch of a camera's footage now. */
  boolean covers(String who, String cameraId, Span span, Instant now) {
    return account.equals(who)
        && now.isBefore(until)
        && request.cameras().contains(cameraId)
        && !span.from().isBefore(request.span().from())
        && !span.to().isAfter(request.span().to());
  }
}
