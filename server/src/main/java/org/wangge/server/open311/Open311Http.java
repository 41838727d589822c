package org.wangge.server.open311;

import io.javalin.http.Context;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.wangge.access.Caller;
import org.wangge.access.Origin;
import org.wangge.fault.Fault;
import org.wangge.fault.Forbidden;
import org.wangge.fault.NotFound;
import org.wangge.geo.LatticePoint;
import org.wangge.incident.Channel;
import org.wangge.incident.ChannelTokens;
import org.wangge.incident.Enclosures;
import org.wangge.incident.Intake;
import org.wangge.incident.Receipt;
import org.wangge.incident.Report;
import org.wangge.incident.category.Category;
import org.wangge.incident.category.CategoryRegister;
import org.wangge.incident.published.PublishedRegister;
import org.wangge.server.http.Arrival;
import org.wangge.server.http.Callers;
import org.wangge.server.http.Language;
import org.wangge.server.http.Malformed;
import org.wangge.server.http.Messages;
import org.wangge.server.http.RateLimit;
import org.wangge.server.http.SecretTexts;
import org.wangge.server.http.TooOften;

/**
 * Open311 GeoReport v2 over HTTP: services, reports, and what became of them, in XML and JSON, with
 * errors as the standard has them.
 */
public final class Open311Http {
  private static final int A_MINUTE = 30;

  private final Intake intake;
  private final CategoryRegister categories;
  private final PublishedRegister published;
  private final ChannelTokens channels;
  private final BiFunction<Caller, String, Optional<LatticePoint>> addresses;
  private final Function<String, Optional<Caller>> keys;
  private final Supplier<List<String>> jurisdictions;
  private final Clock clock;
  private final Messages messages = new Messages();
  private final RateLimit limit = new RateLimit(A_MINUTE);

  Open311Http(Open311Module.Parts parts, PublishedRegister published) {
    intake = parts.intake();
    categories = parts.categories();
    channels = parts.channels();
    addresses = parts.addresses();
    keys = parts.keys();
    jurisdictions = parts.jurisdictions();
    clock = parts.clock();
    this.published = published;
  }

  /** {@code GET /open311/v2/discovery.{format}}. */
  public void discovery(Context ctx) {
    answer(
        ctx,
        language -> {
          Arrival arrival = Arrival.of(ctx);
          String address = (arrival.isSecure() ? "https://" : "http://") + arrival.host();
          return Open311Json.discovery(address, language);
        });
  }

  /** {@code GET /open311/v2/services.{format}}. */
  public void services(Context ctx) {
    answer(
        ctx,
        language -> {
          requireJurisdiction(ctx);
          return Open311Json.services(categories.listPublished(Callers.of(ctx)), language);
        });
  }

  /** {@code GET /open311/v2/services/{code}.{format}}. */
  public void definition(Context ctx) {
    answer(
        ctx,
        language -> {
          requireJurisdiction(ctx);
          return Open311Json.definition(category(ctx, ctx.pathParam("code")));
        });
  }

