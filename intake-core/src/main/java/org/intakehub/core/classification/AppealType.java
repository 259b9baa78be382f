package org.intakehub.core.classification;

/** What the citizen wants of the hub, in the seven types of the national rules. */
public enum AppealType {
    /** 咨询 */
    CONSULTATION,
    /** 求助 */
    HELP,
    /** 投诉 */
    COMPLAINT,
    /** 举报 */
    REPORT,
    /** 建议 */
    SUGGESTION,
    /** 表扬 */
    PRAISE,
    /** 其他 */
    OTHER
}
