package org.wangge.server.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.wangge.access.Caller;
import org.wangge.access.Origin;

/**
 * Tells who asks: the owner of the data folder, who alone can read its token; whoever signed in;
 * else a visitor, who on a demonstration that listens on loopback is the read-only wall.
 */
public final class Callers {
  /** Name of the cookie that carries a session. */
  public static final String COOKIE = "wangge-session";

  /** Name of the cookie that carries a paired wall. */
  public static final String WALL_COOKIE = "wangge-wall";

  private static final String ATTRIBUTE = "caller";

  /** Name of the request's attribute that holds what {@link #sessionOf} gives. */
  public static final String SESSION = "session";

  private static final String BEARER = "Bearer ";
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final Caller visitor;
  private final byte[] ownerToken;
  private final Identities identities;
  private final StreamTickets tickets;

  /**
   * Makes the teller.
   *
   * @param wallForAll whether a caller without a token is a read-only wall
   * @param ownerToken what the owner of the data folder shows
   * @param identities who else is known
   * @param tickets what lets clients without cookies into streams
   */
  public Callers(
      boolean wallForAll, String ownerToken, Identities identities, StreamTickets tickets) {
    this.tickets = tickets;
    this.visitor = wallForAll ? Caller.visitor() : Caller.anonymous();
    this.ownerToken = ownerToken.getBytes(StandardCharsets.UTF_8);
    this.identities = identities;
  }

  /** The same, without tickets. */
  public Callers(boolean wallForAll, String ownerToken, Identities identities) {
    this(wallForAll, ownerToken, identities, new StreamTickets());
  }

  /** Finds out who asks and keeps it with the request. */
  public void identify(Context ctx) {
    Arrival arrival = Arrival.of(ctx);
    // Whether or not a cookie comes along: signing in under a name of theirs would be harm enough.
    if (isChange(ctx) && arrival.isForeign(ctx.header("Origin"), ctx.header("Sec-Fetch-Site"))) {
      throw new DoorShut(403, "foreign-origin", Map.of());
    }
    Origin origin = new Origin(arrival.address(), null);
    recognise(ctx, origin);
    StreamTickets.shownBy(ctx).ifPresent(ticket -> letIn(ctx, ticket, origin));
    if (arrival.isBack() && !of(ctx).account().equals(Caller.owner().account())) {
      throw new DoorShut(403, "owner-only", Map.of());
    }
  }

  private void recognise(Context ctx, Origin origin) {
    String header = ctx.header("Authorization");
    if (header != null && header.startsWith(BEARER)) {
      ctx.attribute(ATTRIBUTE, located(byToken(ctx, header.substring(BEARER.length())), origin));
      return;
    }
    Optional<Identities.Known> known =
        byCookie(ctx, COOKIE, Identities.Proof.SESSION)
            .or(() -> byCookie(ctx, WALL_COOKIE, Identities.Proof.WALL));
    // Who has no account leaves no address: reports may be anonymous.
    Caller caller = known.map(one -> located(one.caller(), origin)).orElse(visitor);
    ctx.attribute(ATTRIBUTE, caller);
    known.ifPresent(one -> ctx.attribute(SESSION, one.holds()));
  }

  private void letIn(Context ctx, String ticket, Origin origin) {
    Identities.Known holder = tickets.use(ticket, ctx.path(), of(ctx));
    ctx.attribute(ATTRIBUTE, located(holder.caller(), origin));
    ctx.attribute(SESSION, holder.holds());
  }

  private static Caller located(Caller caller, Origin origin) {
    if (caller.isAnonymous()) {
      return caller;
    }
    return caller.from(new Origin(origin.addressOrNull(), caller.origin().sessionOrNull()));
  }

  private Caller byToken(Context ctx, String token) {
    if (Arrival.of(ctx).isLocal()
        && MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), ownerToken)) {
      return Caller.owner();
    }
    Optional<Identities.Known> known = identities.find(Identities.Proof.TOKEN, token);
    known.ifPresent(one -> ctx.attribute(SESSION, one.holds()));
    return known.map(Identities.Known::caller).orElse(visitor);
  }

  private Optional<Identities.Known> byCookie(Context ctx, String name, Identities.Proof proof) {
    return SafeCookie.read(ctx, name).flatMap(value -> identities.find(proof, value));
  }

  private static boolean isChange(Context ctx) {
    return !READING.contains(ctx.req().getMethod()) || ctx.header("Sec-WebSocket-Key") != null;
  }

  /**
   * Whether the session goes on with which something was asked that takes long. Visitors and the
   * owner have none that could end.
   */
  public static BooleanSupplier sessionOf(Context ctx) {
    BooleanSupplier session = ctx.attribute(SESSION);
    return session == null ? () -> true : session;
  }

  /** Who asks; anonymous where nobody has found out. */
  public static Caller of(Context ctx) {
    Caller caller = ctx.attribute(ATTRIBUTE);
    return caller == null ? Caller.anonymous() : caller;
  }
}
