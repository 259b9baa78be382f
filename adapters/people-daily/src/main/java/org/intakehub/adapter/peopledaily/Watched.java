package org.intakehub.adapter.peopledaily;

/**
 * A thread that is looked at again.
 *
 * @param seen what stood on it at the last look, as a fingerprint
 * @param since its day, in seconds since 1970
 * @param looked the last look, in seconds since 1970
 */
record Watched(long tid, String fid, String seen, long since, long looked) {}
