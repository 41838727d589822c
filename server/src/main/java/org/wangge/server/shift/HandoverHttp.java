package org.wangge.server.shift;

import io.javalin.http.Context;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.grid.AreaAtlas;
import org.wangge.people.Shown;
import org.wangge.server.http.Callers;
import org.wangge.server.http.ETags;
import org.wangge.server.http.Json;
import org.wangge.server.http.Language;
import org.wangge.server.http.Parameters;
import org.wangge.server.http.WebServer;
import org.wangge.server.people.AccountNames;
import org.wangge.server.plan.paper.Sheet;
import org.wangge.shift.Handover;
import org.wangge.shift.HandoverRegister;
import org.wangge.shift.Signature;

/** Handover sheets over HTTP. */
public final class HandoverHttp {
  private static final String JSON = "application/json";

  private final HandoverRegister register;
  private final AccountNames names;
  private final Supplier<AreaAtlas> atlas;
  private final ZoneId zone;
  private final Clock clock;

  HandoverHttp(
      HandoverRegister register,
      AccountNames names,
      Supplier<AreaAtlas> atlas,
      ZoneId zone,
      Clock clock) {
    this.register = register;
    this.names = names;
    this.atlas = atlas;
    this.zone = zone;
    this.clock = clock;
  }

  /** {@code GET /api/shifts/handovers?area&before&limit}, the newest first. */
  public void list(Context ctx) {
    LogRequests.Page asked = LogRequests.page(ctx);
    Caller caller = Callers.of(ctx);
    List<Handover> found =
        register.list(caller, asked.area(), asked.before(), asked.pageSize() + 1);
    boolean more = found.size() > asked.pageSize();
    List<Handover> page = more ? found.subList(0, asked.pageSize()) : found;
    LogJson json = json(caller, page);
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("handovers", page.stream().map(json::brief).toList());
    answer.put("next", more ? page.get(page.size() - 1).id() : null);
    answer.put("asOf", clock.instant().toString());
    ctx.header("Cache-Control", "no-store");
    Json.write(ctx, JSON, answer);
  }

  /** {@code GET /api/shifts/handovers/{handover}}: with all that stands on it. */
  public void get(Context ctx) {
    Caller caller = Callers.of(ctx);
    write(ctx, caller, register.get(caller, id(Parameters.of(ctx))));
  }

  /** {@code POST /api/shifts/handovers} with {@code {area, remarks?}}. */
  public void begin(Context ctx) {
    LogRequests.Begun begun = LogRequests.begun(ctx);
    Caller caller = Callers.of(ctx);
    ctx.status(201);
    write(ctx, caller, register.begin(caller, begun.area(), begun.remarks()));
  }

  /** {@code POST /api/shifts/handovers/{handover}/signature} with {@code {answer?}}, If-Match. */
  public void sign(Context ctx) {
    long id = id(Parameters.of(ctx));
    String answer = LogRequests.answer(ctx);
    Caller caller = Callers.of(ctx);
    write(ctx, caller, register.sign(caller, id, ETags.getIfMatch(ctx), answer));
  }

  /** {@code POST /api/shifts/handovers/{handover}/withdrawal}, with {@code If-Match}. */
  public void withdraw(Context ctx) {
    Caller caller = Callers.of(ctx);
    write(ctx, caller, register.withdraw(caller, id(Parameters.of(ctx)), ETags.getIfMatch(ctx)));
  }

  /** {@code POST /api/shifts/handovers/{handover}/erasure}: erases what was said. */
  public void erase(Context ctx) {
    register.erase(Callers.of(ctx), id(Parameters.of(ctx)));
    ctx.status(204);
  }

  /** {@code GET /api/shifts/handovers/{handover}/sheet.pdf?lang}. */
  public void sheet(Context ctx) {
    Parameters parameters = Parameters.of(ctx, "lang");
    Caller caller = Callers.of(ctx);
    Handover handover = register.get(caller, id(parameters));
    Language language =
        parameters
            .text("lang")
            .map(word -> word.equals("en") ? Language.EN : Language.ZH)
            .orElseGet(() -> Language.of(ctx));
    Map<String, Shown> known = known(caller, List.of(handover));
    LogJson json = new LogJson(caller, known, atlas.get());
    try (Sheet sheet =
        HandoverSheet.draw(
            new HandoverSheet.Printed(
                new ShiftWords(language, zone),
                handover,
                known,
                json::shown,
                code -> LogJson.nameOf(atlas.get(), code),
                clock.instant()))) {
      ctx.contentType("application/pdf");
      ctx.header(
          "Content-Disposition", "inline; filename=\"wangge-handover-" + handover.id() + ".pdf\"");
      WebServer.secure(ctx);
      try (BufferedOutputStream out = new BufferedOutputStream(ctx.outputStream())) {
        sheet.write(out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static long id(Parameters parameters) {
    return parameters.id("handover", "handover-unknown", "handover");
  }

  private void write(Context ctx, Caller caller, Handover sheet) {
    ctx.header("Cache-Control", "no-store");
    ETags.set(ctx, sheet.version());
    Json.write(ctx, JSON, json(caller, List.of(sheet)).whole(sheet));
  }

  private LogJson json(Caller caller, List<Handover> sheets) {
    return new LogJson(caller, known(caller, sheets), atlas.get());
  }

  private Map<String, Shown> known(Caller caller, List<Handover> sheets) {
    return names.namesOf(
        caller,
        sheets.stream()
            .flatMap(
                one ->
                    Stream.concat(
                        Stream.of(one.outgoing()),
                        one.signatures().stream().map(Signature::account)))
            .distinct()
            .toList());
  }
}
