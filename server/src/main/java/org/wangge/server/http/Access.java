package org.wangge.server.http;

import io.javalin.http.Context;
import io.javalin.security.RouteRole;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.access.Role;
import org.wangge.fault.Forbidden;

/**
 * Who may use a route at all; each line of the route table names one. What a caller may do with
 * which thing is decided again in core.
 */
public enum Access implements RouteRole {
  /** Anyone, without an account. */
  PUBLIC,
  /** Whoever may look at the wall. */
  WALL,
  /** Whoever walks a grid, with a phone. */
  WORKER,
  /** Whoever takes in, dispatches and closes incidents. */
  OPERATOR,
  /** Whoever may look for footage. */
  LIAISON,
  /** Whoever may draw areas. */
  PLANNER,
  /** Whoever runs the installation. */
  ADMINISTRATOR;

  private static final Map<Access, Set<Role>> ROLES =
      Map.of(
          PUBLIC, Set.of(Role.values()),
          WALL, staff(),
          WORKER, Set.of(Role.WORKER, Role.ADMINISTRATOR),
          OPERATOR, Set.of(Role.OPERATOR, Role.ADMINISTRATOR),
          LIAISON, Set.of(Role.LIAISON, Role.ADMINISTRATOR),
          PLANNER, Set.of(Role.PLANNER, Role.ADMINISTRATOR),
          ADMINISTRATOR, Set.of(Role.ADMINISTRATOR));

  private static Set<Role> staff() {
    return Arrays.stream(Role.values()).filter(Role::isStaff).collect(Collectors.toSet());
  }

  boolean allows(Caller caller) {
    Set<Role> roles = ROLES.getOrDefault(this, Set.of());
    return caller.roles().stream().anyMatch(roles::contains);
  }

  /**
   * Refuses a caller who may not use the matched route. A route without a role is refused to
   * everyone.
   */
  static void guard(Context ctx) {
    Caller caller = Callers.of(ctx);
    boolean allowed = ctx.routeRoles().stream().anyMatch(role -> ((Access) role).allows(caller));
    if (!allowed) {
      throw new Forbidden(caller.account().equals("anonymous") ? "sign-in-needed" : "role-missing");
    }
  }
}
