package org.intakehub.adapter.urbanmanagement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.FarRequest;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.PollingAdapter;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.RequestingAdapter;
import org.intakehub.core.channel.Secret;
import org.intakehub.core.channel.SelfTestingAdapter;
import org.intakehub.core.channel.SourceId;
import org.intakehub.core.channel.Step;
import org.intakehub.core.channel.TokenAdapter;
import org.intakehub.exchange.wire.ActionCalls;
import org.intakehub.exchange.wire.ActionNames;
import org.intakehub.exchange.wire.Applications;
import org.intakehub.exchange.wire.NoticePull;
import org.intakehub.exchange.wire.RawNotices;

/** Digital urban management after the open interface of Egova V22: cases are pushed or pulled, what was disposed of is fed back. */
final class UrbanManagement implements SelfTestingAdapter, PollingAdapter, RequestingAdapter, TokenAdapter {
    static final ChannelId CHANNEL = new ChannelId("urban-management");

    private final Pushes pushes;
    private final CaseMessages messages;
    private final Optional<FarSide> far;

    UrbanManagement(SourceId source, UrbanManagementSettings settings) {
        var names = new ActionNames(settings.actionNames());
        pushes = new Pushes(settings.pushTokens(), settings.pushPaths());
        messages = new CaseMessages(settings, names);
        far = Optional.ofNullable(settings.baseUrl()).map(base -> {
            var address = UrbanManagementSettings.below(base, settings.actionPath());
            var calls = new ActionCalls(address, settings.senderCode(), names);
            var pull = new NoticePull(calls, settings.notices(), settings.pageSize(), new RawNotices(CHANNEL, source));
            return new FarSide(
                    pull,
                    new Feedback(calls),
                    new Applications(calls, Map.of(), Feedback.ZONE),
                    new Credentials(base, settings));
        });
    }

    /** What there is of the platform if the hub may call it. */
    private record FarSide(NoticePull pull, Feedback feedback, Applications applications, Credentials credentials) {}

    @Override
    public ChannelId channel() {
        return CHANNEL;
    }

    @Override
    public Set<String> paths() {
        return pushes.paths();
    }

    @Override
    public Outcome receive(Request request) {
        return pushes.receive(request);
    }

    @Override
    public Request testCall(SourceId source, String mark, Instant now) {
        return pushes.testCall(source, mark, now);
    }

    @Override
    public List<IntakeMessage> normalise(RawMessage raw) {
        return List.of(messages.read(raw));
    }

    @Override
    public Step start(Cursor from) {
        return far.map(side -> side.pull().start(from)).orElseGet(() -> new Step.Found(List.of(), from, false));
    }

    @Override
    public Step next(Answer answer) {
        return side().pull().next(answer, body -> body);
    }

    /** Nobody would carry an acknowledgement over there by hand. */
    @Override
    public boolean acknowledges() {
        return far.isPresent();
    }

    @Override
    public Outgoing compose(Reply reply) {
        return far.<Outgoing>map(side -> new Outgoing.ByCall(side.feedback().call(reply)))
                .orElseGet(() -> new Outgoing.ByHand(
                        Optional.empty(), "在数字城管平台为案件 " + Feedback.caseId(reply) + " 录入处置反馈", reply.text()));
    }

    @Override
    public Set<FarRequest.Kind> requests() {
        return Applications.KINDS;
    }

    @Override
    public Outgoing ask(FarRequest request) {
        return far.<Outgoing>map(side -> new Outgoing.ByCall(side.applications().call(request)))
                .orElseGet(() -> new Outgoing.ByHand(
                        Optional.empty(),
                        "在数字城管平台为案件 " + request.externalId().orElse("") + " 提交申请："
                                + request.wish().kind(),
                        request.opinion()));
    }

    @Override
    public String confirm(Answer answer) {
        return Feedback.confirmed(answer);
    }

    @Override
    public Step.Ask login() {
        return side().credentials().key();
    }

    @Override
    public Login proceed(Answer answer) {
        return side().credentials().proceed(answer);
    }

    @Override
    public Call authorise(Call call, Secret token) {
        return side().credentials().authorise(call, token);
    }

    @Override
    public boolean refusesToken(Answer answer) {
        return Credentials.refused(answer);
    }

    private FarSide side() {
        return far.orElseThrow(() -> new RemoteRejected("base-url is not set"));
    }
}
