package org.intakehub.gateway.counter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What the public pages let a visitor do. Rates are per address (IPv6: per /64 network) and node.
 *
 * @param workBits leading zero bits of the hash that a browser has to find before it sends a form
 * @param per time that the following three are counted over
 * @param forms forms with that work
 * @param formsWithoutWork forms without it, from browsers without JavaScript
 * @param lookups looks at the progress of a case, per address and, tenfold, per case
 * @param validFor time for which a form that was handed out can be sent
 * @param maxFiles files that one form may bring
 * @param maxFile size of one of them
 * @param maxForm size of all of them
 */
@ConfigurationProperties("intake.counter")
record CounterSettings(
        @DefaultValue("16") int workBits,
        @DefaultValue("10m") Duration per,
        @DefaultValue("30") int forms,
        @DefaultValue("2") int formsWithoutWork,
        @DefaultValue("30") int lookups,
        @DefaultValue("3h") Duration validFor,
        @DefaultValue("5") int maxFiles,
        @DefaultValue("8MB") DataSize maxFile,
        @DefaultValue("16MB") DataSize maxForm) {
    CounterSettings {
        if (workBits < 0 || workBits > 24) {
            throw new IllegalArgumentException("intake.counter.work-bits is between 0 and 24");
        }
        if (forms < 1 || formsWithoutWork < 1 || lookups < 1 || maxFiles < 0) {
            throw new IllegalArgumentException("the rates of intake.counter are at least 1");
        }
        if (maxForm.toBytes() > 20L << 20) {
            throw new IllegalArgumentException("intake.counter.max-form is at most 20 MB");
        }
    }
}
