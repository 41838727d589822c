package org.wangge.grid;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;

/**
 * Something a check has to say about one record of a file.
 *
 * @param weight whether the record was refused for it
 * @param problem which rule, a stable code in kebab case; a key of the message catalogs
 * @param place where the record stands
 * @param areaCodeOrNull code of the area, as far as it is known
 * @param areaNameOrNull name of the area, as far as it is known
 * @param atOrNull where on the ground
 * @param details fills the blanks of the message
 */
public record AreaFinding(
    Weight weight,
    String problem,
    RecordPlace place,
    @Nullable String areaCodeOrNull,
    @Nullable String areaNameOrNull,
    @Nullable LatticePoint atOrNull,
    Map<String, Object> details) {

  /** What a finding means for the record. */
  public enum Weight {
    /** It is not loaded. */
    REFUSED,
    /** It is loaded; someone should look at it. */
    WARNING
  }

  public AreaFinding {
    details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
  }

  /** A record that is not loaded. */
  public static AreaFinding refused(AreaDraft draft, String problem, Map<String, Object> details) {
    return of(Weight.REFUSED, draft, problem, null, details);
  }

  /** A record that is loaded with a remark, where the remark has a place on the ground. */
  public static AreaFinding warning(
      AreaDraft draft, String problem, @Nullable LatticePoint at, Map<String, Object> details) {
    return of(Weight.WARNING, draft, problem, at, details);
  }

  private static AreaFinding of(
      Weight weight,
      AreaDraft draft,
      String problem,
      @Nullable LatticePoint at,
      Map<String, Object> details) {
    return new AreaFinding(weight, problem, draft.place(), draft.code(), draft.name(), at, details);
  }

  public Optional<String> areaCode() {
    return Optional.ofNullable(areaCodeOrNull);
  }

  public Optional<String> areaName() {
    return Optional.ofNullable(areaNameOrNull);
  }

  public Optional<LatticePoint> at() {
    return Optional.ofNullable(atOrNull);
  }

  public boolean refuses() {
    return weight == Weight.REFUSED;
  }
}
