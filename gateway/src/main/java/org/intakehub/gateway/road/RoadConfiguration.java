package org.intakehub.gateway.road;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.intakehub.gateway.classify.ClassifyStage;
import org.intakehub.gateway.deadletter.DeadLetterStage;
import org.intakehub.gateway.dispatch.DispatchStage;
import org.intakehub.gateway.fetch.FetchStage;
import org.intakehub.gateway.filing.FileStage;
import org.intakehub.gateway.platform.HubSettings;
import org.intakehub.gateway.refusal.Refusals;
import org.intakehub.routes.call.AdapterCalls;
import org.intakehub.routes.call.HttpCalls;
import org.intakehub.routes.call.Tokens;
import org.intakehub.routes.outbox.Outbox;
import org.intakehub.routes.outbox.OutboxRoute;
import org.intakehub.routes.reply.Courier;
import org.intakehub.routes.reply.LetterStage;
import org.intakehub.routes.reply.Letters;
import org.intakehub.routes.reply.MailSender;
import org.intakehub.routes.reply.Replies;
import org.intakehub.routes.reply.ReplyStage;
import org.intakehub.routes.reply.Requests;
import org.intakehub.routes.stage.Faults;
import org.intakehub.routes.stage.Journal;
import org.intakehub.routes.stage.Precedence;
import org.intakehub.routes.stage.Queues;
import org.intakehub.routes.stage.ReceiptIds;
import org.intakehub.routes.stage.Stage;
import org.intakehub.routes.stage.StageRoute;
import org.intakehub.routes.webhook.Admission;
import org.intakehub.routes.webhook.WebhookRoute;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The main road: receive, file, classify, dispatch, reply, and what stands beside it. */
@Configuration(proxyBeanMethods = false)
class RoadConfiguration {
    private static final int FEW = 2;

    @Bean
    Precedence precedence() {
        return new Precedence();
    }

    @Bean
    Journal journal(ProducerTemplate template, ReceiptIds receipts) {
        return new Journal(template, receipts);
    }

    @Bean
    AdapterCalls adapterCalls(ProducerTemplate template, Tokens tokens, Clock clock) {
        return new AdapterCalls(new HttpCalls(template), tokens, clock);
    }

    @Bean
    RouteBuilder receive(Admission admission, Clock clock) {
        return new WebhookRoute(admission, clock);
    }

    @Bean
    StraightOn straightOn(
            FileStage file,
            ClassifyStage classify,
            DispatchStage dispatch,
            TestStages tests,
            TransactionTemplate transaction,
            Faults faults,
            Precedence precedence,
            MeterRegistry meters) {
        var onward = Map.of(
                Queues.CLASSIFY,
                new StraightOn.Named("classify", tests.classify(classify)),
                Queues.DISPATCH,
                new StraightOn.Named("dispatch", tests.dispatch(dispatch)));
        return new StraightOn(tests.file(file), onward, transaction, faults, precedence, meters);
    }

    @Bean
    RouteBuilder file(
            StraightOn stage, Faults faults, Precedence precedence, MeterRegistry meters, HubSettings settings) {
        return stage("file", Queues.RECEIVED, settings.consumers(), stage, faults, precedence, meters);
    }

    @Bean
    RouteBuilder classify(
            ClassifyStage stage,
            TestStages tests,
            Faults faults,
            Precedence precedence,
            MeterRegistry meters,
            HubSettings settings) {
        return stage(
                "classify", Queues.CLASSIFY, settings.consumers(), tests.classify(stage), faults, precedence, meters);
    }

    @Bean
    RouteBuilder dispatch(
            DispatchStage stage,
            TestStages tests,
            Faults faults,
            Precedence precedence,
            MeterRegistry meters,
            HubSettings settings) {
        return stage(
                "dispatch", Queues.DISPATCH, settings.consumers(), tests.dispatch(stage), faults, precedence, meters);
    }

    @Bean
    Courier courier(AdapterCalls calls, Clock clock) {
        return new Courier(new MailSender(clock), calls);
    }

    @Bean
    RouteBuilder reply(Replies replies, Courier courier, Faults faults, Precedence precedence, MeterRegistry meters) {
        return stage("reply", Queues.REPLY, FEW, new ReplyStage(replies, courier), faults, precedence, meters);
    }

    @Bean
    RouteBuilder request(
            Requests requests, Courier courier, Faults faults, Precedence precedence, MeterRegistry meters) {
        return stage("request", Queues.REQUEST, FEW, new ReplyStage(requests, courier), faults, precedence, meters);
    }

    @Bean
    RouteBuilder letter(Letters letters, Faults faults, Precedence precedence, MeterRegistry meters, Clock clock) {
        return stage(
                "letter",
                Queues.LETTER,
                1,
                new LetterStage(letters, new MailSender(clock)),
                faults,
                precedence,
                meters);
    }

    @Bean
    RouteBuilder fetch(FetchStage stage, Faults faults, Precedence precedence, MeterRegistry meters) {
        return stage("fetch", Queues.FETCH, FEW, stage, faults, precedence, meters);
    }

    @Bean
    RouteBuilder refused(Refusals stage, Faults faults, Precedence precedence, MeterRegistry meters) {
        return stage("refused", Queues.REFUSED, 1, stage, faults, precedence, meters);
    }

    @Bean
    RouteBuilder dead(DeadLetterStage stage, Faults faults, Precedence precedence, MeterRegistry meters) {
        return stage("dead", Queues.DEAD, 1, stage, faults, precedence, meters);
    }

    @Bean
    RouteBuilder outboxRelay(Outbox outbox, Journal journal, Faults faults) {
        return new OutboxRoute(outbox, journal, faults);
    }

    private static RouteBuilder stage(
            String name,
            String queue,
            int consumers,
            Stage stage,
            Faults faults,
            Precedence precedence,
            MeterRegistry meters) {
        return new StageRoute(name, queue, consumers, stage, faults, precedence, meters);
    }
}
