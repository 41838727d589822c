package org.wangge.server.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsHandlerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.wangge.access.Right;

/**
 * Where routes are entered, each with the right it takes: there is no way to enter one without.
 * What was entered can be listed, so that documents and tests speak of the table that really
 * serves.
 */
public final class RouteTable {
  private final RoutesConfig routes;
  private final ReadAudit audit;
  private final List<Line> lines = new ArrayList<>();

  RouteTable(RoutesConfig routes, ReadAudit audit) {
    this.routes = routes;
    this.audit = audit;
  }

  /**
   * A line of the table.
   *
   * @param method in capitals
   * @param path with parameters in braces
   * @param right what it takes
   * @param audited the word under which each reading of it is recorded before it is answered; empty
   *     where reading is not. Changes are recorded with what they change.
   */
  public record Line(String method, String path, Right right, Optional<String> audited) {}

  /** What can be read; its head can be asked for too. */
  public void get(String path, Handler handler, Right right) {
    enter(HandlerType.GET, path, handler, right, Optional.empty());
    // The head of an answer is found by making the answer, for whom may have it; its body is not
    // sent. Without this line every head would be 200 and empty.
    routes.addHttpHandler(HandlerType.HEAD, path, handler, new Access(right));
  }

  /** What can be read, each time on record. */
  public void getAudited(String path, Handler handler, Right right, String word) {
    Handler recorded = audit.before(handler, word);
    enter(HandlerType.GET, path, recorded, right, Optional.of(word));
    routes.addHttpHandler(HandlerType.HEAD, path, recorded, new Access(right));
  }

  public void post(String path, Handler handler, Right right) {
    enter(HandlerType.POST, path, handler, right, Optional.empty());
  }

  public void put(String path, Handler handler, Right right) {
    enter(HandlerType.PUT, path, handler, right, Optional.empty());
  }

  public void patch(String path, Handler handler, Right right) {
    enter(HandlerType.PATCH, path, handler, right, Optional.empty());
  }

  public void delete(String path, Handler handler, Right right) {
    enter(HandlerType.DELETE, path, handler, right, Optional.empty());
  }

  /** A web socket. Who may open it is decided before the upgrade, as for any other route. */
  public void webSocket(String path, Consumer<WsConfig> socket, Right right) {
    routes.addWsHandler(WsHandlerType.WEBSOCKET, path, socket, new Access(right));
    lines.add(new Line(HandlerType.GET.name(), path, right, Optional.empty()));
  }

  /** The same, each opening on record before anything is shown. */
  public void webSocketAudited(String path, Consumer<WsConfig> socket, Right right, String word) {
    routes.wsBeforeUpgrade(path, ctx -> audit.record(ctx, word));
    routes.addWsHandler(WsHandlerType.WEBSOCKET, path, socket, new Access(right));
    lines.add(new Line(HandlerType.GET.name(), path, right, Optional.of(word)));
  }

  private void enter(
      HandlerType method, String path, Handler handler, Right right, Optional<String> audited) {
    routes.addHttpHandler(method, path, handler, new Access(right));
    lines.add(new Line(method.name(), path, right, audited));
  }

  /** What was entered, in its order. */
  List<Line> lines() {
    return List.copyOf(lines);
  }
}
