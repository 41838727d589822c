package org.wangge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Asks a server for its lists of features, as the tests of every feature do. */
public final class FeatureLists {
  private final RunningServer server;

  public FeatureLists(RunningServer server) {
    this.server = server;
  }

  /** The features of a list that has to be there. */
  public JsonNode features(String path) {
    RunningServer.Answer answer = server.get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("application/geo+json");
    return answer.json().path("features");
  }

  public static List<String> ids(JsonNode features) {
    List<String> ids = new ArrayList<>();
    features.forEach(feature -> ids.add(feature.path("id").asText()));
    return ids;
  }

  /** The question has to be refused, with what is wrong, where, and how to mend it. */
  public void requireProblem(String path, int status, String code, String field) {
    RunningServer.Answer answer = server.get(path);
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.json().path("code").asText()).isEqualTo(code);
    assertThat(answer.json().path("field").asText()).isEqualTo(field);
    assertThat(answer.json().path("mend").asText()).isNotBlank();
  }

  /** Without a demonstration nobody reads a list without a token. */
  public static void requireToken(Path emptyFolder, String path) {
    try (RunningServer empty = RunningServer.empty(emptyFolder)) {
      RunningServer.Answer resident = empty.get(path);
      assertThat(resident.status()).isEqualTo(401);
      assertThat(resident.json().path("code").asText()).isEqualTo("sign-in-needed");
      RunningServer.Answer owner = empty.getAsOwner(path);
      assertThat(owner.status()).isEqualTo(200);
      assertThat(owner.json().path("features")).isEmpty();
      assertThat(owner.json().path("features").isArray()).isTrue();
    }
  }
}
