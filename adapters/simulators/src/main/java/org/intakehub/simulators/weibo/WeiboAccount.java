package org.intakehub.simulators.weibo;

import org.intakehub.core.channel.Secret;

/** A Weibo account with an application of its own. */
public record WeiboAccount(long id, Secret appSecret, Secret accessToken) {
    /** An invented account; the same each time. */
    public static WeiboAccount invented() {
        return new WeiboAccount(
                1_900_000_000_007L, new Secret("an invented app secret"), new Secret("an invented access token"));
    }

    @Override
    public String toString() {
        return "WeiboAccount[" + id + "]";
    }
}
