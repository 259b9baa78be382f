package org.intakehub.adapter.testkit;

import java.nio.file.Path;
import org.intakehub.core.channel.ChannelAdapter;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.ChannelProvider;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.SourceId;

/** Settings and providers of the made-up channels. */
final class Pigeons {
    static final Secret TOKEN = new Secret("coo-coo-7f3a");

    private Pigeons() {}

    static Path folder(String channel) {
        return Path.of("src", "test", "channels", channel).toAbsolutePath();
    }

    private static Secret given(Secret token) {
        if (token.value().isEmpty()) {
            throw new IllegalArgumentException("token is needed");
        }
        return token;
    }

    record WebhookSettings(Secret token) {
        WebhookSettings {
            given(token);
        }
    }

    record PollingSettings(Secret token) {
        PollingSettings {
            given(token);
        }
    }

    record MailSettings(Secret token) {
        MailSettings {
            given(token);
        }
    }

    record FilesSettings(Secret token) {
        FilesSettings {
            given(token);
        }
    }

    record CallsSettings(Secret token) {
        CallsSettings {
            given(token);
        }
    }

    record RequestsSettings(Secret token) {
        RequestsSettings {
            given(token);
        }
    }

    record LettersSettings(Secret token) {
        LettersSettings {
            given(token);
        }
    }

    record TokensSettings(Secret token) {
        TokensSettings {
            given(token);
        }
    }

    /** Found through META-INF/services. */
    public static final class WebhookProvider implements ChannelProvider<WebhookSettings> {
        @Override
        public ChannelId channel() {
            return new ChannelId("pigeon-webhook");
        }

        @Override
        public Class<WebhookSettings> settings() {
            return WebhookSettings.class;
        }

        @Override
        public ChannelAdapter adapter(SourceId source, WebhookSettings settings) {
            return new PigeonWebhook();
        }
    }

    /** Found through META-INF/services. */
    public static final class PollingProvider implements ChannelProvider<PollingSettings> {
        @Override
        public ChannelId channel() {
            return new ChannelId("pigeon-polling");
        }

        @Override
        public Class<PollingSettings> settings() {
            return PollingSettings.class;
        }

        @Override
        public ChannelAdapter adapter(SourceId source, PollingSettings settings) {
            return new PigeonPolling();
        }
    }

    /** Found through META-INF/services. */
    public static final class MailProvider implements ChannelProvider<MailSettings> {
        @Override
        public ChannelId channel() {
            return new ChannelId("pigeon-mail");
        }

        @Override
        public Class<MailSettings> settings() {
            return MailSettings.class;
        }

        @Override
        public ChannelAdapter adapter(SourceId source, MailSettings settings) {
            return new PigeonMail();
        }
    }

    /** Found through META-INF/services. */
    public static final class FilesProvider implements ChannelProvider<FilesSettings> {
        @Override
        public ChannelId channel() {
            return new ChannelId("pigeon-files");
        }

        @Override
        public Class<FilesSettings> settings() {
            return FilesSettings.class;
        }

        @Override
        public ChannelAdapter adapter(SourceId source, FilesSettings settings) {
            return new PigeonFiles();
        }
    }

    /** Found through META-INF/services. */
    public static final class CallsProvider implements ChannelProvider<CallsSettings> {
        @Override
        public ChannelId channel() {
            return new ChannelId("pigeon-calls");
        }

        @Override
        public Class<CallsSettings> settings() {
            return CallsSettings.class;
        }

        @Override
        public ChannelAdapter adapter(SourceId source, CallsSettings settings) {
            return new PigeonCalls();
        }
    }

    /** Found through META-INF/services. */
    public static final class RequestsProvider implements ChannelProvider<RequestsSettings> {
        @Override
        public ChannelId channel() {
            return new ChannelId("pigeon-requests");
        }

        @Override
        public Class<RequestsSettings> settings() {
            return RequestsSettings.class;
        }

        @Override
        public ChannelAdapter adapter(SourceId source, RequestsSettings settings) {
            return new PigeonRequests();
        }
    }

    /** Found through META-INF/services. */
    public static final class LettersProvider implements ChannelProvider<LettersSettings> {
        @Override
        public ChannelId channel() {
            return new ChannelId("pigeon-letters");
        }

        @Override
        public Class<LettersSettings> settings() {
            return LettersSettings.class;
        }

        @Override
        public ChannelAdapter adapter(SourceId source, LettersSettings settings) {
            return new PigeonLetters();
        }
    }

    /** Found through META-INF/services. */
    public static final class TokensProvider implements ChannelProvider<TokensSettings> {
        @Override
        public ChannelId channel() {
            return new ChannelId("pigeon-tokens");
        }

        @Override
        public Class<TokensSettings> settings() {
            return TokensSettings.class;
        }

        @Override
        public ChannelAdapter adapter(SourceId source, TokensSettings settings) {
            return new PigeonTokens();
        }
    }
}
