package org.wangge.server.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.audit.AuditRecord;
import org.wangge.server.http.Csv;
import org.wangge.server.storage.AuditBody;

/** Makes answers of records, reports and anchors. */
public final class AuditJson {
  /** Names of the columns of a table, in its order. */
  static final List<String> COLUMNS =
      List.of(
          "number", "at", "account", "roles", "address", "session", "action", "subject", "outcome",
          "why", "facts", "id", "writer", "chain");

  private AuditJson() {}

  /** A record. What it tells is what the stored bytes tell. */
  static Map<String, @Nullable Object> record(StoredRecord stored) {
    AuditRecord record = AuditBody.parse(stored.body());
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("number", stored.isSealed() ? stored.number() : null);
    answer.put("at", record.at().toString());
    answer.put("account", record.account());
    answer.put("roles", record.roles());
    answer.put("address", record.addressOrNull());
    answer.put("session", record.sessionOrNull());
    answer.put("action", record.action());
    answer.put("subject", record.subject());
    answer.put("outcome", record.outcome().word());
    answer.put("why", record.why());
    answer.put("facts", record.facts());
    answer.put("id", record.id().toString());
    answer.put("writer", record.writer());
    answer.put(
        "chain",
        stored.link().filter(link -> stored.isSealed()).map(Object::toString).orElse(null));
    return answer;
  }

  /** A record as a line of a table for spreadsheets. */
  static String line(StoredRecord stored) {
    Map<String, @Nullable Object> record = record(stored);
    return Csv.line(COLUMNS.stream().map(record::get).toList());
  }

  /** A signed head, to be kept elsewhere. */
  static Map<String, Object> anchor(SignedHead head, String publicKey) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("number", head.number());
    answer.put("chain", head.chain().hex());
    answer.put("at", head.at().toString());
    answer.put("signature", head.signature());
    answer.put("publicKey", publicKey);
    answer.put("anchor", head.number() + ":" + head.chain().hex());
    return answer;
  }

  /** The same to be printed. */
  static String anchorText(SignedHead head, String publicKey) {
    return """
        网格 审计锚点 / Wangge audit anchor

        记录数 / records   %d
        链值 / chain       %s
        时间 / time        %s
        签名 / signature   %s
        公钥 / public key  %s

        此后任何人都无法改写此前的记录而不被发现。核对 / Nobody can rewrite what came before
        without being found. Check with:

          bin/wangge verify-audit --anchor %d:%s
        """
        .formatted(
            head.number(),
            grouped(head.chain().hex()),
            head.at(),
            grouped(head.signature()),
            grouped(publicKey),
            head.number(),
            head.chain().hex());
  }

  /** Eight digits together can be compared by eye, and eight such groups fit on a line of paper. */
  private static String grouped(String hex) {
    return hex.replaceAll("(.{64})(?=.)", "$1\n                   ")
        .replaceAll("([0-9a-f]{8})(?=[0-9a-f])", "$1 ");
  }

  static Map<String, @Nullable Object> progress(VerificationInBackground.Progress progress) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("state", progress.state());
    answer.put("checked", progress.checked());
    answer.put("total", progress.total());
    answer.put("begun", progress.begunOrNull() == null ? null : progress.begunOrNull().toString());
    answer.put("tookMillis", progress.tookMillis());
    answer.put("report", progress.reportOrNull() == null ? null : report(progress.reportOrNull()));
    return answer;
  }

  /** What a verification found. */
  public static Map<String, @Nullable Object> report(VerificationReport report) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("sound", report.isSound());
    answer.put("sealed", report.sealed());
    answer.put("unsealed", report.unsealed());
    answer.put("number", report.number());
    answer.put("chain", report.chain().hex());
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Finding.Kind kind : Finding.Kind.values()) {
      if (report.counts().containsKey(kind)) {
        counts.put(kind.code(), report.counts().getOrDefault(kind, 0L));
      }
    }
    answer.put("counts", counts);
    answer.put("first", report.first().map(AuditJson::finding).orElse(null));
    answer.put("findings", report.findings().stream().map(AuditJson::finding).toList());
    return answer;
  }

  private static Map<String, @Nullable Object> finding(Finding finding) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("kind", finding.kind().code());
    answer.put("number", finding.number() == 0 ? null : finding.number());
    answer.put("id", finding.idOrNull() == null ? null : finding.idOrNull().toString());
    answer.put("at", finding.atOrNull() == null ? null : finding.atOrNull().toString());
    answer.put("zh", finding.kind().zh());
    answer.put("en", finding.kind().en());
    answer.put("sentence", finding.sentence());
    return answer;
  }
}
