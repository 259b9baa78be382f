package org.intakehub.deploy.load;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.intakehub.core.casefile.TimeOrderedIds;
import org.intakehub.gateway.similar.ComparedCase;
import org.intakehub.gateway.similar.SimilarKeys;
import org.intakehub.simulators.Matters;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills a hub's database with invented cases of several tellers each, and lets them be found. */
final class ManyCases {
    private static final int BATCH = 1000;
    private static final int TELLERS = 5;
    private static final String SYLLABLES = "柳岸晴川金桂雅松鹤云溪竹海棠枫林月湖星河明珠翠华锦绣康宁瑞祥和泰丰盛景园朝阳向荣文昌永兴";

    private final JdbcClient jdbc;
    private final SimilarKeys keys;
    private final Matters matters = new Matters(5);
    private final TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC(), new SplittableRandom(5));
    private int cases;

    ManyCases(JdbcClient jdbc, SimilarKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
        // The words for the search are another index's business, and would take most of the time.
        jdbc.sql("alter table case_file disable trigger case_words_follow").update();
    }

    /** Adds cases until there are so many. */
    void fill(int wanted) {
        while (cases < wanted) {
            add(Math.min(BATCH, wanted - cases));
        }
        jdbc.sql("vacuum analyze similar_key").update();
        jdbc.sql("vacuum analyze case_file").update();
    }

    /** Adds one case more and gives it as it is compared. */
    ComparedCase one() {
        return add(1).get(0);
    }

    private List<ComparedCase> add(int size) {
        var added = new ArrayList<UUID>();
        var numbers = new ArrayList<String>();
        var titles = new ArrayList<String>();
        var texts = new ArrayList<String>();
        for (int i = 0; i < size; i++, cases++) {
            var random = new SplittableRandom(cases / TELLERS);
            var estate = syllable(random) + syllable(random) + syllable(random) + "小区" + (1 + random.nextInt(60)) + "栋";
            var matter = matters.of(cases / TELLERS * 31L + cases % TELLERS * 1_000_003L * 31);
            added.add(ids.get());
            numbers.add("load-" + cases);
            titles.add(estate + matter.title());
            texts.add("我住在" + estate + "。" + matter.text());
        }
        jdbc.sql("""
                        insert into case_file (id, number, query_code, state, channel, source, received_at, accepted_at, updated_at,
                            confidentiality, title, description)
                        select id, number, 'ABCD1234', 'DISPATCHED', 'standard-webhook', 'partner', now(), now(), now(), 'NORMAL', title, text
                        from unnest(:ids, :numbers, :titles, :texts) one (id, number, title, text)
                        """)
                .param("ids", added.toArray(UUID[]::new))
                .param("numbers", numbers.toArray(String[]::new))
                .param("titles", titles.toArray(String[]::new))
                .param("texts", texts.toArray(String[]::new))
                .update();
        var compared = keys.cases(added);
        keys.add(compared);
        return compared;
    }

    private static String syllable(SplittableRandom random) {
        int at = random.nextInt(SYLLABLES.length());
        return SYLLABLES.substring(at, at + 1);
    }
}
