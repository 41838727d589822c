package org.wangge.server.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Consumer;

/** The running web server. */
public final class WebServer implements AutoCloseable {
  private static final long LONGEST_ORDINARY_BODY = 8_000_000;

  private final Javalin javalin;

  private WebServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /** Starts listening. Port 0 takes a free one. */
  public static WebServer start(
      String host,
      int port,
      Callers callers,
      Problems problems,
      Consumer<RoutesConfig> routeTable) {
    Javalin javalin = Javalin.create(config -> configure(config, callers, problems, routeTable));
    return new WebServer(javalin.start(host, port));
  }

  private static void configure(
      JavalinConfig config, Callers callers, Problems problems, Consumer<RoutesConfig> routeTable) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.maxRequestSize = LONGEST_ORDINARY_BODY;
    config.http.prefer405over404 = true;
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setSendDateHeader(true);
        });
    config.routes.before(callers::identify);
    config.routes.beforeMatched(Access::guard);
    config.routes.after(WebServer::secure);
    routeTable.accept(config.routes);
    problems.register(config.routes);
  }

  private static void secure(Context ctx) {
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

  public int port() {
    return javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
