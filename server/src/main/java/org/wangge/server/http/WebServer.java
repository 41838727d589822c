package org.wangge.server.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The running web server. */
public final class WebServer implements AutoCloseable {
  private static final long LONGEST_ORDINARY_BODY = 8_000_000;

  /** Uploads beyond a megabyte wait in the folder for temporary files. */
  private static final long LONGEST_UPLOAD_MB = 1_024;

  /** What of a device the pages may ask for; frames of others may ask for nothing. */
  private static final String PERMISSIONS =
      "camera=(self), geolocation=(self), fullscreen=(self), screen-wake-lock=(self),"
          + " microphone=(self), payment=(), usb=(), serial=(), hid=(), midi=(),"
          + " display-capture=()";

  private final Javalin javalin;

  private final List<RouteTable.Line> routes;

  private final FrontDoor door;

  private final Doors doors;

  private WebServer(Javalin javalin, List<RouteTable.Line> routes, FrontDoor door, Doors doors) {
    this.javalin = javalin;
    this.routes = routes;
    this.door = door;
    this.doors = doors;
  }

  /** Starts listening in plain HTTP. Port 0 takes a free one. */
  public static WebServer start(
      String host,
      int port,
      Callers callers,
      Problems problems,
      ReadAudit audit,
      Consumer<RouteTable> routeTable) {
    return start(FrontDoor.plain(host, port), callers, problems, audit, routeTable);
  }

  /** Starts listening. */
  public static WebServer start(
      FrontDoor door,
      Callers callers,
      Problems problems,
      ReadAudit audit,
      Consumer<RouteTable> routeTable) {
    List<RouteTable.Line> lines = new ArrayList<>();
    Doors doors = new Doors(door);
    Javalin javalin =
        Javalin.create(
            config -> {
              doors.open(config);
              RouteTable table = furnish(config, new Doorkeeper(door, doors), callers, audit);
              problems.register(config.routes, audit::refused);
              routeTable.accept(table);
              lines.addAll(table.lines());
            });
    try {
      return new WebServer(javalin.start(), List.copyOf(lines), door, doors);
    } catch (JavalinBindException e) {
      throw new IllegalStateException(
          "Port "
              + door.port()
              + (door.sidePort().isPresent() ? " or " + door.sidePort().getAsInt() : "")
              + " on "
              + door.host()
              + " cannot be listened on. Choose another with --port.",
          e);
    }
  }

  /** Puts in place what every request passes; the routes come after it. */
  static RouteTable furnish(
      JavalinConfig config, Doorkeeper doorkeeper, Callers callers, ReadAudit audit) {
    configure(config);
    config.routes.before(doorkeeper::receive);
    config.routes.before(callers::identify);
    config.routes.before(new RequestLimits()::count);
    config.routes.beforeMatched(Access::guard);
    config.routes.wsBeforeUpgrade(
        ctx -> {
          doorkeeper.receive(ctx);
          callers.identify(ctx);
          Access.guard(ctx);
        });
    config.routes.after(WebServer::secure);
    return new RouteTable(config.routes, audit);
  }

  private static void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = LONGEST_ORDINARY_BODY;
    config.http.prefer405over404 = true;
    config.jetty.modifyServletContextHandler(
        handler -> handler.setSessionHandler(ForgottenSessions.handler()));
    config.jetty.multipartConfig.maxFileSize(LONGEST_UPLOAD_MB, SizeUnit.MB);
    config.jetty.multipartConfig.maxTotalRequestSize(2L * LONGEST_UPLOAD_MB, SizeUnit.MB);
    config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
  }

  /**
   * Sets the headers every answer has, where the answer does not have its own. An answer that goes
   * on after its handler has them set before its first byte.
   */
  public static void secure(Context ctx) {
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    if (ctx.res().getHeader("Cache-Control") == null) {
      ctx.header("Cache-Control", "private, no-cache");
    }
    if (!Pages.isPart(ctx)) {
      secureDocument(ctx);
    }
  }

  private static void secureDocument(Context ctx) {
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("Permissions-Policy", PERMISSIONS);
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    insistOnHttps(ctx);
    if (ctx.res().getHeader("Content-Security-Policy") == null) {
      ctx.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
  }

  /** Only a name can insist (RFC 6797, 8.1.1), and {@code localhost} is not ours alone. */
  private static void insistOnHttps(Context ctx) {
    Arrival arrival = Arrival.of(ctx);
    String name = arrival.hostName();
    boolean isName = !name.isEmpty() && NumericAddress.parse(name).isEmpty();
    if (arrival.isSecure() && !name.equals("localhost")) {
      ctx.header(
          "Strict-Transport-Security",
          isName ? "max-age=31536000; includeSubDomains" : "max-age=31536000");
    }
  }

  /** The routes that really serve. */
  public List<RouteTable.Line> routes() {
    return routes;
  }

  /** The port of the front door. */
  public int port() {
    return doors.port(Doors.FRONT);
  }

  /** The port of plain HTTP beside it; −1 where there is none. */
  public int sidePort() {
    return doors.port(Doors.SIDE);
  }

  /** Where programs on this machine reach it, showing the owner's token; no slash at the end. */
  public String localUrl() {
    return door.hasBackDoor()
        ? "http://127.0.0.1:" + doors.port(Doors.BACK)
        : "http://" + door.host() + ":" + port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
