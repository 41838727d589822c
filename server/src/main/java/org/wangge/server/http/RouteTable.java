package org.wangge.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsHandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Where routes are entered, each with who may use it: there is no way to enter one without. What
 * was entered can be listed, so that documents and tests speak of the table that really serves.
 */
public final class RouteTable {
  private final RoutesConfig routes;
  private final List<Line> lines = new ArrayList<>();

  RouteTable(RoutesConfig routes) {
    this.routes = routes;
  }

  /**
   * A line of the table.
   *
   * @param method in capitals
   * @param path with parameters in braces
   * @param access who may use it
   */
  public record Line(String method, String path, Access access) {}

  /** What can be read; its head can be asked for too. */
  public void get(String path, Handler handler, Access access) {
    enter(HandlerType.GET, path, handler, access);
    // The head of an answer is found by making the answer, for whom may have it; its body is not
    // sent. Without this line every head would be 200 and empty.
    routes.addHttpHandler(HandlerType.HEAD, path, handler, access);
  }

  public void post(String path, Handler handler, Access access) {
    enter(HandlerType.POST, path, handler, access);
  }

  public void patch(String path, Handler handler, Access access) {
    enter(HandlerType.PATCH, path, handler, access);
  }

  public void delete(String path, Handler handler, Access access) {
    enter(HandlerType.DELETE, path, handler, access);
  }

  /** A web socket. Who may open it is decided before the upgrade, as for any other route. */
  public void webSocket(String path, Consumer<WsConfig> socket, Access access) {
    routes.addWsHandler(WsHandlerType.WEBSOCKET, path, socket, access);
    lines.add(new Line(HandlerType.GET.name(), path, access));
  }

  private void enter(HandlerType method, String path, Handler handler, Access access) {
    routes.addHttpHandler(method, path, handler, access);
    lines.add(new Line(method.name(), path, access));
  }

  /** What was entered, in its order. */
  List<Line> lines() {
    return List.copyOf(lines);
  }
}
