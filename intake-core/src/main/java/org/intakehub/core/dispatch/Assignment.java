package org.intakehub.core.dispatch;

/**
 * A unit's part in a case.
 *
 * @param reason the rule that says so
 */
public record Assignment(Unit unit, Role role, String reason) {}
