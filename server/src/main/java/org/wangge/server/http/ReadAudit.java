package org.wangge.server.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.router.Endpoint;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.access.Caller;
import org.wangge.audit.AuditEntry;
import org.wangge.fault.Forbidden;

/**
 * Puts on record who reads what the route table marks, before anything is answered: what cannot be
 * recorded is not shown; and who was refused what. Thread-safe.
 */
public final class ReadAudit {
  private static final Logger log = LoggerFactory.getLogger(ReadAudit.class);

  /** Codes, numbers and instants; whatever else somebody sends is not kept. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9:.,+_-]{0,100}");

  private static final int REFUSALS_A_MINUTE = 5;

  private final BiConsumer<Caller, AuditEntry> records;
  private final RefusalLimit refusals = new RefusalLimit(REFUSALS_A_MINUTE);

  /**
   * Makes one.
   *
   * @param records keeps an entry durably before it returns, or throws
   */
  public ReadAudit(BiConsumer<Caller, AuditEntry> records) {
    this.records = records;
  }

  Handler before(Handler handler, String word) {
    return ctx -> {
      record(ctx, word);
      handler.handle(ctx);
    };
  }

  /** Puts on record that somebody is about to be shown something. */
  void record(Context ctx, String word) {
    records.accept(Callers.of(ctx), entry(ctx, word));
  }

  /**
   * Records that somebody with an account was refused something. The refusal is answered even where
   * that fails: nothing is shown by it.
   */
  void refused(Context ctx, Forbidden refusal) {
    Caller caller = Callers.of(ctx);
    if (caller.isAnonymous()) {
      return;
    }
    String route = ctx.method() + " " + route(ctx);
    OptionalInt unrecorded = refusals.count(caller.account() + " " + route, System.nanoTime());
    if (unrecorded.isEmpty()) {
      return;
    }
    Map<String, Object> facts = new HashMap<>();
    facts.put("code", refusal.code());
    facts.put("route", route);
    if (unrecorded.getAsInt() > 0) {
      facts.put("unrecorded", unrecorded.getAsInt());
    }
    try {
      records.accept(caller, AuditEntry.refused("request-refused", subject(ctx), facts));
    } catch (RuntimeException e) {
      log.warn("a refusal could not be recorded: {}", e.getMessage());
    }
  }

  /** The line of the route table; a web socket is refused before its line is known. */
  private static String route(Context ctx) {
    Endpoint line = ctx.endpoints().matchedHttpEndpoint();
    return line == null ? "web-socket" : line.path;
  }

  /** The first part of the path that a route leaves open, where it is a code. */
  private static String subject(Context ctx) {
    return ctx.pathParamMap().values().stream()
        .filter(value -> CODE.matcher(value).matches())
        .findFirst()
        .orElse("");
  }

  /** The path and what was asked of it: codes and numbers, which is all such routes take. */
  private static AuditEntry entry(Context ctx, String word) {
    Map<String, Object> facts = new HashMap<>();
    ctx.queryParamMap()
        .forEach(
            (name, values) -> {
              String value = String.join(",", values);
              if (CODE.matcher(name).matches() && CODE.matcher(value).matches()) {
                facts.put(name, value);
              }
            });
    return AuditEntry.done(word, subject(ctx), facts);
  }
}
