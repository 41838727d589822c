package org.wangge.server.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;

/**
 * Tells who asks. Until accounts come there are three: anyone; on a demonstration that listens on
 * loopback, the read-only wall; and the owner of the data folder, who alone can read its token.
 */
public final class Callers {
  private static final String ATTRIBUTE = "caller";
  private static final String BEARER = "Bearer ";

  private final Caller visitor;
  private final byte[] ownerToken;

  /**
   * Makes the teller.
   *
   * @param wallForAll whether a caller without a token is a read-only wall
   * @param ownerToken what the owner of the data folder shows
   */
  public Callers(boolean wallForAll, String ownerToken) {
    this.visitor =
        wallForAll
            ? new Caller(
                "anonymous", Set.of(Role.RESIDENT, Role.WALL), AreaScope.unlimited(), Purpose.USE)
            : Caller.anonymous();
    this.ownerToken = ownerToken.getBytes(StandardCharsets.UTF_8);
  }

  /** Finds out who asks and keeps it with the request. */
  public void identify(Context ctx) {
    String header = ctx.header("Authorization");
    ctx.attribute(ATTRIBUTE, header != null && isOwner(header) ? owner() : visitor);
  }

  private boolean isOwner(String header) {
    return header.startsWith(BEARER)
        && MessageDigest.isEqual(
            header.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8), ownerToken);
  }

  private static Caller owner() {
    return new Caller(
        "owner", Set.of(Role.ADMINISTRATOR), AreaScope.unlimited(), Purpose.DATA_CARE);
  }

  /** Who asks; anonymous where nobody has found out. */
  public static Caller of(Context ctx) {
    Caller caller = ctx.attribute(ATTRIBUTE);
    return caller == null ? Caller.anonymous() : caller;
  }
}
