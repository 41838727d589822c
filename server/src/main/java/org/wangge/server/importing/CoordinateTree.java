package org.wangge.server.importing;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code coordinates} of one geometry before its type may be known. Always reads to the
 * end of them; the first fault is remembered and nothing more is kept after it.
 */
final class CoordinateTree {
  private static final int MAX_DEPTH = 4;

  private final GeoJsonTokens tokens;
  private int vertices;
  private @Nullable RecordRefused fault;

  CoordinateTree(GeoJsonTokens tokens) {
    this.tokens = tokens;
  }

  /** Positions, or lists of nodes. */
  sealed interface Node permits Position, Nest {}

  /** A position; further ordinates are dropped. */
  record Position(double x, double y) implements Node {}

  /** A list of nodes; the list is not copied, as there are many. */
  record Nest(List<Node> nodes) implements Node {}

  /**
   * Reads the value the parser stands on.
   *
   * @throws RecordRefused after having read all of it
   */
  Node read() throws IOException {
    Node node = new Nest(List.of());
    if (tokens.current() == JsonToken.START_ARRAY) {
      node = array(1);
    } else {
      tokens.skipValue();
      fail("coordinates-shape", Map.of());
    }
    if (fault != null) {
      throw fault;
    }
    return node;
  }

  private Node array(int depth) throws IOException {
    List<Node> nodes = new ArrayList<>();
    double[] ordinates = new double[2];
    int numbers = 0;
    boolean mixed = false;
    for (JsonToken token = tokens.next(); token != JsonToken.END_ARRAY; token = tokens.next()) {
      if (token.isNumeric()) {
        if (numbers < 2) {
          ordinates[numbers] = tokens.number();
        }
        numbers++;
      } else if (token == JsonToken.START_ARRAY && depth < MAX_DEPTH) {
        Node node = array(depth + 1);
        if (fault == null) {
          nodes.add(node);
        }
      } else {
        tokens.skipValue();
        fail(
            token == JsonToken.START_ARRAY ? "coordinates-shape" : "coordinate-not-a-number",
            Map.of());
      }
      mixed |= numbers > 0 && !nodes.isEmpty();
    }
    if (mixed || numbers == 1) {
      fail("coordinates-shape", Map.of());
    }
    return numbers >= 2 ? position(ordinates) : new Nest(nodes);
  }

  private Node position(double[] ordinates) {
    vertices++;
    tokens.countVertex();
    if (vertices > tokens.limits().maxRecordVertices()) {
      fail("record-vertices", Map.of("limit", tokens.limits().maxRecordVertices()));
    }
    return new Position(ordinates[0], ordinates[1]);
  }

  private void fail(String problem, Map<String, Object> details) {
    if (fault == null) {
      fault = new RecordRefused(problem, details);
    }
  }
}
