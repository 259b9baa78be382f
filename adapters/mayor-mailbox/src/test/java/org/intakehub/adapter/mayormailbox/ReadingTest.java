package org.intakehub.adapter.mayormailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.intakehub.core.channel.Attachment;
import org.junit.jupiter.api.Test;

class ReadingTest {
    @Test
    void readsAPlainLetter() {
        var letter = Samples.read("plain.eml");
        assertThat(letter.text()).isEqualTo("市长您好：\n\n东风路十二号门前的路灯坏了两周，老人夜里出行不便，请派人修理。\n\n林晓");
        assertThat(letter.foldedText()).isEmpty();
        assertThat(letter.occurredAt()).contains(Instant.parse("2026-11-23T00:00:00Z"));
        assertThat(letter.externalId()).contains("plain@mail.example");
        assertThat(letter.citizen().name()).contains("林晓");
        assertThat(letter.citizen().handle()).contains("linxiao@mail.example");
        assertThat(letter.automaticReason()).isEmpty();
        assertThat(letter.notes()).isEmpty();
    }

    @Test
    void joinsWordsThatWereSplitWithinACharacter() {
        var letter = Samples.read("split-words.eml");
        assertThat(letter.title()).isEqualTo("关于喆园小区门口乱停车的投诉");
        assertThat(letter.citizen().name()).contains("王喆");
        assertThat(letter.text()).isEqualTo("喆园小区门口每晚停满货车，消防车进不去。");
    }

    @Test
    void readsEightBitHeadersAndBodiesThatDeclareNothing() {
        var letter = Samples.read("raw-eight-bit.eml");
        assertThat(letter.citizen().name()).contains("赵堃");
        assertThat(letter.text()).isEqualTo("请问外地户口在本市工作三年，可以申请公租房吗？");
        assertThat(letter.notes()).contains("raw eight-bit header", "charset guessed: GB18030");
    }

    @Test
    void readsWhatIsThereRatherThanWhatIsDeclared() {
        var letter = Samples.read("wrong-label.eml");
        assertThat(letter.text()).isEqualTo("望湖路一公里没有公交站，建议增设一处。");
        assertThat(letter.notes()).contains("charset guessed: UTF-8");
    }

    @Test
    void readsSevenBitChinese() {
        assertThat(Samples.read("seven-bit-hz.eml").text()).isEqualTo("工地在夜里11点以后还在施工，请管一管。");
    }

    @Test
    void readsBase64ThatWasEncodedInPieces() {
        assertThat(Samples.read("bad-base64.eml").text()).isEqualTo("水管爆裂三天无人修理，整栋楼停水。");
    }

    @Test
    void makesReadableTextOfHtml() {
        var letter = Samples.read("html-with-pictures.eml");
        assertThat(letter.text())
                .isEqualTo("市长 您好：\n\n我们楼有三个问题：\n\n1. 漏水\n2. 电梯停运\n\n楼号\t户数\n3\t40\n\n"
                        + "照片在这里 <https://pictures.example/3>，谢谢。");
        assertThat(letter.attachments())
                .allSatisfy(picture ->
                        assertThat(((Attachment.Inline) picture).inline()).isTrue())
                .extracting(Attachment::name)
                .containsExactly("image.png", "wall.png");
    }

    @Test
    void foldsHistoryAndThreads() {
        var letter = Samples.read("reply-in-the-thread.eml");
        assertThat(letter.text()).isEqualTo("补充一下：昨天又停水了。");
        assertThat(letter.foldedText()).contains("原始邮件", "您的来信已经收到。");
        assertThat(letter.threading().references()).containsExactly("ack-7@city.example", "first@mail.example");
        assertThat(letter.threading().caseTokens()).containsExactly("340181-20261120-000007.abcdefghijklmnop");
    }

    @Test
    void readsAttachmentNamesHoweverTheyAreWritten() {
        var files = Samples.read("attachment-names.eml").attachments();
        assertThat(files)
                .extracting(Attachment::name)
                .containsExactly("现场照片（东风路）.jpg", "很长的文件名.jpg", "情况说明.doc", "誠信證明.pdf", "记录.txt", "图.png");
        assertThat(files).extracting(Samples::content).contains("file 0", "file 5");
    }

    @Test
    void unpacksWhatOutlookPacked() {
        var letter = Samples.read("outlook-winmail.eml");
        assertThat(letter.text()).isEqualTo("附件是现场情况。");
        assertThat(letter.attachments()).extracting(Attachment::name).containsExactly("现场情况.doc");
        assertThat(letter.attachments()).extracting(Samples::content).containsExactly("doc content");
    }

    @Test
    void keepsTextAndFilesOfAForwardedMail() {
        var letter = Samples.read("forwarded-as-attachment.eml");
        assertThat(letter.text()).startsWith("邻居不会发信，由我转交。").contains("周平", "邻居的信", "后山的树被砍了。");
        assertThat(letter.attachments()).extracting(Attachment::name).containsExactly("tree.jpg");
    }

    @Test
    void tellsABounceAndFoldsItsReport() {
        var letter = Samples.read("bounce.eml");
        assertThat(letter.automaticReason()).isPresent();
        assertThat(letter.text()).isEqualTo("The mail could not be delivered.");
        assertThat(letter.foldedText()).contains("Final-Recipient");
        assertThat(letter.attachments()).isEmpty();
    }

    @Test
    void tellsAVacationNote() {
        assertThat(Samples.read("vacation-note.eml").automaticReason()).isPresent();
    }

    @Test
    void readsAHeaderThatLostItsIndents() {
        var letter = Samples.read("lost-indents.eml");
        assertThat(letter.title()).isEqualTo("井盖丢失");
        assertThat(letter.text()).isEqualTo("新华街井盖丢失。");
    }

    @Test
    void joinsFlowedLinesAndFoldsTheSignature() {
        var letter = Samples.read("without-message-id.eml");
        assertThat(letter.key().value()).startsWith("sha256:");
        assertThat(letter.text()).isEqualTo("中心公园西门的绿化带 一下雨就积水。");
        assertThat(letter.foldedText()).contains("13800000000");
    }
}
