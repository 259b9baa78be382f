package org.intakehub.adapter.police110;

import java.util.List;
import java.util.Set;
import org.intakehub.core.channel.Answer;
import org.intakehub.core.channel.ChannelId;
import org.intakehub.core.channel.FarRequest;
import org.intakehub.core.channel.IntakeMessage;
import org.intakehub.core.channel.Outcome;
import org.intakehub.core.channel.Outgoing;
import org.intakehub.core.channel.RawMessage;
import org.intakehub.core.channel.Reply;
import org.intakehub.core.channel.Request;
import org.intakehub.core.channel.RequestingAdapter;
import org.intakehub.core.channel.WebhookAdapter;

/** A dispatch centre that also has addresses at which it is answered. */
record AnsweringPolice110(Police110 intake, Answers answers) implements WebhookAdapter, RequestingAdapter {
    @Override
    public ChannelId channel() {
        return intake.channel();
    }

    @Override
    public Set<String> paths() {
        return intake.paths();
    }

    @Override
    public Outcome receive(Request request) {
        return intake.receive(request);
    }

    @Override
    public List<IntakeMessage> normalise(RawMessage raw) {
        return intake.normalise(raw);
    }

    @Override
    public Outgoing compose(Reply reply) {
        return answers.compose(reply);
    }

    @Override
    public Set<FarRequest.Kind> requests() {
        return answers.requests();
    }

    @Override
    public Outgoing ask(FarRequest request) {
        return answers.ask(request);
    }

    @Override
    public String confirm(Answer answer) {
        return answers.confirm(answer);
    }
}
