package org.intakehub.core.dispatch;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers one matter's assignments: each unit once, one lead, no accused unit. */
final class Assignments {
    private final Map<UnitCode, Assignment> byUnit = new LinkedHashMap<>();
    private final Set<String> accused;
    private boolean hasLead;

    Assignments(List<String> accused) {
        this.accused = Set.copyOf(accused);
    }

    /** The first to be named leads, each later one assists; the place of an accused lead stays empty. */
    void lead(Unit unit, DispatchRule rule) {
        Role role = hasLead ? Role.ASSIST : Role.LEAD;
        hasLead = true;
        add(unit, role, rule);
    }

    void addOthers(DispatchRule rule) {
        rule.assist().forEach(unit -> add(unit, Role.ASSIST, rule));
        rule.supervise().forEach(unit -> add(unit, Role.SUPERVISE, rule));
    }

    void add(Unit unit, Role role, DispatchRule rule) {
        if (!accused.contains(unit.code().value())) {
            byUnit.putIfAbsent(unit.code(), new Assignment(unit, role, rule.reason()));
        }
    }

    List<Assignment> leadFirst() {
        return byUnit.values().stream()
                .sorted(Comparator.comparing(Assignment::role))
                .toList();
    }
}
