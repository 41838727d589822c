package org.wangge.server.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.wangge.access.Caller;
import org.wangge.audit.AuditEntry;

/**
 * Puts on record who reads what the route table marks, before anything is answered: what cannot be
 * recorded is not shown. Thread-safe.
 */
public final class ReadAudit {
  /** Codes, numbers and instants; whatever else somebody sends is not kept. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9:.,+_-]{0,100}");

  private final BiConsumer<Caller, AuditEntry> records;

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
      records.accept(Callers.of(ctx), entry(ctx, word));
      handler.handle(ctx);
    };
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
    String id = ctx.pathParamMap().getOrDefault("id", "");
    return AuditEntry.done(word, CODE.matcher(id).matches() ? id : "", facts);
  }
}
