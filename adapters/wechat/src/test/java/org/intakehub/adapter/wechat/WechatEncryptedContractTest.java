package org.intakehub.adapter.wechat;

import java.time.Instant;
import java.util.Set;
import org.intakehub.adapter.testkit.Proof;
import org.intakehub.adapter.testkit.Sample;
import org.intakehub.core.channel.Request;

/** The same pushes, encrypted. */
class WechatEncryptedContractTest extends WechatContractTest {
    @Override
    public WechatSettings settings() {
        return Platform.encrypted();
    }

    @Override
    public Request signed(Sample sample, Instant at) {
        return Platform.encryptedPush(at, sample.body(folder()));
    }

    @Override
    public Proof proof() {
        // what stands beside Encrypt is signed by nobody, and read by nobody
        return new Proof("msg_signature", Set.of("timestamp", "nonce"), false);
    }
}
