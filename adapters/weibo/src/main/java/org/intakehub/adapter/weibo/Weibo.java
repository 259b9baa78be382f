package org.intakehub.adapter.weibo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.PollingAdapter;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.ReplyingAdapter;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.SourceId;
import org.intakehub.core.channel.Step;
import org.intakehub.core.channel.TokenAdapter;
import org.intakehub.core.channel.WebhookAdapter;

/** One Weibo account 微博 of the city: what citizens write to it or say of it, and how they are answered. */
final class Weibo implements WebhookAdapter, PollingAdapter, ReplyingAdapter, TokenAdapter {
    static final ChannelId CHANNEL = new ChannelId("weibo");

    private final Pushes pushes;
    private final PushedMessages pushed;
    private final ListedMessages listed;
    private final Rounds rounds;
    private final Answers answers;
    private final AccessToken token;

    Weibo(SourceId source, WeiboSettings settings, Clock clock) {
        pushes = new Pushes(settings);
        pushed = new PushedMessages(settings);
        listed = new ListedMessages(settings);
        rounds = new Rounds(source, settings, clock);
        answers = new Answers(settings);
        token = new AccessToken(settings);
    }

    @Override
    public ChannelId channel() {
        return CHANNEL;
    }

    @Override
    public Outcome receive(Request request) {
        return pushes.receive(request);
    }

    @Override
    public Duration pace() {
        return Duration.ofSeconds(1);
    }

    /** Its lists begin with the newest and know no dates: from the start, as far back as the settings say. */
    @Override
    public Optional<Cursor> listedSince(Instant moment) {
        return Optional.of(Cursor.START);
    }

    @Override
    public Step start(Cursor from) {
        return rounds.start(from);
    }

    @Override
    public Step next(Answer answer) {
        return rounds.next(answer);
    }

    @Override
    public List<IntakeMessage> normalise(RawMessage raw) {
        var content = Json.read(raw.body());
        if (!content.isObject()) {
            throw new MalformedMessage("the JSON is no object");
        }
        // a push names its sender; an item of a list has its author in it, unless it was deleted
        var isListed = !content.has("sender_id") && (content.has("user") || content.has("deleted"));
        return List.of(isListed ? listed.of(content) : pushed.of(content));
    }

    @Override
    public Outgoing compose(Reply reply) {
        return answers.compose(reply);
    }

    @Override
    public String shown(Reply reply) {
        return answers.shown(reply);
    }

    @Override
    public String confirm(Answer answer) {
        return ApiAnswer.of(answer).idOfReply();
    }

    @Override
    public Step.Ask login() {
        return token.login();
    }

    @Override
    public Login proceed(Answer answer) {
        return token.proceed(answer);
    }

    @Override
    public Call authorise(Call call, Secret secret) {
        return token.authorise(call, secret);
    }

    @Override
    public boolean refusesToken(Answer answer) {
        return ApiAnswer.refusesToken(answer);
    }
}
