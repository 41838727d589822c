package org.wangge.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wangge.server.App;
import org.wangge.server.audit.AuditEvidence;
import org.wangge.server.audit.AuditJson;
import org.wangge.server.audit.AuditModule;
import org.wangge.server.audit.JdbcAuditStore;
import org.wangge.server.audit.VerificationReport;
import org.wangge.server.audit.VerificationRun;
import org.wangge.server.config.DataFolder;
import org.wangge.server.config.Settings;
import org.wangge.server.config.Settings.Demonstration;
import org.wangge.server.storage.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code wangge verify-audit}: checks every record of the audit, through the server where one holds
 * the data folder. Ends with 0 when nothing is wrong, 1 when something is, 2 when asked wrongly.
 */
@Command(
    name = "verify-audit",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Checks the whole audit against its chain, its columns, the side file and the signed head."
          + " 核对审计记录。",
      "Ends with 0 when nothing is wrong; else with 1, naming the first broken record."
    })
final class VerifyAuditCommand implements Callable<Integer> {
  private static final long TELL_EVERY_NANOS = 10_000_000_000L;
  private static final int POLL_MILLIS = 500;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private InstallationOptions installation = new InstallationOptions();

  @Option(
      names = "--anchor",
      paramLabel = "NUMBER:HASH",
      description = "What stands on a printed anchor, to be held against the record. 打印的锚点。")
  private @Nullable String anchor;

  @Option(names = "--json", description = "Print the report as JSON.")
  private boolean json;

  private final ObjectMapper mapper = new ObjectMapper();
  private long told = System.nanoTime();

  @Override
  public Integer call() throws IOException, InterruptedException {
    Optional<AuditEvidence.Anchor> onPaper = onPaper();
    Optional<DataFolder> held = DataFolder.open(installation.data);
    if (held.isPresent()) {
      try (DataFolder folder = held.get()) {
        return tell(mapper.valueToTree(AuditJson.report(here(folder, onPaper))));
      }
    }
    LocalServer server =
        LocalServer.of(installation)
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Another process holds the data folder " + installation.data + "."));
    return tell(through(server));
  }

  private Optional<AuditEvidence.Anchor> onPaper() {
    try {
      return Optional.ofNullable(anchor).map(AuditEvidence.Anchor::parse);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--anchor is NUMBER:HASH, as it stands on the printed anchor.", e);
    }
  }

  private VerificationReport here(DataFolder folder, Optional<AuditEvidence.Anchor> onPaper) {
    Settings settings =
        new Settings(
            "127.0.0.1",
            0,
            folder.path(),
            installation.databaseUrl(),
            Demonstration.NONE,
            Settings.CHINA);
    // First the evidence, then the database: opening that begins a new segment of the side file.
    AuditEvidence evidence = AuditModule.evidence(folder, settings.timeZone(), onPaper);
    try (Database database = App.open(settings, folder, Clock.systemUTC())) {
      return VerificationRun.of(database, new JdbcAuditStore(), evidence, this::progress);
    }
  }

  private JsonNode through(LocalServer server) throws IOException, InterruptedException {
    String query =
        anchor == null ? "" : "?anchor=" + URLEncoder.encode(anchor, StandardCharsets.UTF_8);
    JsonNode answer =
        read(
            server.post(
                "/api/audit/verification" + query,
                "application/json",
                HttpRequest.BodyPublishers.noBody()));
    while (answer.path("state").asText().equals("running")) {
      Thread.sleep(POLL_MILLIS);
      answer = read(server.get("/api/audit/verification"));
      progress(answer.path("checked").asLong());
    }
    if (!answer.path("state").asText().equals("done")) {
      throw new IllegalStateException("The server could not verify the audit; see its log.");
    }
    return answer.path("report");
  }

  private JsonNode read(HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException("The server refused: " + answer.body());
    }
    return mapper.readTree(answer.body());
  }

  private void progress(long checked) {
    if (!json && System.nanoTime() - told > TELL_EVERY_NANOS) {
      told = System.nanoTime();
      out().printf("已核对 %,d 条 / %,d records checked%n", checked, checked);
      out().flush();
    }
  }

  private int tell(JsonNode report) throws IOException {
    if (json) {
      out().println(mapper.writerWithDefaultPrettyPrinter().writeValueAsString(report));
    } else {
      tellInWords(report);
    }
    out().flush();
    return report.path("sound").asBoolean() ? 0 : 1;
  }

  private void tellInWords(JsonNode report) {
    out()
        .printf(
            "%,d 条已封存，%,d 条待封存 / %,d records sealed, %,d not yet%n",
            report.path("sealed").asLong(),
            report.path("unsealed").asLong(),
            report.path("sealed").asLong(),
            report.path("unsealed").asLong());
    out().println("#" + report.path("number").asLong() + " " + report.path("chain").asText());
    if (report.path("sound").asBoolean()) {
      out().println("审计完好 / The audit is sound.");
      return;
    }
    out().println("审计有问题 / THE AUDIT IS NOT SOUND.");
    out().println("第一处 / First: " + report.path("first").path("sentence").asText());
    report
        .path("counts")
        .properties()
        .forEach(count -> out().println("  " + count.getKey() + ": " + count.getValue().asLong()));
    report.path("findings").forEach(one -> out().println("  " + one.path("sentence").asText()));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
