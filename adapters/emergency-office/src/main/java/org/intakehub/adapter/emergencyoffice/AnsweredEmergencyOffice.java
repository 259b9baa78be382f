package org.intakehub.adapter.emergencyoffice;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.FarRequest;
import org.intakehub.core.channel.FormAdapter;
import org.intakehub.core.channel.FormEntry;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.Payload;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.RequestingAdapter;
import org.intakehub.core.channel.SelfTestingAdapter;
import org.intakehub.core.channel.SourceId;

/** An emergency office that also hears the state of what it handed over. */
record AnsweredEmergencyOffice(EmergencyOffice intake, States states)
        implements SelfTestingAdapter, RequestingAdapter, FormAdapter {
    @Override
    public ChannelId channel() {
        return intake.channel();
    }

    @Override
    public Outcome receive(Request request) {
        return intake.receive(request);
    }

    @Override
    public Request testCall(SourceId source, String mark, Instant now) {
        return intake.testCall(source, mark, now);
    }

    @Override
    public Payload write(FormEntry entry) {
        return intake.write(entry);
    }

    @Override
    public String desk() {
        return intake.desk();
    }

    @Override
    public boolean isPressing() {
        return true;
    }

    @Override
    public List<IntakeMessage> normalise(RawMessage raw) {
        return intake.normalise(raw);
    }

    @Override
    public Outgoing compose(Reply reply) {
        return states.compose(reply);
    }

    @Override
    public Set<FarRequest.Kind> requests() {
        return Set.of(FarRequest.Kind.STATE);
    }

    @Override
    public Outgoing ask(FarRequest request) {
        return states.tell(request);
    }

    @Override
    public String confirm(Answer answer) {
        return states.confirm(answer);
    }
}
