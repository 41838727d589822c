package org.wangge.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wangge.fault.Conflict;
import org.wangge.fault.Fault;
import org.wangge.fault.Forbidden;
import org.wangge.fault.Invalid;
import org.wangge.fault.NotFound;

/**
 * The one place where failures become answers: {@code application/problem+json} with a stable code,
 * the place and the mend in the caller's language. Anything unforeseen is a 500 with an opaque id;
 * what it was stands in the log alone.
 */
public final class Problems {
  private static final Logger log = LoggerFactory.getLogger(Problems.class);

  /** Told in the language of the catalogs alone: what core says of mending is for logs. */
  private static final String MEND = "mend";

  private static final Set<HandlerType> READING = Set.of(HandlerType.GET, HandlerType.HEAD);

  /** Who asks has not shown who they are, whoever they are otherwise. */
  private static final Set<String> UNPROVED =
      Set.of("sign-in-needed", "sign-in-refused", "second-factor-needed", "second-factor-wrong");

  /** A standard of others, with errors of its own. */
  private static final String OTHER_ERRORS = "/open311/";

  private final Messages messages;

  public Problems(Messages messages) {
    this.messages = messages;
  }

  /**
   * Registers the mapping.
   *
   * @param refused is told of every refusal, before it is answered
   */
  void register(RoutesConfig routes, BiConsumer<Context, Forbidden> refused) {
    routes.exception(
        Forbidden.class,
        (refusal, ctx) -> {
          refused.accept(ctx, refusal);
          answer(ctx, refusal);
        });
    routes.exception(Fault.class, (fault, ctx) -> answer(ctx, fault));
    routes.exception(
        Malformed.class,
        (malformed, ctx) ->
            answer(ctx, 400, malformed.code(), malformed.field(), malformed.details()));
    routes.exception(
        TooLarge.class,
        (e, ctx) ->
            answer(ctx, 413, "body-too-large", "body", Map.of("longestBytes", e.longestBytes())));
    routes.exception(
        DoorShut.class, (shut, ctx) -> answer(ctx, shut.status(), shut.code(), "", shut.details()));
    routes.exception(TooSlow.class, (e, ctx) -> answer(ctx, 408));
    // What Jetty itself finds wrong while a body is read: cut off, not what was said.
    routes.exception(HttpException.RuntimeException.class, (e, ctx) -> answer(ctx, e.getCode()));
    routes.exception(TooBusy.class, (busy, ctx) -> answer(ctx, busy));
    routes.exception(TooOften.class, (often, ctx) -> answer(ctx, often));
    routes.exception(HttpResponseException.class, (e, ctx) -> answer(ctx, e.getStatus()));
    routes.exception(Exception.class, (e, ctx) -> unforeseen(ctx, e));
    routes.error(404, "*", ctx -> fallback(ctx, 404));
    routes.error(405, "*", ctx -> fallback(ctx, 405));
  }

  private void answer(Context ctx, Fault fault) {
    String field = fault instanceof Invalid invalid ? invalid.field() : "";
    answer(ctx, status(ctx, fault), fault.code(), field, fault.details());
  }

  private static int status(Context ctx, Fault fault) {
    if (fault instanceof NotFound) {
      return 404;
    }
    if (fault instanceof Conflict) {
      return 409;
    }
    if (fault instanceof Forbidden) {
      return Callers.of(ctx).isAnonymous() || UNPROVED.contains(fault.code()) ? 401 : 403;
    }
    // What is only read stands in the address alone, so a value that breaks a rule is a malformed
    // address.
    return READING.contains(ctx.method()) ? 400 : 422;
  }

  private void answer(Context ctx, TooBusy busy) {
    ctx.header("Retry-After", Integer.toString(busy.retryAfterSeconds()));
    answer(ctx, 503, busy.code(), "", Map.of("retryAfterSeconds", busy.retryAfterSeconds()));
  }

  private void answer(Context ctx, TooOften often) {
    ctx.header("Retry-After", Long.toString(often.retryAfterSeconds()));
    answer(ctx, 429, often.code(), "", Map.of("retryAfterSeconds", often.retryAfterSeconds()));
  }

  private void answer(Context ctx, int status) {
    answer(ctx, status, codeOf(status), "", Map.of());
  }

  private void fallback(Context ctx, int status) {
    boolean isAnswered =
        String.valueOf(ctx.res().getContentType()).contains("problem")
            || ctx.path().startsWith(OTHER_ERRORS);
    if (ctx.resultInputStream() == null || !isAnswered) {
      answer(ctx, status);
    }
  }

  private static String codeOf(int status) {
    return switch (status) {
      case 404 -> "page-unknown";
      case 405 -> "method-unknown";
      case 406 -> "not-acceptable";
      case 408 -> "too-slow";
      case 413 -> "body-too-large";
      case 415 -> "media-type";
      case 503 -> "too-busy";
      default -> status >= 500 ? "unforeseen" : "malformed";
    };
  }

  private void unforeseen(Context ctx, Exception e) {
    String id = UUID.randomUUID().toString();
    log.error("{} {} failed, incident {}", ctx.method(), ctx.path(), id, e);
    answer(ctx, 500, "unforeseen", "", Map.of("id", id));
  }

  /** Writes a problem as the answer. */
  public void answer(
      Context ctx, int status, String code, String field, Map<String, Object> details) {
    Language language = Language.of(ctx);
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", "urn:wangge:problem:" + code);
    body.put("title", messages.find(language, code, "title", details).orElse(code));
    body.put("status", status);
    body.put("code", code);
    messages.find(language, code, "detail", details).ifPresent(text -> body.put("detail", text));
    messages.find(language, code, MEND, details).ifPresent(text -> body.put(MEND, text));
    if (!field.isEmpty()) {
      body.put("field", field);
    }
    details.forEach(
        (name, value) -> {
          if (!name.equals(MEND)) {
            body.putIfAbsent(name, inLanguage(language, value));
          }
        });
    UnreadBody.discard(ctx, status);
    ctx.status(status);
    ctx.header("Content-Language", language.tag());
    ctx.header("Cache-Control", "no-store");
    Json.write(ctx, "application/problem+json", body);
  }

  /**
   * The details of a problem that are problems themselves, each with a code: their mends are those
   * of the catalogs too.
   */
  private Object inLanguage(Language language, Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(one -> inLanguage(language, one)).toList();
    }
    if (value instanceof Map<?, ?> map && map.get("code") instanceof String code) {
      Map<Object, Object> told = new LinkedHashMap<>(map);
      told.remove(MEND);
      messages.find(language, code, MEND, named(map)).ifPresent(text -> told.put(MEND, text));
      return told;
    }
    return value;
  }

  private static Map<String, Object> named(Map<?, ?> map) {
    Map<String, Object> named = new LinkedHashMap<>();
    map.forEach((name, value) -> named.put(String.valueOf(name), value));
    return named;
  }
}
