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

  private final Javalin javalin;

  private final List<RouteTable.Line> routes;

  private WebServer(Javalin javalin, List<RouteTable.Line> routes) {
    this.javalin = javalin;
    this.routes = routes;
  }

  /** Starts listening. Port 0 takes a free one. */
  public static WebServer start(
      String host,
      int port,
      Callers callers,
      Problems problems,
      ReadAudit audit,
      Consumer<RouteTable> routeTable) {
    List<RouteTable.Line> lines = new ArrayList<>();
    Javalin javalin =
        Javalin.create(
            config -> {
              configure(config, callers, problems);
              RouteTable table = new RouteTable(config.routes, audit);
              routeTable.accept(table);
              lines.addAll(table.lines());
            });
    try {
      return new WebServer(javalin.start(host, port), List.copyOf(lines));
    } catch (JavalinBindException e) {
      throw new IllegalStateException(
          "Port " + port + " on " + host + " cannot be listened on. Choose another with --port.",
          e);
    }
  }

  private static void configure(JavalinConfig config, Callers callers, Problems problems) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = LONGEST_ORDINARY_BODY;
    config.http.prefer405over404 = true;
    config.jetty.multipartConfig.maxFileSize(LONGEST_UPLOAD_MB, SizeUnit.MB);
    config.jetty.multipartConfig.maxTotalRequestSize(2L * LONGEST_UPLOAD_MB, SizeUnit.MB);
    config.jetty.multipartConfig.maxInMemoryFileSize(1, SizeUnit.MB);
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setSendDateHeader(true);
        });
    config.routes.before(callers::identify);
    config.routes.beforeMatched(Access::guard);
    config.routes.wsBeforeUpgrade(
        ctx -> {
          callers.identify(ctx);
          Access.guard(ctx);
        });
    config.routes.after(WebServer::secure);
    problems.register(config.routes);
  }

  /**
   * Sets the headers every answer has, where the answer does not have its own. An answer that goes
   * on after its handler has them set before its first byte.
   */
  public static void secure(Context ctx) {
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("Cross-Origin-Opener-Policy", "same-origin");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    if (ctx.res().getHeader("Cache-Control") == null) {
      ctx.header("Cache-Control", "private, no-cache");
    }
    if (ctx.res().getHeader("Content-Security-Policy") == null) {
      ctx.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }
  }

  /** The routes that really serve. */
  public List<RouteTable.Line> routes() {
    return routes;
  }

  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
