package org.intakehub.adapter.telephone;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.intakehub.adapter.testkit.Answered;
import org.intakehub.adapter.testkit.FarEnd;
import org.intakehub.adapter.testkit.PollingContract;
import org.intakehub.adapter.testkit.Sample;
import org.intakehub.core.channel.Call;

class PolledCallsContractTest implements PollingContract {
    @Override
    public TelephoneSettings settings() {
        return Switches.asked(URI.create("https://switch.example.org/"));
    }

    @Override
    public List<Sample> samples() {
        return Switches.samples();
    }

    @Override
    public FarEnd farEnd() {
        return new Desks();
    }

    @Override
    public List<Answered> passingFaults() {
        return List.of(
                Answered.json(200, "{\"code\":-1,\"msg\":\"busy\"}"),
                Answered.json(200, "<html>"),
                Answered.empty(302));
    }

    @Override
    public List<Answered> finalRefusals() {
        return List.of(Answered.empty(404));
    }

    /** Three desks, each showing its present call; a new call goes to the next desk. */
    private static final class Desks implements FarEnd {
        private final Map<String, String> shown = new TreeMap<>();
        private final List<String> keys = new ArrayList<>();

        Desks() {
            for (var i = 0; i < 3; i++) {
                arrive();
            }
        }

        @Override
        public Answered answer(Call call) {
            return Answered.json(
                    200, shown.getOrDefault(String.valueOf(call.url().getQuery()), ""));
        }

        @Override
        public List<String> keys() {
            return List.copyOf(keys);
        }

        @Override
        public void arrive() {
            var id = "u-" + keys.size();
            keys.add(id + "|RING");
            shown.put(
                    "agent=800" + ((keys.size() - 1) % 3 + 1),
                    "{\"src\":\"13900000000\",\"dst\":\"12345\",\"uid\":\"" + id + "\",\"Stats\":\"RING\"}");
        }
    }
}
