package org.intakehub.adapter.governormailbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.intakehub.adapter.testkit.Answered;
import org.intakehub.adapter.testkit.FarEnd;
import org.intakehub.core.channel.Call;
import org.intakehub.simulators.superior.NoticeBoard;

/** A superior in memory that lists what is unsigned. */
final class Superior implements FarEnd {
    private final NoticeBoard board = new NoticeBoard();
    private final List<String> keys = new ArrayList<>();

    Superior(int orders) {
        for (var i = 0; i < orders; i++) {
            arrive();
        }
    }

    @Override
    public void arrive() {
        var number = "C" + (keys.size() + 1);
        board.announce("REPORT_NOTICE", order(number));
        keys.add(number);
    }

    static String order(String number) {
        return "{\"caseId\":\"" + number + "\",\"callerContent\":\"路灯不亮\"}";
    }

    @Override
    public List<String> keys() {
        return List.copyOf(keys);
    }

    @Override
    public Answered answer(Call call) {
        return Answered.json(
                200, board.act(call.body().text(StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8)));
    }
}
