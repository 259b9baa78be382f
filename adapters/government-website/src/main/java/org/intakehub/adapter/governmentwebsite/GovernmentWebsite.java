package org.intakehub.adapter.governmentwebsite;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.intakehub.adapter.governmentwebsite.GovernmentWebsiteSettings.Profile;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.PollingAdapter;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.ReplyingAdapter;
import org.intakehub.core.channel.SourceId;
import org.intakehub.core.channel.Step;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A government website 政府网站互动交流: letters are polled from its list, answers are published by hand. */
final class GovernmentWebsite implements PollingAdapter, ReplyingAdapter {
    static final ChannelId CHANNEL = new ChannelId("government-website");

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final GovernmentWebsiteSettings settings;
    private final Envelopes envelopes;
    private final Round round;

    GovernmentWebsite(SourceId source, GovernmentWebsiteSettings settings) {
        this.settings = settings;
        var site = site(settings);
        var times = times(settings);
        envelopes = new Envelopes(source, site, new LetterMessages(times));
        round = new Round(settings, site, envelopes, times);
    }

    private static Site site(GovernmentWebsiteSettings settings) {
        return switch (settings.profile()) {
            case TRS -> new TrsSite(settings);
            case HDJLPT -> new HdjlptSite(settings);
            case JACT -> new JactSite(settings);
            case SELECTORS -> new SelectorSite(settings, new SelectorPages(settings.selectors(), settings.url()));
        };
    }

    private static Function<String, Optional<Instant>> times(GovernmentWebsiteSettings settings) {
        if (settings.profile() == Profile.SELECTORS) {
            return new SiteTime(settings.selectors().datePattern(), settings.zoneId())::read;
        }
        return written -> SiteTime.usual(written, settings.zoneId());
    }

    @Override
    public ChannelId channel() {
        return CHANNEL;
    }

    @Override
    public Duration pace() {
        return settings.pace();
    }

    /** Its lists begin with the newest and know no dates: from the start, as far back as the settings say. */
    @Override
    public Optional<Cursor> listedSince(Instant moment) {
        return Optional.of(Cursor.START);
    }

    @Override
    public Step start(Cursor from) {
        return round.start(from);
    }

    @Override
    public Step next(Answer answer) {
        return round.next(answer);
    }

    @Override
    public List<IntakeMessage> normalise(RawMessage raw) {
        return envelopes.read(envelope(raw));
    }

    private static JsonNode envelope(RawMessage raw) {
        try {
            var node = STRICT.readTree(raw.body().bytes());
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            // its message quotes the bytes
            throw new MalformedMessage("the envelope is no JSON");
        }
        throw new MalformedMessage("the envelope is no JSON object");
    }

    @Override
    public boolean acknowledges() {
        return false;
    }

    /** None of these platforms lets machines answer: the text is handed to a person, with the page to publish it on. */
    @Override
    public Outgoing compose(Reply reply) {
        return new Outgoing.ByHand(Optional.of(page(reply)), "请登录网站后台，将以下答复公开发布到该来信。发布后系统会自动核对，无需另行登记。", reply.text());
    }

    private URI page(Reply reply) {
        var page = settings.answerPage();
        var id = reply.externalId().orElse("");
        if (page != null && (!page.contains("{id}") || id.matches("[A-Za-z0-9_-]{1,60}"))) {
            return URI.create(page.replace("{id}", id));
        }
        return settings.profile() == Profile.SELECTORS
                ? Links.on(settings.url(), id).orElse(settings.url())
                : settings.url();
    }

    /** Never called: a published answer is seen when the list or the letter's page is read again. */
    @Override
    public String confirm(Answer answer) {
        throw new UnsupportedOperationException("answers are published by hand");
    }
}
