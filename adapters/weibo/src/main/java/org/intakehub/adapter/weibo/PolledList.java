package org.intakehub.adapter.weibo;

/** A list that the platform answers with, newest first. */
public enum PolledList {
    STATUS_MENTIONS("statuses"),
    COMMENT_MENTIONS("comments"),
    COMMENTS_TO_ME("comments");

    private final String field;

    PolledList(String field) {
        this.field = field;
    }

    /** The field of the answer that holds the items. */
    String field() {
        return field;
    }

    String path(WeiboPaths paths) {
        return switch (this) {
            case STATUS_MENTIONS -> paths.statusMentions();
            case COMMENT_MENTIONS -> paths.commentMentions();
            case COMMENTS_TO_ME -> paths.commentsToMe();
        };
    }
}
