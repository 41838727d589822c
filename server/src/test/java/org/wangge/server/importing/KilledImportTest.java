package org.wangge.server.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wangge.access.Caller;
import org.wangge.geo.AsOf;
import org.wangge.grid.AreaQuery;
import org.wangge.server.grid.JdbcGridStore;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.Databases;

/** A process killed with signal 9 in the middle of an import, on a real data folder. */
class KilledImportTest {

  @ParameterizedTest
  @Timeout(90)
  @CsvSource({"true,0", "false,1504"})
  void after_a_kill_all_of_an_import_is_there_or_nothing(
      boolean beforeCommit, int areas, @TempDir Path folder) throws Exception {
    Path sign = folder.resolve("sign");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledImport.class.getName(),
                folder.toString(),
                Boolean.toString(beforeCommit),
                sign.toString())
            .redirectErrorStream(true)
            .redirectOutput(new File(folder.toFile(), "child.log"))
            .start();
    while (!Files.exists(sign)) {
      assertThat(child.isAlive()).as(Files.readString(folder.resolve("child.log"))).isTrue();
      Thread.sleep(50);
    }
    child.destroyForcibly();
    assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();

    try (Database database = Databases.h2(folder, Clock.systemUTC())) {
      List<?> left =
          database.read(
              tx ->
                  new JdbcGridStore()
                      .list(tx, Caller.upkeep(), AreaQuery.all("tree", AsOf.now(tx.now()))));
      assertThat(left).hasSize(areas);
    }
  }
}
