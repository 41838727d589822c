package org.wangge.planted.grid;

import java.time.Instant;

final class GridManager {
  private GridManager() {}

  static Instant opened() {
    return Instant.now();
  }
}
