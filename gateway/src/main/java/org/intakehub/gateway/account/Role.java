package org.intakehub.gateway.account;

/** What somebody does with the hub; everyone has exactly one role. */
public enum Role {
    /** 坐席: takes matters in and sorts the unsure ones. */
    OPERATOR,
    /** 调度员: the same, and decides who handles what. */
    DISPATCHER,
    /** 承办单位: sees what was given to the unit. */
    UNIT,
    /** Runs the channels: quarantine, dead letters, refusals. */
    INTEGRATOR,
    ADMIN;

    String authority() {
        return "ROLE_" + name();
    }
}
