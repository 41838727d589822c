package org.wangge.server;

import java.util.Map;

/** What is sent to routes that want more than nothing; AREA stands for a community. */
final class SampleBodies {
  /** A period of little to count. */
  static final String ONE_DAY = "&from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z";

  static final String WHISTLE_RULE =
      """
      {"answer":"5 urgent minutes","arrival":"15 urgent minutes","duties":["police"],
      "reason":"corrected"}
      """;

  static final String MESSAGE_RULE =
      """
      {"patience":"1 calendar day","texts":{"page":"x"},"reason":"corrected"}
      """;

  static final String CAMPAIGN =
      """
      {"title":"%s","unit":"building-unit","areas":["AREA"],"until":"2999-01-01T00:00:00Z",
      "questions":[{"text":"x","kind":"yes-no"}]}
      """;

  static final String ERRAND =
      """
      {"key":"sample-AREA","kind":"medicine","grid":"AREA001","from":"%s","until":"%s","name":"x",
      "phone":"00060000000"}
      """;

  static final String VISITS =
      """
      {"title":"x","target":"household","areas":["AREA"],"every":1,"unit":"months"}
      """;

  private static final String CAMERAS = "{\"cameras\":[{\"id\":\"CAMERA\",\"revision\":999}]}";

  private static final String RETRIEVAL =
      """
      {"cameras":["CAMERA"],"from":"2026-01-01T00:00:00Z","to":"2026-01-01T01:00:00Z","why":"case"}
      """;

  static final String SIZE_RULE =
      """
      {"area":"AREA","level":"grid","kind":"base","measure":"households","min":1,"max":9}
      """;

  static final String CALENDAR =
      """
      {"code":"of-AREA","area":"AREA","name":"x","zone":"Asia/Shanghai",
       "weeks":[{"from":"2020-01-01","sessions":{"monday":["08:00-12:00"]}}],"days":[],"reason":"corrected"}
      """;

  static final String LIMIT =
      """
      {"limit":"1 working day","warnPercents":[],"reason":"corrected"}
      """;

  static final String CATEGORY =
      """
      {"nameZh":"x","nameEn":"x","priority":"ordinary","reason":"corrected"}
      """;

  /** Of routes that want little. */
  static final Map<String, String> SHORT =
      Map.of(
          "POST /api/cameras/changes",
          CAMERAS.replace("}]}", "}],\"change\":{}}"),
          "POST /api/cameras/ends",
          CAMERAS,
          "POST /api/cameras/take-backs",
          CAMERAS,
          "POST /api/footage/retrievals",
          RETRIEVAL,
          "POST /api/visits/rules",
          VISITS,
          "PUT /api/visits/rules/{rule}",
          VISITS,
          "POST /api/visits/doors/{id}/visits",
          "{\"rule\":RULE,\"key\":\"x\",\"version\":999,\"outcome\":\"met\"}",
          "PUT /api/visits/doors/{id}/marks",
          "{\"kinds\":[]}",
          "POST /api/reports/history",
          "{\"reports\":[]}",
          "POST /api/campaigns/declarations",
          """
          {"title":"x","areas":["AREA"],"until":"2999-01-01T00:00:00Z","rows":[],
          "questions":[{"text":"x","kind":"yes-no"}]}
          """);

  private SampleBodies() {}
}
