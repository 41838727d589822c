package org.wangge.server.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wangge.access.AreaScope;
import org.wangge.access.Caller;
import org.wangge.access.Purpose;
import org.wangge.access.Role;
import org.wangge.fault.Invalid;
import org.wangge.server.App;
import org.wangge.server.config.DataFolder;
import org.wangge.server.config.DataFolder.RunningServer;
import org.wangge.server.config.Settings;
import org.wangge.server.config.Settings.Demonstration;
import org.wangge.server.grid.JdbcGridStore;
import org.wangge.server.importing.AreaImporter;
import org.wangge.server.importing.ImportLimits;
import org.wangge.server.importing.ImportOptions;
import org.wangge.server.importing.ImportReport;
import org.wangge.server.importing.ImportReport.Outcome;
import org.wangge.server.importing.ImportReportJson;
import org.wangge.server.importing.ImportReportText;
import org.wangge.server.importing.ImportSource;
import org.wangge.server.importing.ImportTexts;
import org.wangge.server.importing.ImportWords;
import org.wangge.server.storage.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code wangge import areas}: imports a file of areas, through the server where one holds the data
 * folder. Ends with 0 when the file was loaded or checked, 1 when nothing was loaded, 2 when asked
 * wrongly.
 */
@Command(
    name = "areas",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Imports areas: all that is accepted is loaded together, or nothing. 导入区域。",
      "Formats: geojson; vonng-adcode (a county's table, with its outline as second file)."
    })
final class ImportAreasCommand implements Callable<Integer> {
  private static final Caller OWNER =
      Caller.of("owner", Set.of(Role.ADMINISTRATOR), AreaScope.unlimited(), Purpose.DATA_CARE);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private InstallationOptions installation = new InstallationOptions();
  @Mixin private ImportAreasOptions options = new ImportAreasOptions();

  @Parameters(index = "0", paramLabel = "FILE", description = "The file. 文件。")
  private Path file = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "OUTLINE",
      description = "Outline of the topmost area. 最上级区域的边界。")
  private @Nullable Path outline;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  @Option(names = "--lang", paramLabel = "zh|en", description = "Language of the report.")
  private @Nullable String language;

  @Override
  public Integer call() throws IOException, InterruptedException {
    requireFile(file);
    if (outline != null) {
      requireFile(outline);
    }
    Map<String, String> words = options.words();
    ImportOptions meant = read(words);
    Optional<DataFolder> held = DataFolder.open(installation.data);
    if (held.isPresent()) {
      try (DataFolder folder = held.get()) {
        return importHere(folder, meant);
      }
    }
    return importThrough(runningServer(), words);
  }

  private ImportOptions read(Map<String, String> words) {
    try {
      return ImportWords.options(words);
    } catch (Invalid invalid) {
      ImportTexts texts = texts();
      throw asked(
          texts.problem(invalid.code(), "detail", invalid.details())
              + " "
              + texts.problem(invalid.code(), "mend", invalid.details()));
    }
  }

  private int importHere(DataFolder folder, ImportOptions meant) throws IOException {
    Settings settings =
        new Settings(
            "127.0.0.1",
            0,
            folder.path(),
            installation.databaseUrl(),
            Demonstration.NONE,
            Settings.CHINA);
    try (Database database = App.open(settings, folder, Clock.systemUTC());
        InputStream main = Files.newInputStream(file);
        InputStream second =
            outline == null ? InputStream.nullInputStream() : Files.newInputStream(outline)) {
      AreaImporter importer = new AreaImporter(database, new JdbcGridStore(), ImportLimits.USUAL);
      ImportReport report =
          importer.run(
              OWNER,
              meant,
              new ImportSource(name(file), main),
              Optional.ofNullable(outline).map(path -> new ImportSource(name(path), second)));
      print(report);
      return report.outcome() == Outcome.LOADED || report.outcome() == Outcome.CHECKED ? 0 : 1;
    }
  }

  private void print(ImportReport report) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Map<String, Object> body = new LinkedHashMap<>(ImportReportJson.of(report, texts()));
      out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(body));
    } else {
      ImportReportText.of(report, texts()).forEach(out::println);
    }
    out.flush();
  }

  private int importThrough(RunningServer server, Map<String, String> words)
      throws IOException, InterruptedException {
    ImportPost post = new ImportPost(server, json, languageTag());
    ImportPost.Answer answer = post.send(words, file, Optional.ofNullable(outline));
    PrintWriter out = spec.commandLine().getOut();
    out.println(answer.text().stripTrailing());
    out.flush();
    return answer.done() ? 0 : 1;
  }

  private RunningServer runningServer() {
    return DataFolder.runningServer(installation.data)
        .orElseThrow(
            () ->
                asked(
                    "Another process holds the data folder "
                        + installation.data
                        + " and is no server. Wait for it to end."));
  }

  private void requireFile(Path path) {
    if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
      Map<String, Object> details = Map.of(FILE, path.toString());
      throw asked(
          texts().problem("file-missing", "detail", details)
              + " "
              + texts().problem("file-missing", "mend", details));
    }
  }

  private static final String FILE = "file";

  private ParameterException asked(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private ImportTexts texts() {
    return ImportTexts.of(languageTag());
  }

  private String languageTag() {
    String said = language == null ? Locale.getDefault().getLanguage() : language;
    return List.of("zh", "en").contains(said) ? said : "en";
  }
}
