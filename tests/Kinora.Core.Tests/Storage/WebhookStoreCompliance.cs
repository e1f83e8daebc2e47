using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Kinora.Core.Fetching;
using Kinora.Core.Generations;
using Kinora.Core.Providers;
using Kinora.Core.Storage;
using Kinora.Core.Tests.Fetching;
using Kinora.Core.Tests.Generations;
using Kinora.Core.Webhooks;
using Kinora.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kinora.Core.Tests.Storage;

/// <summary>What every engine must do so that receivers hear what happens to an account's generations, once signed, and in spite of their bad days.</summary>
public abstract class WebhookStoreCompliance(TestEngine engine) : StoreCompliance(engine)
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private readonly FakeClock _clock = new(Some.Now);
    private readonly ConcurrentQueue<Heard> _heard = [];

    [Fact]
    public async Task Each_event_is_written_once_for_each_endpoint_that_wants_it_by_the_commit_that_brings_it()
    {
        await FundAsync(100);
        var all = await AddAsync("https://example.com/all");
        var ends = await AddAsync("https://example.com/ends", "generation.succeeded", "generation.canceled");
        await AddAsync("https://example.com/disabled", enabled: false);
        await FundAsync(100, "other");
        await AddAsync("https://example.com/other", account: "other");

        var generation = await AcceptAsync();
        (await ToldAsync(generation.Id)).ShouldBe([("generation.queued", all.Id)]);

        // One that cannot be paid is none, and one that comes too late is none either.
        var poor = Some.Generation(credits: 101).Accept(null);
        (await CommitAsync(poor)).Outcome.ShouldBe(CommitOutcome.InsufficientCredits);
        (await ToldAsync(poor.Generation.Id)).ShouldBeEmpty();
        var cancel = generation.Cancel(Some.Now.AddSeconds(5))!;
        (await CommitAsync(cancel)).Outcome.ShouldBe(CommitOutcome.Applied);
        (await CommitAsync(cancel)).Outcome.ShouldBe(CommitOutcome.Conflict);
        (await ToldAsync(generation.Id)).ShouldBe(
            [("generation.queued", all.Id), ("generation.canceled", all.Id), ("generation.canceled", ends.Id)], ignoreOrder: true);
        (await Stores.DeliveryLog.ListAsync("other", new(), null, 10, Stop)).ShouldBeEmpty();

        // The body is of the state that the event tells, however late.
        var first = (await Stores.DeliveryLog.OfAsync(generation.Id, Stop))[0];
        first.Tell(cancel.Generation)!.Status.ShouldBe(GenerationStatus.Queued);
        first.CreatedAt.ShouldBe(Some.Now);

        // What came to an end is counted: here what was given up with its endpoint.
        (await Stores.Endpoints.CountsAsync("acc", Some.Now, Stop)).ShouldBeEmpty();
        await Stores.Endpoints.ChangeAsync("acc", all.Id, endpoint => endpoint with { Enabled = false }, Stop);
        (await Stores.Endpoints.CountsAsync("acc", Some.Now, Stop)).ShouldHaveSingleItem().ShouldBe(new(all.Id, new(Ended: 2, Taken: 0, AtOnce: 0)));
        (await Stores.Endpoints.CountsAsync("acc", Some.Now.AddDays(1), Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Submission_run_late_success_and_retries_send_what_they_are()
    {
        await FundAsync(1000);
        var endpoint = await AddAsync("https://example.com/all");
        var generation = await AcceptAsync();
        generation = await MoveAsync(generation.BeginSubmission(Some.Attempt("a"), Some.Now));
        generation = await MoveAsync(generation.Requeue("later", Some.Now, Some.Now));
        generation = await MoveAsync(generation.BeginSubmission(Some.Attempt("b"), Some.Now));
        generation = await MoveAsync(generation.Submitted("b", "task", Some.Now, Some.Now, "answered"));
        generation = await MoveAsync(generation.GiveUp(new(FailureCode.Deadline, "Late.", FailureBy.Provider), Some.Now, Some.Now, "deadline"));
        generation = await MoveAsync(generation.ProviderSucceeded(new(ProviderTaskState.Succeeded, "success") { Outputs = [new("https://example.com/v.mp4")] }, Some.Now, "poll"));
        await Stores.Loose.ExpectAsync(["key"], TimeSpan.FromHours(1), Stop);
        await MoveAsync(generation.Collected([Some.Output("key")], Some.Now));
        (await Stores.DeliveryLog.OfAsync(generation.Id, Stop)).Select(one => (one.Type, one.EndpointId, one.Tell(null)!.Status)).ShouldBe(
        [
            ("generation.queued", endpoint.Id, GenerationStatus.Queued), ("generation.running", endpoint.Id, GenerationStatus.Running),
            ("generation.failed", endpoint.Id, GenerationStatus.Failed), ("generation.succeeded", endpoint.Id, GenerationStatus.Succeeded),
        ]);
    }

    [Fact]
    public async Task Address_of_a_request_hears_of_its_own_generation_signed_with_the_accounts_secret()
    {
        await FundAsync(1000);
        await using var site = await ReceiverAsync(_ => 204);
        await AcceptAsync();
        (await CommitAsync((Some.Generation() with { Input = new() { Model = "model", WebhookUrl = site.Address.AbsoluteUri } }).Accept(null))).Outcome.ShouldBe(CommitOutcome.Applied);
        await RunAsync();
        var heard = _heard.ShouldHaveSingleItem();
        Signatures(heard).ShouldBe([Expected(heard, (await Stores.Secrets.ReadAsync("acc", Stop)).Current!)]);
        (await Stores.DeliveryLog.ListAsync("acc", new(State: DeliveryState.Taken), null, 10, Stop)).ShouldHaveSingleItem().EndpointId.ShouldBeNull();
    }

    [Fact]
    public async Task Exchanged_secret_signs_beside_the_new_one_for_a_day()
    {
        await FundAsync(1000);
        await using var site = await ReceiverAsync(_ => 204);
        var endpoint = await AddAsync(site.Address.AbsoluteUri);
        var old = (await Stores.Secrets.ReadAsync(endpoint.Id, Stop)).Current!;
        var next = await Stores.Secrets.RotateAsync(endpoint.Id, Stop);
        next.Current.ShouldNotBe(old);
        await AcceptAsync();
        await RunAsync();
        Signatures(_heard.Single()).ShouldBe([Expected(_heard.Single(), next.Current!), Expected(_heard.Single(), old)]);

        await MoveClockAsync(WebhookSecretStore.Overlap);
        await AcceptAsync();
        await RunAsync();
        Signatures(_heard.Last()).ShouldBe([Expected(_heard.Last(), next.Current!)]);
        var kept = (string)(await Stores.Database.ReadAsync(session => session.ScalarAsync("SELECT secret FROM webhook_secrets"), Stop))!;
        kept.ShouldStartWith("sealed:", customMessage: "it lies there protected");
    }

    [Fact]
    public async Task Receiver_that_is_gone_hears_nothing_more_and_its_account_is_told()
    {
        await FundAsync(1000);
        await using var site = await ReceiverAsync(_ => 410);
        var endpoint = await AddAsync(site.Address.AbsoluteUri);
        await AcceptAsync();
        var events = await Stores.Accounts.LastEventAsync("acc", Stop);
        await RunAsync();

        var disabled = (await Stores.Endpoints.FindAsync("acc", endpoint.Id, Stop))!;
        (disabled.Enabled, disabled.DisabledReason).ShouldBe((false, "It answered with status 410: it is gone."));
        (await Stores.Accounts.LastEventAsync("acc", Stop)).ShouldBe(events + 1);
        await AcceptAsync();
        await RunAsync();
        (_heard.Count, (await Stores.DeliveryLog.ListAsync("acc", new(), null, 10, Stop)).Count).ShouldBe((1, 1));
        var told = (await Stores.DeliveryLog.ListAsync("acc", new(State: DeliveryState.Failed), null, 10, Stop)).Single();
        (await Stores.DeliveryLog.RetryAsync(told.Id, Stop)).ShouldBeFalse("its endpoint is disabled");

        (await Stores.Endpoints.ChangeAsync("acc", endpoint.Id, one => one with { Enabled = true }, Stop))!.DisabledReason.ShouldBeNull();
        (await Stores.DeliveryLog.RetryAsync(told.Id, Stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task Receiver_that_is_busy_is_asked_for_one_at_a_time_when_it_said_until_it_takes_one()
    {
        await FundAsync(1000);
        var busy = true;
        await using var site = await ReceiverAsync(context =>
        {
            if (busy) context.Response.Headers.RetryAfter = "120";
            return busy ? 429 : 204;
        });
        await AddAsync(site.Address.AbsoluteUri);
        await AcceptAsync();
        (await Stores.Deliveries.UntilNextAsync(Stop)).ShouldBeNull("all there is is due");
        await RunAsync();
        (await Stores.Deliveries.UntilNextAsync(Stop))!.Value.TotalSeconds.ShouldBeInRange(119, 120);
        for (var i = 0; i < 6; i++) await AcceptAsync();
        await MoveClockAsync(TimeSpan.FromSeconds(119));
        await RunAsync();
        _heard.Count.ShouldBe(1, "it asked to be left alone");

        await MoveClockAsync(TimeSpan.FromSeconds(20));
        await RunAsync();
        _heard.Count.ShouldBe(2, "one tries");
        busy = false;
        await MoveClockAsync(TimeSpan.FromSeconds(125));
        await RunAsync(rounds: 1);
        _heard.Count.ShouldBe(3);
        await MoveClockAsync(TimeSpan.FromSeconds(60));
        await RunAsync();
        (_heard.Count, (await Stores.DeliveryLog.ListAsync("acc", new(State: DeliveryState.Taken), null, 10, Stop)).Count).ShouldBe((9, 7));
    }

    [Fact]
    public async Task Receiver_that_takes_nothing_for_five_days_is_disabled()
    {
        await FundAsync(1000);
        var status = 500;
        await using var site = await ReceiverAsync(_ => status);
        var endpoint = await AddAsync(site.Address.AbsoluteUri);
        for (var day = 0; day < 5; day++)
        {
            await AcceptAsync();
            await RunAsync(rounds: 1);
            (await Stores.Endpoints.FindAsync("acc", endpoint.Id, Stop))!.Enabled.ShouldBeTrue();
            if (day == 2)
            {
                // What is taken begins the days anew.
                status = 200;
                await MoveClockAsync(TimeSpan.FromMinutes(6));
                await RunAsync();
                (await Stores.Endpoints.FindAsync("acc", endpoint.Id, Stop))!.FailingSince.ShouldBeNull();
                status = 500;
            }

            await MoveClockAsync(TimeSpan.FromDays(1));
        }

        await AcceptAsync();
        for (var day = 0; day < 3; day++)
        {
            await RunAsync(rounds: 1);
            (await Stores.Endpoints.FindAsync("acc", endpoint.Id, Stop))!.Enabled.ShouldBeTrue();
            await MoveClockAsync(TimeSpan.FromDays(1));
        }

        await RunAsync(rounds: 1);
        (await Stores.Endpoints.FindAsync("acc", endpoint.Id, Stop))!.DisabledReason.ShouldBe("It has taken nothing for 5 days.");
        (await Stores.Deliveries.DueLanesAsync(Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Delivery_whose_sender_died_is_sent_again_with_its_id_and_its_tries_are_kept()
    {
        await FundAsync(1000);
        var status = 500;
        await using var site = await ReceiverAsync(_ => status);
        var endpoint = await AddAsync(site.Address.AbsoluteUri);
        await AcceptAsync();
        var died = (await Stores.Deliveries.ClaimAsync(endpoint.Id, Lease, 10, Stop)).ShouldHaveSingleItem();
        await RunAsync();
        _heard.ShouldBeEmpty("it is leased");
        await MoveClockAsync(Lease);
        await RunAsync();
        status = 201;
        await MoveClockAsync(TimeSpan.FromMinutes(6));
        await RunAsync();
        _heard.Select(one => one.Id).ShouldBe([died.Id, died.Id]);
        var kept = (await Stores.DeliveryLog.FindAsync("acc", died.Id, Stop))!;
        (kept.Tries, kept.Taken, kept.Answer).ShouldBe((3, true, "taken"));
        kept.Log.Select(one => (one.Status, one.Body)).ShouldBe([(500, new string('a', 1000)), (201, new string('a', 1000))]);
        (await Stores.DeliveryLog.FindAsync("other", died.Id, Stop)).ShouldBeNull();
    }

    [Fact]
    public async Task Span_is_sent_again_the_oldest_first_and_says_where_it_ended()
    {
        await FundAsync(1000);
        await using var site = await ReceiverAsync(_ => 204);
        var endpoint = await AddAsync(site.Address.AbsoluteUri);
        for (var i = 0; i < 3; i++) await AcceptAsync(Some.Now.AddMinutes(i));
        await RunAsync();
        (await Stores.DeliveryLog.RetryAsync(endpoint.Id, Some.Now.AddMinutes(1), Some.Now.AddMinutes(2), Stop)).ShouldBe(1);
        (await Stores.DeliveryLog.BeyondAsync(endpoint.Id, Some.Now, Some.Now.AddMinutes(3), Stop)).ShouldBeNull();
        await RunAsync();
        _heard.GroupBy(one => one.Id).Select(one => one.Count()).Order().ShouldBe([1, 1, 2]);
        (await Stores.Endpoints.RemoveAsync("other", endpoint.Id, Stop)).ShouldBeFalse();
        (await Stores.Endpoints.RemoveAsync("acc", endpoint.Id, Stop)).ShouldBeTrue();
        (await Stores.DeliveryLog.RetryAsync(endpoint.Id, Some.Now, Some.Now.AddMinutes(3), Stop)).ShouldBe(0);
        (await Stores.DeliveryLog.ListAsync("acc", new(endpoint.Id), null, 10, Stop)).ShouldAllBe(one => one.Url == site.Address);
    }

    [Fact]
    public async Task Slow_receiver_holds_up_no_other()
    {
        await FundAsync(1000);
        var release = new TaskCompletionSource();
        await using var slow = await LoopbackSite.StartAsync(_ => release.Task);
        await using var quick = await ReceiverAsync(_ => 204);
        await AddAsync(slow.Address.AbsoluteUri);
        await AddAsync(quick.Address.AbsoluteUri);
        for (var i = 0; i < 5; i++) await AcceptAsync();
        using var http = Http();
        var sender = Sender(http);
        for (var round = 0; round < 100 && _heard.Count < 5; round++)
        {
            await sender.RunAsync(Stop);
            await Stores.Signals.WaitAsync(WorkKind.Deliver, "", TimeSpan.FromSeconds(5), TimeProvider.System, Stop);
        }

        _heard.Count.ShouldBe(5);
        release.SetResult();
        await sender.IdleAsync();
        slow.Requests.ShouldBe(4, "no more than its places");
    }

    private Task<LoopbackSite> ReceiverAsync(Func<HttpContext, int> status) => LoopbackSite.StartAsync(async context =>
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, Stop);
        var headers = context.Request.Headers;
        _heard.Enqueue(new(headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), body.ToArray()));
        context.Response.StatusCode = status(context);
        if (context.Response.StatusCode is not 204) await context.Response.WriteAsync(new('a', 5000), Stop);
    });

    // As standardwebhooks.com says it, without a line of ours.
    private static string Expected(Heard heard, string secret)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{heard.Id}.{heard.Timestamp}."), .. heard.Body];
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), signed));
    }

    private static string[] Signatures(Heard heard) => heard.Signature.Split(' ');

    private GuardedHttp Http() => new(new() { Allow = ["127.0.0.1"] }, _clock);

    private DeliverySender Sender(GuardedHttp http) => new(
        Stores.Deliveries,
        new(
            Stores.Generations, http,
            [new WebhookForm(Stores.Secrets, (delivery, generation) => Encoding.UTF8.GetBytes($"{delivery.Type} {generation?.Id} {generation?.Status}"), _clock).Form], _clock),
        Stores.Signals, NullLogger<DeliverySender>.Instance);

    /// <summary>Sends what is due now, round by round until nothing is.</summary>
    private async Task RunAsync(int rounds = 20)
    {
        using var http = Http();
        var sender = Sender(http);
        for (var round = 0; round < rounds; round++)
        {
            await sender.RunAsync(Stop);
            await sender.IdleAsync();
        }
    }

    private async Task MoveClockAsync(TimeSpan by)
    {
        _clock.Advance(by);
        await SetClockAsync(_clock.GetUtcNow());
    }

    private async Task<Generation> MoveAsync(GenerationChange? change)
    {
        (await CommitAsync(change!)).Outcome.ShouldBe(CommitOutcome.Applied);
        return change!.Generation;
    }

    private async Task<WebhookEndpoint> AddAsync(string url, params string[] events) => await AddAsync(url, "acc", true, events);

    private Task<WebhookEndpoint> AddAsync(string url, bool enabled) => AddAsync(url, "acc", enabled, []);

    private async Task<WebhookEndpoint> AddAsync(string url, string account, bool enabled = true, params string[] events)
    {
        var endpoint = new WebhookEndpoint(WebhookEndpoint.NewId(Some.Now), account, new(url), events.Length > 0 ? events : WebhookEvents.All, null, enabled, Some.Now);
        (await Stores.Endpoints.AddAsync(endpoint, Stop)).ShouldBeTrue();
        return endpoint;
    }

    private async Task<List<(string?, string?)>> ToldAsync(string generationId) =>
        [.. (await Stores.DeliveryLog.OfAsync(generationId, Stop)).Select(one => (one.Type, one.EndpointId))];

    private sealed record Heard(string Id, string Timestamp, string Signature, byte[] Body);
}
