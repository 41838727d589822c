package org.wangge.server.patrol;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.wangge.people.Device;
import org.wangge.server.http.Arrival;
import org.wangge.server.http.DoorShut;
import org.wangge.server.http.Malformed;

/**
 * Positions as apps on phones send them. They send again what was not answered with success, and
 * nothing else before it: so what can be read and can never be kept is answered with success, and a
 * header says what became of it (docs/guide/phones.md).
 */
public final class PhoneHttp {
  private static final String OUTCOME = "Wangge-Positions";

  private final PhoneDoor door;
  private final PhoneIntake intake;
  private final PhoneMemory memory;
  private final Clock clock;

  PhoneHttp(PhoneDoor door, PhoneIntake intake, PhoneMemory memory, Clock clock) {
    this.memory = memory;
    this.door = door;
    this.intake = intake;
    this.clock = clock;
  }

  /** {@code GET} and {@code POST /gps/osmand}: Traccar Client, OsmAnd and what speaks like them. */
  public void osmand(Context ctx) {
    OsmAndRequests request = read(ctx);
    Device phone = door.open(Arrival.of(ctx), request.token());
    take(ctx, phone, request.message());
    ctx.result("");
  }

  private OsmAndRequests read(Context ctx) {
    try {
      OsmAndRequests request =
          OsmAndRequests.of(ctx, clock.instant().truncatedTo(ChronoUnit.MILLIS));
      if (request.token().isEmpty()) {
        throw new Malformed("id", "parameter-missing", Map.of("name", "id"));
      }
      return request;
    } catch (Malformed e) {
      door.countWrong(Arrival.of(ctx));
      throw e;
    }
  }

  /**
   * {@code POST /gps/owntracks}. Answered with no messages for the app: to an answer that is not
   * JSON it sends again.
   */
  public void ownTracks(Context ctx) {
    String token = OwnTracksRequests.token(ctx);
    if (token.isEmpty()) {
      requireReadable(ctx);
    }
    take(ctx, owner(ctx, token), OwnTracksRequests.message(ctx));
    ctx.contentType("application/json");
    ctx.result("[]");
  }

  private void requireReadable(Context ctx) {
    try {
      var unused = OwnTracksRequests.message(ctx);
    } catch (Malformed e) {
      door.countWrong(Arrival.of(ctx));
      throw e;
    }
  }

  private Device owner(Context ctx, String token) {
    try {
      return door.open(Arrival.of(ctx), token);
    } catch (DoorShut e) {
      ctx.header("WWW-Authenticate", "Basic realm=\"wangge\", charset=\"UTF-8\"");
      throw e;
    }
  }

  private void take(Context ctx, Device phone, PhoneMessage message) {
    PhoneOutcome outcome = intake.take(phone, message);
    memory.note(phone.id(), clock.instant(), outcome);
    ctx.header("Cache-Control", "no-store");
    ctx.header(OUTCOME, outcome.line());
  }
}
