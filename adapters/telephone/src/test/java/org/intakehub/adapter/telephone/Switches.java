package org.intakehub.adapter.telephone;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.intakehub.adapter.testkit.Sample;
import org.intakehub.core.channel.Secret;
import org.jspecify.annotations.Nullable;

/** Settings of switches, and a sample of each event, as the tests need them. */
final class Switches {
    static final Secret KEY = new Secret("a-key-that-both-sides-know");

    private Switches() {}

    static TelephoneSettings pushing() {
        return settings(List.of(KEY), null, List.of());
    }

    static TelephoneSettings asked(URI base) {
        return settings(List.of(), base + "popEvent?agent={agent}", List.of("8001", "8002", "8003"));
    }

    @SuppressWarnings("NullAway") // the binder leaves out what is not set
    static TelephoneSettings settings(List<Secret> keys, @Nullable String poll, List<String> agents) {
        return new TelephoneSettings(
                keys, null, poll, agents, poll == null ? null : KEY, null, Map.of("3", CallState.MISSED));
    }

    static List<Sample> samples() {
        return List.of(
                Sample.of("ring.json").expect("c-1|RING", "来电"),
                Sample.of("answer.json").expect("c-1|ANSWER", "来电"),
                Sample.of("hangup.json").expect("c-1|HANGUP", "来电"),
                Sample.of("recording.json").expect("c-1|RECORD|4069502afd12b27d", "通话录音"),
                Sample.of("missed.json").expect("c-2|MISSED", "未接来电，请回拨"),
                Sample.of("missed-withheld.json").expect("c-3|MISSED", "未接来电，号码未显示"),
                Sample.of("screen-pop.json").expect("call-bc0e2f836fe308e2883943f7|RING", "来电"),
                Sample.of("pop-event.json").expect("u-4|RING", "来电"));
    }
}
