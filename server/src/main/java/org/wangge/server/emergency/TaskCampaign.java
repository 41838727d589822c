package org.wangge.server.emergency;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.wangge.access.Caller;
import org.wangge.campaign.Campaign;
import org.wangge.campaign.CampaignRegister;
import org.wangge.campaign.Checklist;
import org.wangge.campaign.Question;
import org.wangge.campaign.Tally;
import org.wangge.campaign.UnitKind;
import org.wangge.emergency.Emergency;
import org.wangge.emergency.EmergencyRound;
import org.wangge.emergency.EmergencyTask;
import org.wangge.event.Tx;

/** Takes the task of an emergency to every household as a campaign. Thread-safe. */
final class TaskCampaign implements EmergencyRound {
  private static final String REMARKS = "备注 / Remarks";

  private final CampaignRegister campaigns;

  TaskCampaign(CampaignRegister campaigns) {
    this.campaigns = campaigns;
  }

  @Override
  public long begin(Tx tx, Caller caller, Emergency.Plan plan, List<String> grids) {
    EmergencyTask task = plan.task().orElseThrow();
    Question asked =
        new Question(
            task.text(),
            Question.Kind.YES_NO,
            task.yesIsHazard() ? Question.YesNo.YES : null,
            task.yesIsHazard() ? 1 : 0);
    Checklist checklist =
        new Checklist(List.of(asked, new Question(REMARKS, Question.Kind.TEXT, null, 0)));
    Campaign.Plan wanted =
        new Campaign.Plan(
            plan.title(),
            UnitKind.HOUSEHOLD,
            plan.areas(),
            tx.now(),
            task.until(),
            checklist,
            plan.generated());
    return campaigns.openWithin(tx, caller, wanted).id();
  }

  @Override
  public void end(Tx tx, Caller caller, long id) {
    campaigns.closeWithin(tx, caller, id);
  }

  @Override
  public Map<String, Progress> progress(Tx tx, long id) {
    return campaigns.progressWithin(tx, id).stream()
        .collect(Collectors.toMap(Tally::grid, one -> new Progress(one.all(), one.answered())));
  }
}
