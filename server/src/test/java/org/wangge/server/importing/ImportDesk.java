package org.wangge.server.importing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.access.Caller;
import org.wangge.geo.AsOf;
import org.wangge.grid.Area;
import org.wangge.grid.AreaQuery;
import org.wangge.grid.Level;
import org.wangge.grid.Partition;
import org.wangge.server.grid.JdbcGridStore;
import org.wangge.server.storage.Database;
import org.wangge.server.storage.TestDatabase;

/** Imports into a real database that is gone afterwards, with options said in few words. */
final class ImportDesk implements AutoCloseable {
  final Database database;
  final JdbcGridStore store = new JdbcGridStore();
  ImportLimits limits = ImportLimits.USUAL;
  @Nullable String format;
  @Nullable String crs = "EPSG:4326";
  @Nullable Level level;
  @Nullable String parent;
  @Nullable String namePattern;
  boolean parentFromCode;
  String partition = Partition.TREE;
  AreaNumbering numbering = new AreaNumbering.Own();
  ImportOptions.Policy policy = ImportOptions.Policy.usual();

  ImportDesk() {
    this(TestDatabase.H2);
  }

  ImportDesk(TestDatabase kind) {
    database = kind.open();
  }

  ImportReport run(String name, InputStream stream, Optional<ImportSource> outline) {
    AreaImporter importer = new AreaImporter(database, store, limits);
    AreaDrafting.Rules rules =
        new AreaDrafting.Rules(
            partition, PropertyNames.USUAL, level, parent, parentFromCode, namePattern);
    return importer.run(
        Caller.upkeep(),
        new ImportOptions(format, crs, rules, numbering, policy),
        new ImportSource(name, stream),
        outline);
  }

  ImportReport geojson(String text) {
    return run(
        "test.geojson",
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
        Optional.empty());
  }

  ImportReport file(Path file, Optional<Path> outline) {
    try (InputStream main = Files.newInputStream(file)) {
      return run(file.getFileName().toString(), main, outline.map(ImportDesk::source));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ImportSource source(Path path) {
    try {
      return new ImportSource(
          path.getFileName().toString(), new ByteArrayInputStream(Files.readAllBytes(path)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Area> areas() {
    return database.read(
        tx -> store.list(tx, Caller.upkeep(), AreaQuery.all(partition, AsOf.now(tx.now()))));
  }

  /** A file of the shared real data; without it the test is left out, and says so. */
  static Path realFile(String path) {
    Path file =
        Path.of(System.getProperty("wangge.root", ".")).resolve("../shared/data").resolve(path);
    assumeTrue(
        Files.exists(file),
        "left out: no real data at ../shared/data/" + path + " beside the project");
    return file;
  }

  @Override
  public void close() {
    database.close();
  }
}