  private Category category(Context ctx, String code) {
    return categories.listPublished(Callers.of(ctx)).stream()
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new NotFound("service-unknown", Map.of("given", code)));
  }

  /** {@code GET /open311/v2/requests.{format}}. */
  public void list(Context ctx) {
    answer(
        ctx,
        language -> {
          requireJurisdiction(ctx);
          return Open311Json.requests(
              published.list(Callers.of(ctx), Open311Requests.list(ctx, clock.instant())),
              language);
        });
  }

  /** {@code GET /open311/v2/requests/{number}.{format}}. */
  public void get(Context ctx) {
    answer(
        ctx,
        language -> {
          requireJurisdiction(ctx);
          return Open311Json.requests(
              List.of(published.get(Callers.of(ctx), ctx.pathParam("number"))), language);
        });
  }

  /** {@code GET /open311/v2/tokens/{token}.{format}}. */
  public void number(Context ctx) {
    answer(
        ctx,
        language -> {
          requireJurisdiction(ctx);
          String token = ctx.pathParam("token");
          return Open311Json.numbered(
              published.findNumber(Callers.of(ctx), token).orElse(null), token);
        });
  }

  /** {@code POST /open311/v2/requests.{format}}. */
  public void take(Context ctx) {
    answer(
        ctx,
        language -> {
          Open311Requests.requireForm(ctx);
          Caller caller = caller(ctx);
          requireJurisdiction(ctx);
          if (caller.isAnonymous()) {
            limit.count(ctx);
          }
          return take(caller, ctx, language);
        });
  }

  private Open311Format.Answer take(Caller caller, Context ctx, Language language) {
    Open311Requests.Filing filing = Open311Requests.filing(ctx);
    String category = category(ctx, filing.service()).code();
    LatticePoint at = filing.atOrNull();
    LatticePoint place = at != null ? at : placeOf(caller, filing.address());
    String key = Open311Requests.reportKey(ctx).orElseGet(SecretTexts::next);
    Report report = new Report(key, category, channel(caller), place, described(filing), false);
    Receipt receipt = intake.take(caller, report, filing.reporter(), Enclosures.Enclosed.NOTHING);
    ctx.status(201);
    ctx.header("Cache-Control", "no-store");
    boolean placed = receipt.incident().gridCode().isPresent();
    return Open311Json.taken(
        placed ? receipt.incident().number() : null,
        placed ? "" : published.giveToken(caller, key),
        language);
  }

  private Channel channel(Caller caller) {
    return channels.channel(caller, Optional.empty()).orElse(Channel.RESIDENT_PAGE);
  }

  /** Where a place is given both ways, the point counts, and the words may help to find it. */
  private static String described(Open311Requests.Filing filing) {
    return filing.address().isEmpty()
        ? filing.description()
        : (filing.description() + "\n" + filing.address()).strip();
  }

  private LatticePoint placeOf(Caller caller, String address) {
    return addresses
        .apply(caller, address)
        .orElseThrow(() -> new Malformed("address_string", "address-unknown", Map.of()));
  }

  /** A key of a form is a token as the header {@code Authorization} carries it. */
  private Caller caller(Context ctx) {
    return Open311Requests.key(ctx)
        .map(key -> keys.apply(key).orElseThrow(() -> new Forbidden("api-key-unknown")))
        .map(
            known ->
                known.from(
                    new Origin(
                        Callers.of(ctx).origin().addressOrNull(), known.origin().sessionOrNull())))
        .orElseGet(() -> Callers.of(ctx));
  }

  private void requireJurisdiction(Context ctx) {
    Optional<String> named = Open311Requests.jurisdiction(ctx);
    if (named.isPresent() && !jurisdictions.get().contains(named.get())) {
      throw new NotFound("jurisdiction-unknown", Map.of("given", named.get()));
    }
  }

  private void answer(Context ctx, Function<Language, Open311Format.Answer> work) {
    Open311Format format = Open311Format.find(ctx.pathParam("format")).orElse(Open311Format.XML);
    Language language = Language.of(ctx);
    Open311Format.Answer answer;
    try {
      if (Open311Format.find(ctx.pathParam("format")).isEmpty()) {
        throw new NotFound("answer-format-unknown", Map.of());
      }
      answer = work.apply(language);
    } catch (Malformed malformed) {
      answer = error(ctx, 400, malformed.code(), malformed.details());
    } catch (TooOften often) {
      ctx.header("Retry-After", Long.toString(often.retryAfterSeconds()));
      answer = error(ctx, 429, often.code(), Map.of());
    } catch (Fault fault) {
      int status = fault instanceof NotFound ? 404 : fault instanceof Forbidden ? 403 : 400;
      answer = error(ctx, status, fault.code(), fault.details());
    }
    ctx.contentType(format.type());
    ctx.header("Content-Language", language.tag());
    ctx.result(format.bytes(answer));
  }

  private Open311Format.Answer error(
      Context ctx, int status, String code, Map<String, Object> details) {
    ctx.status(status);
    Language language = Language.of(ctx);
    String title = messages.find(language, code, "title", details).orElse(code);
    String detail = messages.find(language, code, "detail", details).orElse("");
    return Open311Json.error(status, detail.isEmpty() ? title : title + ": " + detail);
  }
}
