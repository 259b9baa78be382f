package org.intakehub.adapter.webform;

import java.util.List;
import java.util.Optional;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.core.channel.FormAdapter;
import org.intakehub.core.channel.FormEntry;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.MessageKey;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.PlaceHint;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.ReplyingAdapter;

/** The city's own form on the web 网上诉求表单: one entry, one message. */
public final class WebForm implements FormAdapter, ReplyingAdapter {
    static final ChannelId CHANNEL = new ChannelId("web-form");

    private final WebFormSettings settings;

    WebForm(WebFormSettings settings) {
        this.settings = settings;
    }

    @Override
    public ChannelId channel() {
        return CHANNEL;
    }

    @Override
    public Payload write(FormEntry entry) {
        return EntryJson.write(entry);
    }

    @Override
    public String desk() {
        return settings.deskOrDefault().name();
    }

    @Override
    public List<IntakeMessage> normalise(RawMessage raw) {
        var entry = EntryJson.read(raw.body());
        var message = IntakeMessage.of(MessageKey.of("form", entry.key()))
                .title(entry.title())
                .text(entry.text())
                .citizen(entry.citizen())
                .place(new PlaceHint(entry.address(), Optional.empty(), Optional.empty()))
                .confidentiality(entry.isConfidential() ? Confidentiality.ON_REQUEST : Confidentiality.NORMAL)
                .extra("desk", desk());
        entry.appealType().ifPresent(type -> message.extra("appealType", type));
        entry.attachments().forEach(message::attach);
        return List.of(message.build());
    }

    /** The page that answers the form shows number and query code itself. */
    @Override
    public boolean acknowledges() {
        return false;
    }

    /** The answer stands on the progress page by itself; that it is there the citizen hears from a person. */
    @Override
    public Outgoing compose(Reply reply) {
        return new Outgoing.ByHand(Optional.empty(), "答复已可凭编号和查询码在进度查询页看到。请致电告知来信人。", reply.text());
    }

    /** Never called: nothing leaves by itself. */
    @Override
    public String confirm(Answer answer) {
        throw new UnsupportedOperationException("a form is answered on the progress page");
    }
}
