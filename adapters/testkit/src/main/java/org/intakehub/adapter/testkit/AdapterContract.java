package org.intakehub.adapter.testkit;

/**
 * What every adapter promises. A channel's test class implements this together with the contract of each capability that its adapter
 * has: {@link WebhookContract}, {@link PollingContract}, {@link MailContract}, {@link FileContract}, {@link ReplyingContract},
 * {@link RequestingContract}, {@link TokenContract}.
 */
public interface AdapterContract extends IdentityContract, ReadingContract, DamageContract, SecrecyContract {}
