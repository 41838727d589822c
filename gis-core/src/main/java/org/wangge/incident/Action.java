package org.wangge.incident;

import static org.wangge.incident.Standing.ACCEPTED;
import static org.wangge.incident.Standing.CANCELLED;
import static org.wangge.incident.Standing.CLOSED;
import static org.wangge.incident.Standing.DISPATCHED;
import static org.wangge.incident.Standing.FILED;
import static org.wangge.incident.Standing.ON_SITE;
import static org.wangge.incident.Standing.REJECTED;
import static org.wangge.incident.Standing.REPORTED;
import static org.wangge.incident.Standing.REPORTED_BACK;
import static org.wangge.incident.Standing.SUSPENDED;

import java.util.Map;
import java.util.Optional;
import org.wangge.access.Right;
import org.wangge.word.Word;

/**
 * What is done with an incident: from which states, whereto, by whom, and whether it wants a
 * reason. The whole table of the life cycle (六步闭环, domain.md); what else must be so, {@link Life}
 * knows.
 */
public enum Action implements Word {
  /** 受理: the report is taken up. */
  ACCEPT(Map.of(REPORTED, ACCEPTED), Right.LEAD_INCIDENTS, false),
  /** 派员核实: somebody shall look on the spot whether it is so. */
  ASK_ON_SITE(Map.of(REPORTED, ON_SITE, ACCEPTED, ON_SITE), Right.LEAD_INCIDENTS, false),
  /** 核实属实: it is so. */
  CONFIRM(Map.of(ON_SITE, ACCEPTED), Right.CHECK_INCIDENTS, false),
  /** 核实不实: it is not so; to be rejected, or looked at again. */
  DENY(Map.of(ON_SITE, REPORTED), Right.CHECK_INCIDENTS, true),
  /** 立案: it becomes a case, and its clock starts. */
  FILE(Map.of(ACCEPTED, FILED), Right.LEAD_INCIDENTS, false),
  /** 派遣: a handler gets it. */
  DISPATCH(Map.of(FILED, DISPATCHED), Right.LEAD_INCIDENTS, false),
  /** 接单: a handler says that they do it. */
  TAKE(Map.of(DISPATCHED, DISPATCHED), Right.HANDLE_INCIDENTS, false),
  /** 拒单: a handler says that they do not; if nobody else has it, it is sent back. */
  DECLINE(Map.of(DISPATCHED, DISPATCHED), Right.HANDLE_INCIDENTS, true),
  /** 反馈: the handler says that it is done. */
  REPORT_BACK(Map.of(DISPATCHED, REPORTED_BACK), Right.HANDLE_INCIDENTS, false),
  /** 回退: the handler says that it is not theirs; its clock stands still meanwhile. */
  SEND_BACK(Map.of(DISPATCHED, FILED), Right.HANDLE_INCIDENTS, true),
  /** 申请延期: the handler asks for one limit more. */
  ASK_EXTENSION(Map.of(DISPATCHED, DISPATCHED), Right.HANDLE_INCIDENTS, true),
  /** 同意延期: the first of two agrees. */
  ENDORSE_EXTENSION(Map.of(DISPATCHED, DISPATCHED), Right.LEAD_INCIDENTS, false),
  /** 批准延期: the second of two agrees; one original limit is added. */
  GRANT_EXTENSION(Map.of(DISPATCHED, DISPATCHED), Right.JUDGE_INCIDENTS, false),
  /** 驳回延期: it is refused, and does not count. */
  REFUSE_EXTENSION(Map.of(DISPATCHED, DISPATCHED), Right.LEAD_INCIDENTS, true),
  /** 挂账: it cannot go on for now. */
  SUSPEND(Map.of(DISPATCHED, SUSPENDED), Right.LEAD_INCIDENTS, true),
  /** 恢复: it goes on. */
  RESUME(Map.of(SUSPENDED, DISPATCHED), Right.LEAD_INCIDENTS, false),
  /** 返工: the check of the result failed. */
  REWORK(Map.of(REPORTED_BACK, DISPATCHED), Right.LEAD_INCIDENTS, true),
  /** 结案: the check of the result passed. */
  CLOSE(Map.of(REPORTED_BACK, CLOSED), Right.LEAD_INCIDENTS, false),
  /** 不予立案: nothing is to be done about it. */
  REJECT(Map.of(REPORTED, REJECTED, ACCEPTED, REJECTED), Right.LEAD_INCIDENTS, true),
  /** 撤销: it ends without a result. */
  CANCEL(
      Map.of(FILED, CANCELLED, DISPATCHED, CANCELLED, SUSPENDED, CANCELLED),
      Right.LEAD_INCIDENTS,
      true),
  /** 重启: what was ended is opened again. */
  REOPEN(Map.of(CLOSED, FILED, CANCELLED, FILED, REJECTED, REPORTED), Right.REOPEN_INCIDENTS, true),
  /** 申诉: that it was overdue shall not count. */
  APPEAL(Map.of(CLOSED, CLOSED), Right.HANDLE_INCIDENTS, true),
  /** 申诉成立: it does not count; it stays visible. */
  UPHOLD_APPEAL(Map.of(CLOSED, CLOSED), Right.JUDGE_INCIDENTS, true),
  /** 申诉不成立: it counts. */
  DISMISS_APPEAL(Map.of(CLOSED, CLOSED), Right.JUDGE_INCIDENTS, true),
  /** 定位: it is said where it is. No order leads there; see {@link IncidentPlacing}. */
  PLACE(Map.of(), Right.LEAD_INCIDENTS, false),
  /** 调整网格: its grid was redrawn. No order leads there; see {@link IncidentPlacing}. */
  REASSIGN(Map.of(), Right.LEAD_INCIDENTS, false),
  /**
   * 升为紧急: it came in as urgent, whatever its category says. No order leads there; see {@link
   * Urgency}.
   */
  RAISE(Map.of(), Right.LEAD_INCIDENTS, false);

  // Of which none can be changed: Map.copyOf.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Map<Standing, Standing> ways;

  private final Right right;
  private final boolean needsReason;

  Action(Map<Standing, Standing> ways, Right right, boolean needsReason) {
    this.ways = Map.copyOf(ways);
    this.right = right;
    this.needsReason = needsReason;
  }

  /** Where it leads from a state; empty where it cannot be done. */
  public Optional<Standing> from(Standing standing) {
    return Optional.ofNullable(ways.get(standing));
  }

  /** Who may do it. */
  public Right right() {
    return right;
  }

  /** Whether it wants a reason. */
  public boolean needsReason() {
    return needsReason;
  }

  /** Whether it answers a task: only whoever has one can do it. */
  public boolean isAnswer() {
    return this == TAKE || this == DECLINE;
  }

  public static Optional<Action> find(String word) {
    return Word.find(Action.class, word);
  }
}
