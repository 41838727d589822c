package org.wangge.server.http;

import io.javalin.http.Context;
import io.javalin.security.RouteRole;
import org.wangge.access.Caller;
import org.wangge.access.Right;
import org.wangge.fault.Forbidden;

/**
 * Who may use a route at all; each line of the route table names one. What a caller may do with
 * which thing is decided again in core, by the same right.
 *
 * @param right what it takes
 */
record Access(Right right) implements RouteRole {

  /**
   * Refuses a caller who may not use the matched route. A route without a right is refused to
   * everyone.
   */
  static void guard(Context ctx) {
    Caller caller = Callers.of(ctx);
    for (RouteRole role : ctx.routeRoles()) {
      if (role instanceof Access access) {
        access.require(caller);
        return;
      }
    }
    throw new Forbidden("role-missing");
  }

  private void require(Caller caller) {
    if (caller.isAnonymous() && !caller.has(right)) {
      throw new Forbidden("sign-in-needed");
    }
    var unused = caller.with(right);
  }
}
