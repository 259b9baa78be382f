package org.intakehub.adapter.mayormailbox;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.intakehub.core.channel.Mailbox;
import org.intakehub.core.channel.Outgoing.MailServer;
import org.intakehub.core.channel.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Where the mayor's mail is fetched and how it is answered.
 *
 * @param host IMAP server
 * @param port IMAP port; 993 with TLS, 143 without, unless told
 * @param tls whether the connection is encrypted from its start; true unless told
 * @param folder folder that is read, INBOX unless told
 * @param pollEvery time between two looks, one minute unless told, a second at least
 * @param moveTo folder for mails that are kept; none: the mailbox stays untouched
 * @param from address that answers come from
 * @param replyToken whether answers ask for replies to {@code from} with the case's token behind a plus sign
 * @param smtp server that sends the answers
 */
public record MayorMailboxSettings(
        String host,
        @Nullable Integer port,
        @Nullable Boolean tls,
        String user,
        Secret password,
        @Nullable String folder,
        @Nullable Duration pollEvery,
        @Nullable String moveTo,
        String from,
        @Nullable Boolean replyToken,
        Smtp smtp,
        @Nullable Limits limits) {

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._%-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

    /**
     * The sending server.
     *
     * @param port 465 with TLS, 25 without, unless told
     * @param tls whether the connection is encrypted from its start; true unless told
     * @param user login, none if the server asks for none
     */
    public record Smtp(
            String host,
            @Nullable Integer port,
            @Nullable Boolean tls,
            @Nullable String user,
            @Nullable Secret password) {
        public Smtp {
            required("smtp.host", host);
            portNumber("smtp.port", port);
        }

        @Override
        public String toString() {
            return "Smtp[" + host + "]";
        }
    }

    public MayorMailboxSettings {
        required("host", host);
        portNumber("port", port);
        required("user", user);
        required("password", password == null ? null : password.value());
        if (folder != null && folder.isBlank()) {
            throw new IllegalArgumentException("folder must not be blank");
        }
        if (pollEvery != null && pollEvery.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("poll-every must be a second at least");
        }
        required("from", from);
        if (!ADDRESS.matcher(from).matches()) {
            throw new IllegalArgumentException("from must be one plain mail address without a plus sign");
        }
        if (smtp == null) {
            throw new IllegalArgumentException("smtp.host is missing");
        }
        if (moveTo != null && moveTo.equals(folder == null ? "INBOX" : folder)) {
            throw new IllegalArgumentException("move-to must be another folder than the one that is read");
        }
    }

    private static void required(String setting, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(setting + " is missing");
        }
    }

    private static void portNumber(String setting, @Nullable Integer value) {
        if (value != null && (value < 1 || value > 65535)) {
            throw new IllegalArgumentException(setting + " must lie between 1 and 65535");
        }
    }

    Mailbox mailbox() {
        var encrypted = tls == null || tls;
        return new Mailbox(
                host,
                port == null ? (encrypted ? 993 : 143) : port,
                encrypted,
                user,
                password,
                folder == null ? "INBOX" : folder,
                pollEvery == null ? Duration.ofMinutes(1) : pollEvery,
                Optional.ofNullable(moveTo).filter(name -> !name.isBlank()));
    }

    MailServer server() {
        var encrypted = smtp.tls() == null || smtp.tls();
        var login = smtp.user();
        var secret = smtp.password();
        var smtpPort = smtp.port();
        return new MailServer(
                smtp.host(),
                smtpPort == null ? (encrypted ? 465 : 25) : smtpPort,
                encrypted,
                login == null ? "" : login,
                secret == null ? new Secret("") : secret);
    }

    boolean asksForToken() {
        return replyToken != null && replyToken;
    }

    Limits limitsOrDefault() {
        return limits == null ? Limits.DEFAULT : limits;
    }

    @Override
    public String toString() {
        return "MayorMailboxSettings[" + host + "]";
    }
}
