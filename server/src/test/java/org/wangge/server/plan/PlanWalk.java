package org.wangge.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.wangge.access.Role;
import org.wangge.server.Cast;
import org.wangge.server.RunningServer;
import org.wangge.server.RunningServer.Answer;

/** Plans on their way over HTTP: drawn by the owner, approved by somebody else. */
final class PlanWalk {
  private final RunningServer server;
  private final String approver;

  private PlanWalk(RunningServer server, String approver) {
    this.server = server;
    this.approver = approver;
  }

  /** On a server where nobody has an account yet. */
  static PlanWalk on(RunningServer server) {
    return new PlanWalk(server, new Cast(server).join("ap.prover", Role.APPROVER, ""));
  }

  /** A step by the owner, who is no approver. */
  Answer owner(String plan, String step, int version, String body) {
    return server.post(
        server.asOwner("/api/plans/" + plan + "/" + step).header("If-Match", tag(version)), body);
  }

  /** A step by the approver. */
  Answer approver(String plan, String step, int version, String body) {
    return server.post(
        server
            .to("/api/plans/" + plan + "/" + step)
            .header("Cookie", approver)
            .header("If-Match", tag(version)),
        body);
  }

  private static String tag(int version) {
    return "\"" + version + "\"";
  }

  /** Takes a draft as far as it goes without coming into force: two versions on. */
  void approved(String plan, int version) {
    sound(owner(plan, "submit", version, ""), "submitted");
    sound(approver(plan, "approve", version + 1, ""), "approved");
  }

  private static void sound(Answer answer, String state) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().path("state").asText()).isEqualTo(state);
  }

  /** Puts a draft into force over all steps. */
  Answer published(String plan, int version) {
    approved(plan, version);
    return owner(plan, "publish", version + 2, "");
  }
}
