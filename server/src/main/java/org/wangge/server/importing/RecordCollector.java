package org.wangge.server.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;
import org.wangge.grid.AreaDraft;
import org.wangge.grid.AreaFinding;
import org.wangge.grid.AreaFinding.Weight;
import org.wangge.grid.RecordPlace;
import org.wangge.server.http.PlainText;
import org.wangge.server.importing.PropertyNames.Fact;

/** Makes drafts of what a reader finds, and keeps the reasons where it cannot. */
final class RecordCollector implements RecordSink {
  private final AreaDrafting drafting;
  private final List<AreaDraft> drafts = new ArrayList<>();
  private final List<AreaFinding> findings = new ArrayList<>();
  private int read;

  RecordCollector(AreaDrafting drafting) {
    this.drafting = drafting;
  }

  List<AreaDraft> drafts() {
    return drafts;
  }

  List<AreaFinding> findings() {
    return findings;
  }

  int read() {
    return read;
  }

  @Override
  public void accept(RawArea area) {
    read++;
    try {
      requireSoundTexts(area);
      drafts.add(drafting.draft(area));
    } catch (RecordRefused reason) {
      find(Weight.REFUSED, area.place(), area.properties(), reason.problem(), reason.details());
    }
  }

  /** What cannot be stored is refused here, where its record is known, and not by a database. */
  private void requireSoundTexts(RawArea area) {
    for (Fact fact : Fact.values()) {
      String said =
          fact == Fact.NAME
              ? drafting.name(area.place(), area.properties())
              : drafting.find(area.properties(), fact).orElse("");
      if (!PlainText.isSound(said)) {
        throw new RecordRefused("text-unsound", Map.of("name", fact.word()));
      }
    }
  }

  @Override
  public void refuse(RecordPlace place, Map<String, String> properties, RecordRefused reason) {
    read++;
    find(Weight.REFUSED, place, properties, reason.problem(), reason.details());
  }

  @Override
  public void warn(
      RecordPlace place,
      Map<String, String> properties,
      String problem,
      Map<String, Object> details) {
    find(Weight.WARNING, place, properties, problem, details);
  }

  private void find(
      Weight weight,
      RecordPlace place,
      Map<String, String> properties,
      String problem,
      Map<String, Object> details) {
    String code = drafting.find(properties, Fact.CODE).map(PlainText::shown).orElse(null);
    String name = PlainText.shown(drafting.name(place, properties));
    findings.add(
        new AreaFinding(
            weight, problem, place, code, name.isEmpty() ? null : name, at(details), details));
  }

  /** Faults of outlines say where on the ground they are. */
  private static @Nullable LatticePoint at(Map<String, Object> details) {
    return details.get("lon") instanceof Double lon
            && details.get("lat") instanceof Double lat
            && Math.abs(lon) <= 180
            && Math.abs(lat) <= 90
        ? LatticePoint.ofDegrees(lon, lat)
        : null;
  }
}
