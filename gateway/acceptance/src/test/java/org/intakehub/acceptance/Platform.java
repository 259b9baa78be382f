package org.intakehub.acceptance;

/** One channel's far end as a test plays it, over its true protocol. */
interface Platform {
    /** Something that can be delivered again, byte for byte. */
    interface Delivery {
        void deliver() throws Exception;
    }

    /** The hub's name of the source. */
    String source();

    /** A citizen's words, ready to be delivered. */
    Delivery says(Plea plea) throws Exception;

    /** Something that cannot be read, but comes from who it should come from. */
    Delivery garbles() throws Exception;

    /** The next calls at the far end fail, for a reason that passes. */
    void fallsOver();

    /** Whether the citizen's side has the words that the city answered. */
    boolean heard(String words);
}
