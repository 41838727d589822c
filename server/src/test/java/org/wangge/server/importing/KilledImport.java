package org.wangge.server.importing;

import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.wangge.access.Caller;
import org.wangge.grid.GridStore;
import org.wangge.server.grid.JdbcGridStore;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.Databases;

/**
 * A program that imports into a data folder and is killed by its maker: either when all rows are
 * written but not committed, or right after the import has returned. Never ends by itself.
 */
final class KilledImport {
  private KilledImport() {}

  /**
   * Arguments: the data folder, whether to stop before the commit, and a file to make as a sign.
   */
  public static void main(String[] arguments) throws Exception {
    boolean beforeCommit = Boolean.parseBoolean(arguments[1]);
    Path sign = Path.of(arguments[2]);
    Database database = Databases.h2(Path.of(arguments[0]), Clock.systemUTC());
    GridStore store = new JdbcGridStore();
    GridStore halting =
        (GridStore)
            Proxy.newProxyInstance(
                GridStore.class.getClassLoader(),
                new Class<?>[] {GridStore.class},
                (proxy, method, given) -> {
                  try {
                    Object answer = method.invoke(store, given);
                    if (beforeCommit && method.getName().equals("add")) {
                      signAndWait(sign);
                    }
                    return answer;
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    new AreaImporter(database, halting, ImportLimits.USUAL)
        .run(
            Caller.upkeep(),
            ImportWords.options(
                Map.of("crs", "EPSG:4326", "level", "grid", "scratchDistrict", "990001")),
            new ImportSource("squares.geojson", new ByteArrayInputStream(squares(1500))),
            Optional.empty());
    signAndWait(sign);
  }

  static byte[] squares(int count) {
    StringBuilder text = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    for (int i = 0; i < count; i++) {
      double w = 111 + (i % 50) * 0.001;
      int row = i / 50;
      double s = 29 + row * 0.001;
      text.append(i == 0 ? "" : ",")
          .append("{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Polygon\",")
          .append(
              String.format(
                  java.util.Locale.ROOT,
                  "\"coordinates\":[[[%.4f,%.4f],[%.4f,%.4f],[%.4f,%.4f],[%.4f,%.4f],[%.4f,%.4f]]]}}",
                  w,
                  s,
                  w + 0.001,
                  s,
                  w + 0.001,
                  s + 0.001,
                  w,
                  s + 0.001,
                  w,
                  s));
    }
    return text.append("]}").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void signAndWait(Path sign) throws Exception {
    Files.createFile(sign);
    Thread.sleep(120_000);
  }
}
