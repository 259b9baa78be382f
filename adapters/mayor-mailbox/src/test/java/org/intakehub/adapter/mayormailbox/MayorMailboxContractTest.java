package org.intakehub.adapter.mayormailbox;

import java.util.List;
import java.util.Optional;
import org.intakehub.adapter.testkit.Confirmation;
import org.intakehub.adapter.testkit.MailContract;
import org.intakehub.adapter.testkit.ReplyingContract;
import org.intakehub.adapter.testkit.Sample;

class MayorMailboxContractTest implements MailContract, ReplyingContract {
    @Override
    public Record settings() {
        return Samples.settings();
    }

    @Override
    public List<Sample> samples() {
        return List.of(
                Sample.of("plain.eml").expect("plain@mail.example", "东风路路灯不亮"),
                Sample.of("split-words.eml").expect("split@mail.example", "关于喆园小区门口乱停车的投诉"),
                Sample.of("raw-eight-bit.eml").expect("raw@mail.example", "咨询公租房申请条件"),
                Sample.of("wrong-label.eml").expect("wrong@mail.example", "建议增设公交站台"),
                Sample.of("seven-bit-hz.eml").expect("hz@mail.example", "噪音扰民"),
                Sample.of("bad-base64.eml").expect("base64@mail.example", "水管爆裂"),
                Sample.of("words-joined-by-semicolons.eml").expect("semicolon@mail.example", "投诉物业乱收费"),
                Sample.of("html-with-pictures.eml").expect("html@mail.example", "三号楼漏水"),
                Sample.of("reply-in-the-thread.eml")
                        .expect("reply@mail.example", "回复：Re: 停水 [340181-20261120-000007.abcdefghijklmnop]"),
                Sample.of("attachment-names.eml").expect("names@mail.example", "材料补充"),
                Sample.of("outlook-winmail.eml").expect("tnef@mail.example", "附件请查收"),
                Sample.of("forwarded-as-attachment.eml").expect("forward@mail.example", "转交邻居的信"),
                Sample.of("bounce.eml").expect("bounce@mx.example", "Undelivered Mail Returned to Sender"),
                Sample.of("vacation-note.eml").expect("vacation@qq.example", "自动回复：Re: 停水"),
                Sample.of("lost-indents.eml").expect("indent@mail.example", "井盖丢失"),
                Sample.of("without-message-id.eml")
                        .expect(Samples.read("without-message-id.eml").key().value(), "绿化带积水"));
    }

    @Override
    public boolean readsDamagedBytes() {
        return true;
    }

    @Override
    public String recipient() {
        return "linxiao@mail.example";
    }

    @Override
    public Optional<Confirmation> confirmation() {
        return Optional.empty();
    }
}
