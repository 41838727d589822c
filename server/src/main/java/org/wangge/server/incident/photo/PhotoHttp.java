package org.wangge.server.incident.photo;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import org.wangge.access.Caller;
import org.wangge.incident.photo.Photo;
import org.wangge.incident.photo.PhotoRegister;
import org.wangge.incident.photo.PhotoSize;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Json;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Parameters;
import org.wangge.server.http.RateLimit;
import org.wangge.server.http.SecretTexts;
import org.wangge.server.http.TooBusy;
import org.wangge.server.incident.file.FileRequests;

/** Photos over HTTP: anyone may hand one in. */
public final class PhotoHttp {
  private static final String TOKEN = "Wangge-Report-Token";
  private static final int A_MINUTE = 20;
  private static final int ACCOUNT_A_MINUTE = 120;

  /** So many files may be on their way at once: all of them in memory. */
  private static final int MOST_AT_ONCE = 12;

  private static final int RETRY_SECONDS = 3;

  /** Where too many wait, the oldest of them go by and by. */
  private static final int ROOM_SECONDS = 60;

  private final PhotoRegister register;
  private final Darkroom darkroom;
  private final UnaryOperator<String> ids;
  private final Clock clock;
  private final RateLimit anonymous = new RateLimit(A_MINUTE);
  private final RateLimit accounts = new RateLimit(ACCOUNT_A_MINUTE);
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  /**
   * Makes it.
   *
   * @param ids makes of a sender's key an id that nobody else can tell
   */
  PhotoHttp(PhotoRegister register, Darkroom darkroom, UnaryOperator<String> ids, Clock clock) {
    this.register = register;
    this.darkroom = darkroom;
    this.ids = ids;
    this.clock = clock;
  }

  /** {@code POST /api/reports/photos}: the body is the picture. */
  public void take(Context ctx) {
    Caller caller = Callers.of(ctx);
    count(ctx, caller);
    Optional<String> key = FileRequests.key(ctx);
    String id = ids.apply(key.orElseGet(SecretTexts::next));
    Optional<Photo> known = key.flatMap(any -> register.find(caller, id));
    Photo photo = known.orElseGet(() -> develop(ctx, caller, id));
    ctx.status(known.isPresent() ? 200 : 201);
    ctx.header("Cache-Control", "no-store");
    Json.write(ctx, "application/json", PhotoJson.received(photo));
  }

  private void count(Context ctx, Caller caller) {
    if (caller.isAnonymous()) {
      anonymous.count(ctx);
    } else {
      accounts.count(caller.account());
    }
  }

  private Photo develop(Context ctx, Caller caller, String id) {
    if (!places.tryAcquire()) {
      throw new TooBusy("photos-busy", RETRY_SECONDS);
    }
    try {
      byte[] file = PhotoRequests.file(ctx);
      return register
          .add(caller, id, darkroom.develop(file, clock.instant()))
          .orElseThrow(() -> new TooBusy("photos-waiting", ROOM_SECONDS));
    } finally {
      places.release();
    }
  }

  /** {@code GET /api/incidents/{id}/photos}. */
  public void list(Context ctx) {
    String id = Parameters.of(ctx).part("id");
    write(ctx, register.list(Callers.of(ctx), id));
  }

  /** {@code GET /api/incidents/{id}/photos/{photo}?size=}. */
  public void picture(Context ctx) {
    PhotoSize size = PhotoRequests.size(ctx);
    send(ctx, register.picture(Callers.of(ctx), ctx.pathParam("id"), ctx.pathParam("photo"), size));
  }

  /** {@code GET /api/reports/own/photos}, with the report's token in the header. */
  public void own(Context ctx) {
    Parameters.of(ctx);
    ctx.header("Cache-Control", "no-store");
    write(ctx, register.own(Callers.of(ctx), token(ctx)));
  }

  /** {@code GET /api/reports/own/photos/{photo}?size=}, with the same header. */
  public void ownPicture(Context ctx) {
    PhotoSize size = PhotoRequests.size(ctx);
    byte[] picture = register.ownPicture(Callers.of(ctx), token(ctx), ctx.pathParam("photo"), size);
    ctx.header("Cache-Control", "no-store");
    send(ctx, picture);
  }

  private static String token(Context ctx) {
    String token = Optional.ofNullable(ctx.header(TOKEN)).orElse("");
    if (token.isEmpty()) {
      throw new Malformed(TOKEN, "header-missing", Map.of("name", TOKEN));
    }
    return token;
  }

  private static void write(Context ctx, List<Photo> photos) {
    Json.write(
        ctx, "application/json", Map.of("photos", photos.stream().map(PhotoJson::of).toList()));
  }

  /** A name of its own and a type that is not guessed at: a picture and nothing else. */
  private static void send(Context ctx, byte[] picture) {
    ctx.contentType("image/jpeg");
    ctx.header("Content-Disposition", "inline; filename=\"photo.jpg\"");
    ctx.result(picture);
  }
}
