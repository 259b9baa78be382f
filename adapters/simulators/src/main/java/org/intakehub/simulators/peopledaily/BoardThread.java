package org.intakehub.simulators.peopledaily;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.intakehub.simulators.Matter;

/**
 * A thread on the board.
 *
 * @param grades resolution, attitude and speed; empty until the citizen has rated
 */
record BoardThread(
        long tid,
        String fid,
        Matter matter,
        boolean company,
        Instant at,
        List<OfficialAnswer> answers,
        List<Integer> grades) {

    /** An answer that the back office published. */
    record OfficialAnswer(String organization, String text, Instant at) {}

    BoardThread {
        answers = List.copyOf(answers);
        grades = List.copyOf(grades);
    }

    BoardThread answered(OfficialAnswer answer) {
        var more = Stream.concat(answers.stream(), Stream.of(answer)).toList();
        return new BoardThread(tid, fid, matter, company, at, more, grades);
    }

    BoardThread rated(List<Integer> given) {
        return new BoardThread(tid, fid, matter, company, at, answers, given);
    }

    String state() {
        return answers.isEmpty() ? "待回复" : "已办理";
    }

    /** As the board shows names. */
    String maskedName() {
        var name = matter.resident().name();
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "***";
    }

    @Override
    public String toString() {
        return "BoardThread[" + tid + "]";
    }
}
