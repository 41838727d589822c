package org.wangge.demo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.wangge.geo.LatticePoint;
import org.wangge.geo.LatticeShape;
import org.wangge.geo.Validity;
import org.wangge.grid.Area;
import org.wangge.grid.AreaBuilder;
import org.wangge.grid.AreaKey;
import org.wangge.grid.Duty;
import org.wangge.grid.GridKind;
import org.wangge.grid.InCharge;
import org.wangge.grid.Level;

/** Makes the areas of the tree from the faces that belong together, from the district down. */
final class AreaTree {
  static final String DISTRICT = "990101";

  private final Outlines outlines;
  private final List<GridDraft> drafts;
  private final Validity validity;
  private final MadeUpNames names;
  private final StaffCodes staff;
  private final Dice dice;
  private final MadeUpNames.Name townName;
  private final List<Area> areas = new ArrayList<>();

  AreaTree(
      Outlines outlines,
      List<GridDraft> drafts,
      Validity validity,
      MadeUpNames names,
      StaffCodes staff,
      Dice dice) {
    this.outlines = outlines;
    this.drafts = drafts;
    this.validity = validity;
    this.names = names;
    this.staff = staff;
    this.dice = dice;
    townName = names.next();
  }

  /** Faces that make up one area, and their outline. */
  private record Group(int key, List<Face> faces, LatticeShape shape, LatticePoint label) {}

  /** All areas of the tree: the district first, micro-grids after their grids. */
  List<Area> make(List<Face> faces) {
    Group all = groups(faces, face -> 0).get(0);
    List<InCharge> nobody = List.of();
    add(area(Level.DISTRICT, DISTRICT, null, names.next().zh() + "区", all).inCharge(nobody));
    String street = DISTRICT + "001";
    List<InCharge> cadre = List.of(staff.next(Duty.STREET_CADRE));
    add(area(Level.STREET, street, DISTRICT, townName.zh() + "街道", all).inCharge(cadre));
    int number = 0;
    for (Group group : groups(faces, face -> drafts.get(face.grid).community())) {
      number++;
      community(street, number, group);
    }
    List<Area> grids = areas.stream().filter(area -> area.level() == Level.GRID).toList();
    List<Area> rest = areas.stream().filter(a -> a.level().compareTo(Level.GRID) < 0).toList();
    List<Area> result = new ArrayList<>(Residents.summedUp(rest, grids));
    result.addAll(areas.stream().filter(a -> a.level().compareTo(Level.GRID) >= 0).toList());
    return result;
  }

  /** What the town is called, without its kind. */
  MadeUpNames.Name townName() {
    return townName;
  }

  private void community(String street, int number, Group group) {
    String code = street + three(number);
    String name = names.next().zh() + "社区";
    List<InCharge> cadre = List.of(staff.next(Duty.COMMUNITY_CADRE));
    add(area(Level.COMMUNITY, code, street, name, group).inCharge(cadre));
    int next = 0;
    for (Group grid : groups(group.faces, face -> face.grid)) {
      next++;
      grid(code, name, next, grid);
    }
  }

  private void grid(String community, String communityName, int number, Group group) {
    String code = community + three(number);
    GridDraft draft = drafts.get(group.key);
    String name = communityName + "第" + number + "网格" + exclusiveName(draft);
    int people = (int) (draft.households() * dice.between(2.2, 2.9));
    add(
        area(Level.GRID, code, community, name, group)
            .kind(draft.exclusive() ? GridKind.EXCLUSIVE : GridKind.BASE)
            .households(draft.households())
            .population(people)
            .inCharge(gridStaff(draft)));
    int next = 0;
    for (Group micro : groups(group.faces, face -> face.micro)) {
      next++;
      int homes =
          micro.faces.stream().flatMap(f -> f.buildings.stream()).mapToInt(b -> b.households).sum();
      int persons = draft.households() == 0 ? 0 : people * homes / draft.households();
      List<InCharge> head = homes == 0 ? List.of() : List.of(staff.next(Duty.BUILDING_HEAD));
      String microCode = code + three(next);
      add(
          area(Level.MICRO_GRID, microCode, code, "第" + number + "网格" + next + "号微网格", micro)
              .kind(draft.exclusive() ? GridKind.EXCLUSIVE : GridKind.BASE)
              .households(homes)
              .population(persons)
              .inCharge(head));
    }
  }

  private List<InCharge> gridStaff(GridDraft draft) {
    List<InCharge> result = new ArrayList<>();
    result.add(staff.next(Duty.GRID_HEAD));
    result.add(staff.next(Duty.GRID_WORKER));
    result.add(staff.next(Duty.STREET_CADRE));
    result.add(staff.next(Duty.COMMUNITY_CADRE));
    result.add(staff.next(Duty.POLICE));
    if (draft.zone() == Zone.ESTATE || draft.zone() == Zone.TOWERS) {
      result.add(staff.next(Duty.PROPERTY_COMPANY));
    }
    if (dice.chance(0.6)) {
      result.add(staff.next(Duty.VOLUNTEER));
    }
    return result;
  }

  private static String exclusiveName(GridDraft draft) {
    if (!draft.exclusive()) {
      return "";
    }
    return switch (draft.zone()) {
      case HOSPITAL -> "（医院专属）";
      case MARKET -> "（市场专属）";
      default -> "（学校专属）";
    };
  }

  /** Groups of faces by a key, west to east and then north to south by their label points. */
  private List<Group> groups(Collection<Face> faces, ToIntFunction<Face> key) {
    Map<Integer, List<Face>> byKey = new TreeMap<>();
    for (Face face : faces) {
      byKey.computeIfAbsent(key.applyAsInt(face), k -> new ArrayList<>()).add(face);
    }
    List<Group> groups = new ArrayList<>();
    byKey.forEach(
        (k, members) -> {
          LatticeShape shape = outlines.of(members);
          groups.add(new Group(k, members, shape, shape.labelPoint()));
        });
    groups.sort(
        Comparator.comparingInt((Group group) -> group.label.lon())
            .thenComparing(group -> -group.label.lat()));
    return groups;
  }

  private AreaBuilder area(
      Level level, String code, @Nullable String parent, String name, Group group) {
    return new AreaBuilder()
        .key(AreaKey.tree(code))
        .level(level)
        .parentCode(parent)
        .name(name)
        .shape(group.shape)
        .validity(validity)
        .reason("generated");
  }

  private void add(AreaBuilder builder) {
    areas.add(builder.build());
  }

  private static String three(int number) {
    return "%03d".formatted(number);
  }
}
