package org.intakehub.gateway.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.intakehub.core.casefile.SignedTokens;
import org.intakehub.core.channel.SourceId;
import org.junit.jupiter.api.Test;

class ReceiptsTest {
    private static final SourceId PARTNER = new SourceId("partner");

    private final Receipts receipts = new Receipts(new SignedTokens("0123456789abcdef".getBytes(UTF_8), "receipt"));

    @Test
    void theSameDeliveryHasTheSameReceiptOnEveryNode() {
        var other = new Receipts(new SignedTokens("0123456789abcdef".getBytes(UTF_8), "receipt"));
        assertThat(receipts.of(PARTNER, "d-1")).isEqualTo(other.of(PARTNER, "d-1"));
    }

    @Test
    void anotherDeliveryOrSourceHasAnother() {
        assertThat(receipts.of(PARTNER, "d-1"))
                .isNotEqualTo(receipts.of(PARTNER, "d-2"))
                .isNotEqualTo(receipts.of(new SourceId("partner-2"), "d-1"));
        assertThat(receipts.of(new SourceId("a"), "bc")).isNotEqualTo(receipts.of(new SourceId("ab"), "c"));
    }

    @Test
    void aReceiptTellsNothingOfTheDelivery() {
        assertThat(receipts.of(PARTNER, "citizen-13900001234")).doesNotContain("partner", "citizen", "1390");
    }

    @Test
    void onlyAGenuineOneIsKnown() {
        var receipt = receipts.of(PARTNER, "d-1");
        assertThat(receipts.isGenuine(receipt)).isTrue();
        assertThat(receipts.isGenuine("x" + receipt)).isFalse();
        assertThat(receipts.isGenuine(receipt + "x")).isFalse();
        assertThat(receipts.isGenuine("")).isFalse();
        assertThat(receipts.isGenuine("a".repeat(1_000_000))).isFalse();
        var caseToken = new SignedTokens("0123456789abcdef".getBytes(UTF_8), "case").sign("340181-20261123-000001");
        assertThat(receipts.isGenuine(caseToken)).isFalse();
    }
}
