package org.wangge.server.incident.note;

import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import org.wangge.access.Caller;
import org.wangge.incident.note.Note;
import org.wangge.incident.note.NoteRegister;
import org.wangge.server.http.Callers;
import org.wangge.server.http.FileBody;
import org.wangge.server.http.Json;
import org.wangge.server.http.Parameters;
import org.wangge.server.http.RateLimit;
import org.wangge.server.http.SecretTexts;
import org.wangge.server.http.TooBusy;
import org.wangge.server.incident.file.FileRequests;

/** Spoken notes over HTTP. */
public final class NoteHttp {
  private static final int A_MINUTE = 60;

  /** So many files may be on their way at once: all of them in memory. */
  private static final int MOST_AT_ONCE = 12;

  private static final int RETRY_SECONDS = 3;
  private static final int ROOM_SECONDS = 60;

  private final NoteRegister register;
  private final UnaryOperator<String> ids;
  private final RateLimit accounts = new RateLimit(A_MINUTE);
  private final Semaphore places = new Semaphore(MOST_AT_ONCE);

  /**
   * Makes it.
   *
   * @param ids makes of a sender's key an id that nobody else can tell
   */
  NoteHttp(NoteRegister register, UnaryOperator<String> ids) {
    this.register = register;
    this.ids = ids;
  }

  /** {@code POST /api/reports/notes}: the body is the recording. */
  public void take(Context ctx) {
    Caller caller = Callers.of(ctx);
    accounts.count(caller.account());
    Optional<String> key = FileRequests.key(ctx);
    String id = ids.apply(caller.account() + " " + key.orElseGet(SecretTexts::next));
    Optional<Note> known = key.flatMap(any -> register.find(caller, id));
    Note note = known.orElseGet(() -> keep(ctx, caller, id));
    ctx.status(known.isPresent() ? 200 : 201);
    ctx.header("Cache-Control", "no-store");
    Json.write(ctx, "application/json", NoteJson.of(note));
  }

  private Note keep(Context ctx, Caller caller, String id) {
    if (!places.tryAcquire()) {
      throw new TooBusy("notes-busy", RETRY_SECONDS);
    }
    try {
      byte[] file = FileBody.read(ctx, Recording.LONGEST_FILE);
      return register
          .add(caller, id, Recording.check(file), file)
          .orElseThrow(() -> new TooBusy("notes-waiting", ROOM_SECONDS));
    } finally {
      places.release();
    }
  }

  /** {@code GET /api/incidents/{id}/notes}. */
  public void list(Context ctx) {
    String id = Parameters.of(ctx).part("id");
    Json.write(
        ctx,
        "application/json",
        Map.of("notes", register.list(Callers.of(ctx), id).stream().map(NoteJson::of).toList()));
  }

  /**
   * {@code GET /api/incidents/{id}/notes/{note}}: the recording. A type that is not guessed at, a
   * name of its own, and nothing that a browser opens as a page.
   */
  public void hear(Context ctx) {
    String id = Parameters.of(ctx).part("id");
    NoteRegister.Heard heard = register.hear(Callers.of(ctx), id, ctx.pathParam("note"));
    ctx.contentType(heard.kind().mediaType());
    ctx.header("Content-Disposition", "attachment; filename=\"note." + heard.kind().word() + "\"");
    ctx.header("Cache-Control", "no-store");
    ctx.result(heard.file());
  }
}
