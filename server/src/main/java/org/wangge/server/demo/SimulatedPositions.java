package org.wangge.server.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wangge.demo.DemoTown;
import org.wangge.demo.DeviceFix;

/** Says where the town's people are, as their phones would. */
final class SimulatedPositions implements Simulator.Part {
  private static final int AT_ONCE = 1_000;

  /** After a long sleep nobody wants to know where people were all the time. */
  private static final Duration LONGEST_GAP = Duration.ofHours(2);

  private final DemoTown town;
  private final PublicApi api;

  SimulatedPositions(DemoTown town, PublicApi api) {
    this.town = town;
    this.api = api;
  }

  @Override
  public void tell(Instant after, Instant upTo) throws IOException, InterruptedException {
    Instant earliest = upTo.minus(LONGEST_GAP);
    List<DeviceFix> fixes = town.fixes(after.isBefore(earliest) ? earliest : after, upTo);
    for (int from = 0; from < fixes.size(); from += AT_ONCE) {
      List<DeviceFix> some = fixes.subList(from, Math.min(fixes.size(), from + AT_ONCE));
      PublicApi.Answer answer =
          api.post(
              "/api/positions",
              Map.of(
                  "fixes",
                  some.stream().map(SimulatedPositions::json).toList(),
                  "generated",
                  true));
      if (!answer.isDone()) {
        throw new IOException("positions were refused: " + answer.status() + " " + answer.code());
      }
    }
  }

  private static Map<String, Object> json(DeviceFix one) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("staffCode", one.staffCode());
    json.put("at", one.fix().at().toString());
    json.put("lon", one.fix().location().lonDegrees());
    json.put("lat", one.fix().location().latDegrees());
    return json;
  }
}
