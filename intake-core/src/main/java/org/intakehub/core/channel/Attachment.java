package org.intakehub.core.channel;

import java.net.URI;

/** A file that came with a message: its bytes, or the address where they can be fetched. */
public sealed interface Attachment {
    /** A bare file name, never a path. */
    String name();

    /** The media type that the sender claimed; the true one is found from the content. */
    String declaredType();

    /**
     * Bytes that came with the message.
     *
     * @param inline shown within the text (a pasted picture) rather than added to it
     */
    record Inline(String name, String declaredType, Payload content, boolean inline) implements Attachment {
        public Inline {
            name = bare(name);
        }

        @Override
        public String toString() {
            return "Attachment[" + content.size() + " bytes]";
        }
    }

    /** Bytes that have to be fetched, under the source's rules on hosts and sizes. */
    record Linked(String name, String declaredType, URI url) implements Attachment {
        public Linked {
            name = bare(name);
        }

        @Override
        public String toString() {
            return "Attachment[linked]";
        }
    }

    /** Drops directories, drive letters, control and bidirectional characters from a file name; 200 characters at most. */
    static String bare(String name) {
        var last = name.substring(Math.max(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')), -1) + 1);
        var clean = last.replaceAll("[\\p{Cntrl}\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "")
                .strip();
        if (clean.isEmpty() || clean.equals(".") || clean.equals("..")) {
            return "attachment";
        }
        return clean.length() <= 200 ? clean : clean.substring(0, 160) + clean.substring(clean.length() - 40);
    }
}
