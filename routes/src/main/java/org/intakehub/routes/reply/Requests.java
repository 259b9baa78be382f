package org.intakehub.routes.reply;

/** The state of each request to a far end; the same rules as for answers to citizens. */
public interface Requests extends Replies {}
