package org.intakehub.exchange.order;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.Call;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.Cursor;
import org.intakehub.core.channel.FarRequest;
import org.intakehub.core.channel.FileAdapter;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MalformedMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.PollingAdapter;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.RemoteRejected;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.RequestingAdapter;
import org.intakehub.core.channel.SigningAdapter;
import org.intakehub.core.channel.SourceId;
import org.intakehub.core.channel.Step;
import org.intakehub.exchange.cipher.Signer;
import org.intakehub.exchange.cipher.Signing;
import org.intakehub.exchange.wire.ActionCalls;
import org.intakehub.exchange.wire.ActionNames;
import org.intakehub.exchange.wire.Applications;
import org.intakehub.exchange.wire.Fields;
import org.intakehub.exchange.wire.Notice;
import org.intakehub.exchange.wire.NoticePull;
import org.intakehub.exchange.wire.RawNotices;
import org.intakehub.exchange.wire.Rulings;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes in the orders of a superior authority, from files and by pulling and signing for them, and reports how they were dealt with. */
public final class SuperiorOrders implements PollingAdapter, FileAdapter, RequestingAdapter, SigningAdapter {
    private static final String REPORT = "REPORT";

    private final Profile profile;
    private final OrderFiles files;
    private final OrderMessages messages;
    private final Rulings rulings = new Rulings(OrderTimes.ZONE);
    private final Signer signer;
    private final ActionNames actions;
    private final Optional<NoticePull> pull;
    private final Optional<Results> results;
    private final Optional<Applications> applications;

    /**
     * What tells one superior from another.
     *
     * @param byHand what a person does with an answer where there is no interface; {@code %s} stands for the order's number
     */
    public record Profile(ChannelId channel, Map<String, String> origins, Map<String, String> types, String byHand) {
        public Profile {
            origins = Map.copyOf(origins);
            types = Map.copyOf(types);
        }
    }

    /** An adapter without an interface reads files only. */
    public SuperiorOrders(
            Profile profile,
            SourceId source,
            OrderNames names,
            @Nullable Exchange exchange,
            @Nullable Signing signing) {
        this.profile = profile;
        files = new OrderFiles(names);
        messages = new OrderMessages(names, profile.origins(), profile.types());
        signer = (signing == null ? Signing.NONE : signing).signer();
        actions = new ActionNames(exchange == null ? Map.of() : exchange.actionNames());
        var far = Optional.ofNullable(exchange);
        var calls = far.map(side -> new ActionCalls(side.address(), side.senderCode(), actions));
        pull = far.flatMap(side -> calls.map(call ->
                new NoticePull(call, side.notices(), side.pageSize(), new RawNotices(profile.channel(), source))));
        results = far.flatMap(side -> calls.map(call -> new Results(call, side.resultFields())));
        applications =
                far.flatMap(side -> calls.map(call -> new Applications(call, side.resultFields(), OrderTimes.ZONE)));
    }

    @Override
    public ChannelId channel() {
        return profile.channel();
    }

    @Override
    public Set<String> endings() {
        return OrderFiles.ENDINGS;
    }

    @Override
    public List<IntakeMessage> normalise(RawMessage raw) {
        var fileName = raw.header(FILE_NAME);
        if (fileName.isPresent()) {
            return messages.read(files.read(fileName.get(), raw.body()));
        }
        var name = raw.header(RawNotices.NOTICE_NAME)
                .orElseThrow(() -> new MalformedMessage("this is neither a file nor a notice"));
        return List.of(read(Notice.pulled(name, raw.body(), actions), raw));
    }

    private IntakeMessage read(Notice notice, RawMessage raw) {
        if (notice.action().equals(REPORT)) {
            return messages.read(Fields.of(notice.data()), flat(notice.data())).build();
        }
        if (Rulings.knows(notice.action())) {
            var fields = Fields.of(notice.data());
            var message = rulings.read(notice, fields);
            fields.rest(message::extra);
            return message.build();
        }
        return IntakeMessage.of(MessageKey.of("notice", raw.body().sha256()))
                .title("通知")
                .automatic("notice not known to this source")
                .build();
    }

    private static Map<String, String> flat(JsonNode data) {
        var order = new LinkedHashMap<String, String>();
        data.properties()
                .forEach(field -> order.put(field.getKey(), field.getValue().toString()));
        return order;
    }

    @Override
    public Step start(Cursor from) {
        return pull.map(side -> side.start(from)).orElseGet(() -> new Step.Found(List.of(), from, false));
    }

    @Override
    public Step next(Answer answer) {
        return pull.orElseThrow(() -> new RemoteRejected("exchange.base-url is not set"))
                .next(answer, signer::open);
    }

    @Override
    public Outgoing compose(Reply reply) {
        return results.<Outgoing>map(side -> new Outgoing.ByCall(side.call(reply)))
                .orElseGet(() -> new Outgoing.ByHand(
                        Optional.empty(), profile.byHand().formatted(Results.number(reply)), reply.text()));
    }

    @Override
    public Set<FarRequest.Kind> requests() {
        return Applications.KINDS;
    }

    @Override
    public Outgoing ask(FarRequest request) {
        return applications
                .<Outgoing>map(side -> new Outgoing.ByCall(side.call(request)))
                .orElseGet(() -> new Outgoing.ByHand(
                        Optional.empty(),
                        "在上级平台为工单 " + request.externalId().orElse("") + " 提交申请："
                                + request.wish().kind(),
                        request.opinion()));
    }

    @Override
    public String confirm(Answer answer) {
        return Results.confirmed(answer, signer.open(answer.body()));
    }

    @Override
    public Call sign(Call call, Instant at) {
        return signer.sign(call, at);
    }
}
