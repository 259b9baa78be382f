package org.intakehub.adapter.wechat;

import java.util.List;
import java.util.Optional;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.FileGivingAdapter;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.ReplyingAdapter;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.Step;
import org.intakehub.core.channel.TokenAdapter;
import org.intakehub.core.channel.WebhookAdapter;

/** One official account 微信公众号: what citizens write to it, and how they are answered. */
final class Wechat implements WebhookAdapter, ReplyingAdapter, TokenAdapter, FileGivingAdapter {
    static final ChannelId CHANNEL = new ChannelId("wechat");

    private final Optional<MessageCipher> cipher;
    private final Pushes pushes;
    private final CitizenMessages messages;
    private final Answers answers;
    private final AccessTokens tokens;

    Wechat(WechatSettings settings) {
        cipher = settings.key().map(key -> new MessageCipher(key, settings.appId()));
        pushes = new Pushes(settings, cipher);
        messages = new CitizenMessages(settings);
        answers = new Answers(settings);
        tokens = new AccessTokens(settings);
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
    public List<IntakeMessage> normalise(RawMessage raw) {
        return List.of(messages.of(PushBody.inner(raw.body(), cipher)));
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
    public Optional<Outgoing> otherwise(Reply reply) {
        return answers.otherwise(reply);
    }

    @Override
    public String confirm(Answer answer) {
        return ApiAnswer.of(answer).accepted().messageId();
    }

    @Override
    public Step.Ask login() {
        return tokens.login();
    }

    @Override
    public Login proceed(Answer answer) {
        return tokens.proceed(answer);
    }

    @Override
    public Call authorise(Call call, Secret token) {
        return tokens.authorise(call, token);
    }

    @Override
    public void checkFile(Payload file) {
        ApiAnswer.checkFile(file);
    }

    @Override
    public boolean refusesToken(Answer answer) {
        return ApiAnswer.refusesToken(answer);
    }
}
