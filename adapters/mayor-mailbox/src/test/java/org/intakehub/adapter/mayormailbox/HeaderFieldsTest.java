package org.intakehub.adapter.mayormailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderFieldsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a@b.example | | a@b.example",
                "<a@b.example> | | a@b.example",
                "Lin Xiao <a@b.example> | Lin Xiao | a@b.example",
                "\"Lin, Xiao\" <a@b.example> | Lin, Xiao | a@b.example",
                "Lin, Xiao <a@b.example> | Lin, Xiao | a@b.example",
                "\"x@y\" <a@b.example>, c@d.example | x@y | a@b.example",
                "a@b.example (Lin Xiao) | Lin Xiao | a@b.example",
                "Lin Xiao a@b.example | Lin Xiao | a@b.example",
                "'Lin Xiao' <a@b.example | Lin Xiao | a@b.example",
                "O'Brien <mailto:a@b.example> | O'Brien | a@b.example",
                "=?utf-8?Q?Lin=2C_Xiao?= <a@b.example> | Lin, Xiao | a@b.example",
                "=?utf-8?Q?Lin_<a=40b.example>?= | Lin | a@b.example",
                "MAILER-DAEMON (Mail System) | Mail System | MAILER-DAEMON"
            })
    void readsTheSender(String field, String name, String address) {
        var entry = Mailboxes.first(field, new LinkedHashSet<>()).orElseThrow();
        assertThat(entry.name()).isEqualTo(Optional.ofNullable(name));
        assertThat(entry.address()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mon, 23 Nov 2026 08:00:00 +0800",
                "23 Nov 26 00:00 GMT",
                "Mon Nov 23 08:00:00 CST 2026",
                "Mon, 23 Nov 2026 08:00:00 +0800 (CST)",
                "2026-11-23 08:00:00",
                "2026年11月23日 8:00",
                "Mon, 23 Nov 2026 08:00:00"
            })
    void readsTheDate(String field) {
        assertThat(MailDates.parse(field, new LinkedHashSet<>())).contains(Instant.parse("2026-11-23T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "Wed, 31 Feb 2026 08:00:00 +0800", "Wed, 05 Sep 2018 29:24:05 +0700", "12:00"})
    void leavesOutADateThatIsNone(String field) {
        assertThat(MailDates.parse(field, new LinkedHashSet<>())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Auto-Submitted: auto-generated | true",
                "Auto-Submitted: no | false",
                "X-Autoreply: yes | true",
                "Precedence: list | true",
                "Precedence: first-class | false",
                "Return-Path: <> | true",
                "Return-Path: <a@b.example> | false",
                "Content-Type: multipart/report; boundary=x | true",
                "Subject: 自动回复：Re: 停水 | true",
                "Subject: [自动回复] 停水 | true",
                "Subject: Out of Office: travelling | true",
                "Subject: 自动回复我的投诉没有用 | false",
                "Subject: 热线总是自动回复 | false"
            })
    void tellsMachinesFromPeople(String field, boolean automatic) {
        var message = Samples.mail("From: a@b.example\n" + field + "\n\n正文\n");
        assertThat(message.automaticReason().isPresent()).isEqualTo(automatic);
    }

    @Test
    void notesAReplyAddressThatDiffers() {
        var message = Samples.mail("From: a@b.example\nReply-To: Other <c@d.example>\n\n正文\n");
        assertThat(message.citizen().handle()).contains("a@b.example");
        assertThat(message.extras()).containsEntry("Reply-To", "c@d.example");
        assertThat(message.notes()).contains("Reply-To differs from the sender");
    }

    @Test
    void takesTheReplyAddressIfThereIsNoSender() {
        assertThat(Samples.mail("Reply-To: c@d.example\nSubject: s\n\n正文\n")
                        .citizen()
                        .handle())
                .contains("c@d.example");
    }

    @Test
    void judgesAllWordsOfAWrongLabelTogether() {
        var message = Samples.mail("""
                From: =?iso-8859-1?Q?=D6=EC=E9F?= <a@b.example>
                Subject: =?iso-8859-1?Q?=C2=B7=BF=DA=C3=BB=D3=D0=BA=EC=C2=CC=B5=C6?=

                正文
                """);
        assertThat(message.title()).isEqualTo("路口没有红绿灯");
        assertThat(message.citizen().name()).contains("朱镕");
    }
}
