package org.intakehub.gateway.inbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.intakehub.core.casefile.Actor;
import org.intakehub.core.casefile.Ground;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.batch.Batches;
import org.intakehub.gateway.batch.Wish;
import org.intakehub.gateway.web.BadParameter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Begins batches of cases that the person may see; the same for pages and machines. */
@Component
class BatchStart {
    private final JdbcClient jdbc;
    private final Batches batches;

    BatchStart(JdbcClient jdbc, Batches batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** @throws BadParameter if nothing is chosen, or too much, or what is not there for this person, or the wish is not whole */
    UUID begin(Account account, Supplier<Wish> wish, List<Batches.Chosen> chosen, String person) {
        if (chosen.isEmpty() || chosen.size() > Batches.MOST) {
            throw new BadParameter("a batch has 1 to " + Batches.MOST + " cases");
        }
        var access = CaseAccess.of(account);
        if (!access.mayTriage() || !seesAll(access, chosen)) {
            throw new BadParameter("one of the cases is not there");
        }
        try {
            return batches.begin(wish.get(), chosen, new Actor(account.username(), person));
        } catch (IllegalArgumentException e) {
            throw new BadParameter(
                    "what is not accepted needs a ground and the right way, at most " + Wish.LONGEST + " characters");
        }
    }

    static Wish wish(Wish.Kind kind, @Nullable String category, @Nullable Ground ground, @Nullable String words) {
        return new Wish(
                kind,
                Optional.ofNullable(category).filter(code -> !code.isBlank()),
                Optional.ofNullable(ground),
                words == null ? "" : words);
    }

    private boolean seesAll(CaseAccess access, List<Batches.Chosen> chosen) {
        var ids = chosen.stream().map(Batches.Chosen::id).collect(Collectors.toSet());
        var seen = jdbc.sql("select count(*) from case_file c where c.id in (:ids) and " + access.visible())
                .param("ids", ids)
                .params(access.parameters())
                .query(Integer.class)
                .single();
        return seen == ids.size();
    }
}
