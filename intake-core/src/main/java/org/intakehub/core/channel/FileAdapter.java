package org.intakehub.core.channel;

import java.util.Set;

/**
 * A channel whose messages also come as files that a person brings, such as an export of a back office. The file's bytes become one raw
 * message with its name in the header {@value #FILE_NAME}; {@link #normalise} tells by that header that it is a file.
 */
public interface FileAdapter extends ChannelAdapter {
    String FILE_NAME = "file-name";

    /** Endings of the names of files that can be read, in lower case and without a dot: {@code xlsx}. */
    Set<String> endings();
}
