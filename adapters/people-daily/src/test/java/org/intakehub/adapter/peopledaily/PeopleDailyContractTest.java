package org.intakehub.adapter.peopledaily;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intakehub.adapter.peopledaily.PeopleDailySettings.Mode;
import org.intakehub.adapter.testkit.Answered;
import org.intakehub.adapter.testkit.Confirmation;
import org.intakehub.adapter.testkit.FarEnd;
import org.intakehub.adapter.testkit.FileContract;
import org.intakehub.adapter.testkit.PollingContract;
import org.intakehub.adapter.testkit.ReplyingContract;
import org.intakehub.adapter.testkit.Sample;
import org.intakehub.core.channel.Payload;

class PeopleDailyContractTest implements PollingContract, ReplyingContract, FileContract {
    @Override
    public PeopleDailySettings settings() {
        return BoardSettings.of(Mode.SIGNED)
                .forums("539", "1008")
                .ministries("5050")
                .token("a made-up token")
                .build();
    }

    @Override
    public List<Sample> samples() {
        return Samples.all();
    }

    @Override
    public FarEnd farEnd() {
        return new SignedFarEnd();
    }

    @Override
    public List<Answered> passingFaults() {
        return List.of(
                Answered.json(200, "{\"code\":\"SN0006\",\"msg\":\"数据格式错误\"}"),
                Answered.json(200, "{\"code\":0,\"resultData\":null}"),
                new Answered(200, Map.of(), Payload.of(new byte[0])),
                Answered.empty(403));
    }

    @Override
    public List<Answered> finalRefusals() {
        return List.of(Answered.empty(404), Answered.empty(412), Answered.empty(521));
    }

    /** 403 is what the board says to whoever asks too fast. */
    @Override
    public List<Integer> refusingStatuses() {
        return List.of(401);
    }

    @Override
    public String recipient() {
        return "user-7123456";
    }

    @Override
    public Optional<Confirmation> confirmation() {
        return Optional.empty();
    }
}
