package org.intakehub.adapter.testkit;

import java.util.List;
import org.intakehub.core.channel.Call;

/** A platform in memory, as its polling adapter sees it. */
public interface FarEnd {
    Answered answer(Call call);

    /** Message keys of all that it holds now; more than fits on one of its pages. */
    List<String> keys();

    /** One more message comes in, newer than all others. */
    void arrive();
}
