package org.intakehub.core.channel;

/** A channel whose platform, when it is asked for a file that a citizen sent, may answer with an error that looks like success. */
public interface FileGivingAdapter extends ChannelAdapter {
    /**
     * Refuses bytes that came with status 200 and are no file.
     *
     * @throws RemoteUnavailable if asking again later may give the file
     * @throws RemoteRejected if it never will
     */
    void checkFile(Payload file);
}
