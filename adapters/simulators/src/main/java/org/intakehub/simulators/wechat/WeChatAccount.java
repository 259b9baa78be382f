package org.intakehub.simulators.wechat;

import org.intakehub.core.channel.Secret;

/**
 * An official account as its owner set it up.
 *
 * @param openId what the account is called within pushes
 * @param token word that signs
 * @param encodingAesKey 43 characters
 */
public record WeChatAccount(String openId, String appId, Secret appSecret, Secret token, Secret encodingAesKey) {
    /** An invented account; the same each time. */
    public static WeChatAccount invented() {
        return new WeChatAccount(
                "gh_0000000000aa",
                "wx00000000000000aa",
                new Secret("an invented app secret"),
                new Secret("inventedtoken"),
                new Secret("inventedinventedinventedinventedinventedabA"));
    }

    @Override
    public String toString() {
        return "WeChatAccount[" + appId + "]";
    }
}
