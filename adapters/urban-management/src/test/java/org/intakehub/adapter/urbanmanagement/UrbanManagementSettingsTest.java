package org.intakehub.adapter.urbanmanagement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.Step;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UrbanManagementSettingsTest {
    @SuppressWarnings("NullAway") // the binder of properties passes null for what is not set
    private static UrbanManagementSettings settings(
            List<Secret> tokens, @Nullable URI base, @Nullable Secret secret, @Nullable PositionSystem system) {
        return new UrbanManagementSettings(
                tokens, null, base, null, null, null, "hub", secret, "CITY", null, null, null, null, system, null, null,
                null);
    }

    private static void refuses(Runnable settings, String sentence) {
        assertThatThrownBy(settings::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void whatIsNotSetTakesItsDefault() {
        var settings = settings(List.of(Sites.PUSH_TOKEN), null, null, PositionSystem.WGS84);
        assertThat(settings.pushPaths()).isEqualTo(Set.of("openapi/v1/action", "rec/saverec"));
        assertThat(settings.formReferenceSystem()).isEqualTo(PositionSystem.MERCATOR);
        assertThat(settings.recordTypes()).isEqualTo(Map.of("1", "部件", "2", "事件"));
        assertThat(settings.notices()).startsWith("REPORT_NOTICE");
    }

    @Test
    void refusesWhatCannotWork() {
        var base = URI.create("https://platform.example.org/");
        var tokens = List.of(Sites.PUSH_TOKEN);
        refuses(
                () -> settings(List.of(), null, null, PositionSystem.WGS84),
                "one of push-tokens and base-url is needed");
        refuses(() -> settings(tokens, base, null, PositionSystem.WGS84), "client-secret is missing");
        refuses(() -> settings(tokens, base, new Secret(" "), PositionSystem.WGS84), "client-secret is empty");
        refuses(
                () -> settings(tokens, URI.create("ftp://x/"), null, PositionSystem.WGS84),
                "base-url is an http or https address");
        refuses(
                () -> settings(tokens, null, null, null),
                "reference-system is needed: a position without its system is worth nothing");
        refuses(
                () -> settings(List.of(new Secret("short")), null, null, PositionSystem.WGS84),
                "each of push-tokens has at least 8 characters");
    }

    @Test
    void withoutBaseUrlNothingIsAskedAndAPersonFeedsBack() {
        var adapter = new UrbanManagement(
                Pushed.SOURCE, settings(List.of(Sites.PUSH_TOKEN), null, null, PositionSystem.WGS84));
        assertThat(adapter.start(Cursor.START)).isEqualTo(new Step.Found(List.of(), Cursor.START, false));
        assertThat(adapter.compose(FeedbackTest.ANSWER)).isInstanceOf(Outgoing.ByHand.class);
    }
}
