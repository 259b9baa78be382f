package org.intakehub.adapter.webfeed;

import java.net.URI;
import java.util.List;
import org.intakehub.adapter.testkit.Answered;
import org.intakehub.adapter.testkit.FarEnd;
import org.intakehub.adapter.testkit.PollingContract;
import org.intakehub.adapter.testkit.Sample;
import org.intakehub.core.channel.Secret;

class WebFeedContractTest implements PollingContract {
    @Override
    public WebFeedSettings settings() {
        return new WebFeedSettings(URI.create("https://forum.example.org/feed"), new Secret("a made-up token"));
    }

    @Override
    public List<Sample> samples() {
        return List.of(
                Sample.of("rss.json").expect("ea3e4fd5446fd8827dd557c79fe92cc0", "路灯不亮 & 井盖松动"),
                Sample.of("atom.json").expect("44b4729c9badef638b8c766f87d0c0d6", "公交建议"));
    }

    @Override
    public FarEnd farEnd() {
        return new Forum();
    }

    @Override
    public List<Answered> passingFaults() {
        return List.of(Answered.json(200, "{\"error\":\"maintenance\"}"));
    }

    /** A feed tells a final no by its status alone. */
    @Override
    public List<Answered> finalRefusals() {
        return List.of(Answered.empty(404), Answered.empty(410));
    }
}
