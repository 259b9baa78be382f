package org.intakehub.gateway.counter;

/** States of a case in citizens' words, as the People's Daily's board has taught them. */
enum CitizenState {
    /** 待回复 */
    WAITING,
    /** 办理中 */
    IN_PROGRESS,
    /** 已办理 */
    DONE;

    /** A state of a case that this does not know is work in progress. */
    static CitizenState of(String caseState) {
        return switch (caseState) {
            case "ACCEPTED", "TRIAGE", "CLASSIFIED" -> WAITING;
            case "FOLLOW_UP", "CLOSED", "ANSWERED_DIRECTLY", "TRANSFERRED", "NOT_ACCEPTED" -> DONE;
            default -> IN_PROGRESS;
        };
    }
}
