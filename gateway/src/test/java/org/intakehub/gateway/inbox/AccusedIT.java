package org.intakehub.gateway.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.intakehub.core.channel.Confidentiality;
import org.intakehub.gateway.account.Account;
import org.intakehub.gateway.account.KeptFrom;
import org.intakehub.gateway.account.Role;
import org.intakehub.gateway.life.OrderSheet;
import org.intakehub.gateway.life.OrderSheets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is accused by name in a confidential case never sees it (R18), whatever his role and whenever he came. */
class AccusedIT extends RunningHub {
    private static final Account ACCUSED = new Account("wang", "王建国", Role.DISPATCHER, null);
    private static final Account OTHER = new Account("lin", "林安", Role.DISPATCHER, null);

    @Autowired
    CaseSheets sheets;

    @Autowired
    CaseCounts counts;

    @Autowired
    Board board;

    @Autowired
    OrderSheets orders;

    @Autowired
    KeptFrom kept;

    private UUID told(String text, Confidentiality confidentiality) {
        return samples.add("举报有人收受好处", text, "TRIAGE", "mayor-mailbox", "0302", confidentiality);
    }

    private void join() {
        people.save(ACCUSED);
        people.save(OTHER);
    }

    private boolean sees(Account account, UUID id) {
        return sheets.find(CaseAccess.of(account), id).isPresent();
    }

    @Test
    void heIsKeptFromItOnPageListCountAndBoard() {
        join();
        var before = counts.of(CaseAccess.of(ACCUSED));
        var id = told("城管局的王建国收受摊贩的好处，请保密。", Confidentiality.WHISTLEBLOWER);

        assertThat(sees(ACCUSED, id)).isFalse();
        assertThat(sees(OTHER, id)).isTrue();
        assertThat(counts.of(CaseAccess.of(ACCUSED))).isEqualTo(before);
        assertThat(counts.of(CaseAccess.of(OTHER))).isNotEqualTo(before);
        assertThat(board.of(CaseAccess.of(ACCUSED)).toString()).doesNotContain(id.toString());
        assertThat(board.of(CaseAccess.of(OTHER)).toString()).contains(id.toString());
        assertThat(kept.cases(ACCUSED)).containsExactly(id);
        assertThat(jdbc.sql("select count(*) from history where case_id = ? and kind = 'KEPT_FROM'")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void hisUnitsOrdersLeaveItOutWithoutEndingThePageEarly() {
        people.save(new Account("wang", "王建国", Role.UNIT, "gongshui"));
        var secret = told("供水公司的王建国收受好处，请保密。", Confidentiality.ON_REQUEST);
        var open = samples.add("停水", "东风路停水。");
        samples.workOrder(secret, "gongshui", "LEAD");
        samples.workOrder(open, "gongshui", "LEAD");

        assertThat(orders.open("gongshui", "wang", 0, 1, row -> words -> words))
                .extracting(OrderSheet::caseId)
                .containsExactly(open);
        assertThat(orders.open("gongshui", "anna", 0, 1, row -> words -> words))
                .extracting(OrderSheet::caseId)
                .containsExactly(secret);
    }

    @Test
    void whoComesLaterIsKeptFromWhatAccusedHimBefore() {
        var id = told("城管局的王建国收受摊贩的好处，请保密。", Confidentiality.WHISTLEBLOWER);
        join();

        assertThat(sees(ACCUSED, id)).isFalse();
        assertThat(sees(OTHER, id)).isTrue();
    }

    @Test
    void itCountsAsSoonAsACaseBecomesConfidential() {
        join();
        var id = told("城管局的王建国态度不好。", Confidentiality.NORMAL);
        assertThat(sees(ACCUSED, id)).isTrue();

        jdbc.sql("update case_file set confidentiality = 'ON_REQUEST' where id = ?")
                .param(id)
                .update();
        assertThat(sees(ACCUSED, id)).isFalse();
    }

    @Test
    void whoIsAskedForHelpMaySeeIt() {
        join();
        var id = told("尊敬的王建国局长，城管队员收受摊贩的好处，请王建国查处，请保密。", Confidentiality.WHISTLEBLOWER);

        assertThat(sees(ACCUSED, id)).isTrue();
    }
}
