package org.wangge.plan.balance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wangge.grid.Area;
import org.wangge.grid.InCharge;
import org.wangge.grid.SizeRule;
import org.wangge.grid.SizeRules;
import org.wangge.plan.redraw.FaceFigures;
import org.wangge.plan.redraw.Redraw;
import org.wangge.plan.topology.Face;

/**
 * A grid of a plan with all its figures.
 *
 * @param face its id in the plan
 * @param area as it is or, published now, would be: code, name, kind, households, people in charge
 * @param estimated whether households were shared out by ground, because no building is known there
 * @param ground what follows from its outline
 * @param judgements what each rule in force says of it
 */
public record GridBalance(
    String face, Area area, boolean estimated, GroundFigures ground, List<Judgement> judgements) {

  public GridBalance {
    judgements = List.copyOf(judgements);
  }

  /** The balance of a face of a plan. */
  static GridBalance of(Face face, Redraw redraw, GroundFigures ground, SizeRules rules) {
    @Nullable FaceFigures counted = redraw.figures().get(face.id());
    Area area = redraw.area(face);
    if (face.isAltered()) {
      area = area.edit().name(face.name()).kind(face.kind()).build();
    }
    if (counted != null) {
      area = area.edit().households(counted.households()).population(counted.population()).build();
    }
    List<Judgement> judgements = new ArrayList<>();
    for (SizeRule.Measure measure : SizeRule.Measure.values()) {
      int value = measure == SizeRule.Measure.HOUSEHOLDS ? area.households() : ground.buildings();
      rules.find(area, measure).map(rule -> new Judgement(rule, value)).ifPresent(judgements::add);
    }
    return new GridBalance(
        face.id(), area, counted != null && counted.estimated(), ground, judgements);
  }

  /** How many people are in charge of it, each once. */
  public int staff() {
    return (int) area.inCharge().stream().map(InCharge::staffCode).distinct().count();
  }

  /** What is wrong with it, as stable codes; empty where nothing is. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    for (Judgement judgement : judgements) {
      if (judgement.verdict() != SizeRule.Verdict.WITHIN) {
        problems.add(judgement.rule().measure().word() + "-" + judgement.verdict().word());
      }
    }
    if (ground.cutBuildings() > 0) {
      problems.add("cuts-building");
    }
    return problems;
  }

  /** Whether every rule in force is kept. */
  public boolean keepsRules() {
    return judgements.stream().allMatch(one -> one.verdict() == SizeRule.Verdict.WITHIN);
  }
}
