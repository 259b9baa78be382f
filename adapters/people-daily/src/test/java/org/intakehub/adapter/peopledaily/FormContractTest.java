package org.intakehub.adapter.peopledaily;

import java.util.List;
import java.util.Optional;
import org.intakehub.adapter.peopledaily.PeopleDailySettings.Mode;
import org.intakehub.adapter.testkit.Answered;
import org.intakehub.adapter.testkit.Confirmation;
import org.intakehub.adapter.testkit.FarEnd;
import org.intakehub.adapter.testkit.FileContract;
import org.intakehub.adapter.testkit.PollingContract;
import org.intakehub.adapter.testkit.ReplyingContract;
import org.intakehub.adapter.testkit.Sample;

class FormContractTest implements PollingContract, ReplyingContract, FileContract {
    @Override
    public PeopleDailySettings settings() {
        return BoardSettings.of(Mode.FORM).withoutWarmUp().build();
    }

    @Override
    public List<Sample> samples() {
        return Samples.all();
    }

    @Override
    public FarEnd farEnd() {
        return new FormFarEnd();
    }

    @Override
    public List<Answered> passingFaults() {
        return List.of(
                Answered.json(200, "{\"result\":\"failure\",\"success\":false,\"responseData\":null}"),
                Answered.json(200, "{\"code\":\"SN0006\"}"),
                Answered.empty(200),
                Answered.empty(403));
    }

    @Override
    public List<Answered> finalRefusals() {
        return List.of(Answered.empty(405), Answered.empty(412));
    }

    @Override
    public List<Integer> refusingStatuses() {
        return List.of(401);
    }

    @Override
    public String recipient() {
        return "thread-14592777";
    }

    @Override
    public Optional<Confirmation> confirmation() {
        return Optional.empty();
    }
}
