package org.intakehub.deploy.measure;

import java.io.IOException;
import java.nio.file.Path;

/** Measures the channels' adapters with vectors that nobody on this project wrote; see {@code deploy/measure/channels}. */
public final class ChannelMeasure {
    private ChannelMeasure() {}

    /**
     * Prints the figures.
     *
     * @param args the folder that holds a folder of vectors for each channel
     */
    public static void main(String[] args) throws IOException {
        var folder = Path.of(args[0]);
        var wechat = new WechatVectors().measure(folder.resolve("wechat"));
        var weibo = new WeiboVectors().measure(folder.resolve("weibo"));
        var webhooks = new WebhookVectors().measure(folder.resolve("webhooks"));
        var open311 = new Open311Answers().measure(folder.resolve("open311"));
        System.out.printf("figures: wechat=%s weibo=%s webhooks=%s open311=%s%n", wechat, weibo, webhooks, open311);
    }
}
