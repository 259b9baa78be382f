package org.intakehub.adapter.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.intakehub.core.channel.FileAdapter;
import org.intakehub.core.channel.MailAdapter;
import org.intakehub.core.channel.PollingAdapter;
import org.intakehub.core.channel.ReplyingAdapter;
import org.intakehub.core.channel.RequestingAdapter;
import org.intakehub.core.channel.TokenAdapter;
import org.intakehub.core.channel.WebhookAdapter;
import org.junit.jupiter.api.Test;

/** A channel is what its folder says, is found without a line elsewhere, and proves all that it claims. */
public interface IdentityContract extends AdapterUnderTest {
    @Test
    default void isFoundByTheServiceLoader() {
        var found = Registration.providers(settings().getClass());
        assertThat(found)
                .as("providers in META-INF/services/org.intakehub.core.channel.ChannelProvider for these settings")
                .hasSize(1);
        assertThat(found.get(0).channel()).isEqualTo(adapter().channel());
    }

    @Test
    default void isNamedAfterItsFolder() {
        assertThat(adapter().channel().value()).isEqualTo(String.valueOf(folder().getFileName()));
    }

    @Test
    default void provesEveryCapabilityThatItClaims() {
        var adapter = adapter();
        var softly = new SoftAssertions();
        softly.assertThat(this instanceof WebhookContract)
                .as("a WebhookAdapter implements WebhookContract, nothing else does")
                .isEqualTo(adapter instanceof WebhookAdapter);
        softly.assertThat(this instanceof PollingContract)
                .as("a PollingAdapter implements PollingContract, nothing else does")
                .isEqualTo(adapter instanceof PollingAdapter);
        softly.assertThat(this instanceof MailContract)
                .as("a MailAdapter implements MailContract, nothing else does")
                .isEqualTo(adapter instanceof MailAdapter);
        softly.assertThat(this instanceof FileContract)
                .as("a FileAdapter implements FileContract, nothing else does")
                .isEqualTo(adapter instanceof FileAdapter);
        softly.assertThat(this instanceof ReplyingContract)
                .as("a ReplyingAdapter implements ReplyingContract, nothing else does")
                .isEqualTo(adapter instanceof ReplyingAdapter);
        softly.assertThat(this instanceof RequestingContract)
                .as("a RequestingAdapter implements RequestingContract, nothing else does")
                .isEqualTo(adapter instanceof RequestingAdapter);
        softly.assertThat(this instanceof TokenContract)
                .as("a TokenAdapter implements TokenContract, nothing else does")
                .isEqualTo(adapter instanceof TokenAdapter);
        softly.assertAll();
    }

    @Test
    default void explainsEverySettingInItsReadme() throws IOException {
        var readme = Files.readString(folder().resolve("README.md"), StandardCharsets.UTF_8);
        for (var setting : settings().getClass().getRecordComponents()) {
            assertThat(readme)
                    .as("README.md explains every setting in a table")
                    .contains("`" + kebab(setting.getName()) + "`");
        }
    }

    /** The name of a record's component as it is written in a properties file. */
    static String kebab(String component) {
        return component.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
