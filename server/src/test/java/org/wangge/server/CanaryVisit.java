package org.wangge.server;

import static org.assertj.core.api.Assertions.assertThat;

/** A visit with a canary in each of its personal columns. */
final class CanaryVisit {
  private final RunningServer server;

  CanaryVisit(RunningServer server) {
    this.server = server;
  }

  /** Gives the door of an area at which it was. */
  String plant(String area) {
    String rule =
        done(server.post(
                server.as("operator", "/api/visits/rules"),
                """
                    {"title":"x","target":"household","areas":["%s"],"every":1,"unit":"months",
                    "facts":[{"text":"x","kind":"text"}]}
                    """
                    .formatted(area)))
            .json()
            .path("id")
            .asText();
    String door =
        server
            .send(server.as("operator", "/api/visits/due?limit=1&rule=" + rule))
            .json()
            .at("/features/0/properties/place")
            .asText();
    done(
        server.post(
            server.as("operator", "/api/visits/doors/" + door + "/visits"),
            """
            {"rule":%s,"key":"canary","version":0,"outcome":"met","note":"%s %s",
            "answers":{"1":"%s"}}
            """
                .formatted(
                    rule, Canary.NOTE.text(), Canary.NUMBER_IN_NOTE.text(), Canary.FACT.text())));
    return door;
  }

  private static RunningServer.Answer done(RunningServer.Answer answer) {
    assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    return answer;
  }
}
