using System.Text;
using Kinora.Core.Accounts;
using Kinora.Core.Assets;
using Kinora.Core.Callbacks;
using Kinora.Core.Credits;
using Kinora.Core.Generations;
using Kinora.Core.Health;
using Kinora.Core.Media;
using Kinora.Core.Providers;
using Kinora.Core.Providers.Accounts;
using Kinora.Core.Storage;
using Kinora.Core.Tests.Catalog;
using Kinora.Core.Tests.Generations;
using Kinora.Core.Tests.Storage;
using Kinora.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kinora.Core.Tests.Histories;

/// <summary>
/// One random history on a real store, with the engine's own dispatcher, settler and watches: an account of its own, a provider of every mood,
/// a clock that jumps, steps that run twice side by side, crash, or come from a node that has slept. It ends when nothing is due any more.
/// </summary>
internal sealed class StoreHistory
{
    private const long Funds = 350;
    private const int Price = 100;
    private const string KeyId = "key_0123456789abcdef";
    private readonly Random _random;
    private readonly string _account;
    private readonly TestStores _stores;
    private readonly FakeClock _clock = new(Some.Now);
    private readonly MoodyProvider _provider;
    private readonly CallbackAddresses _callbacks = new(new byte[32]) { Public = new("https://kinora.example") };
    private readonly GenerationDispatcher _dispatcher;
    private readonly GenerationSettler _settler;
    private readonly CallbackInbox _inbox;
    private readonly Prober _prober;
    private readonly OutcomeWatch _outcomes;
    private readonly List<string> _ids = [];
    private readonly List<Generation> _seen = [];

    public StoreHistory(int seed, TestStores stores, IAssetStore files)
    {
        _random = new(seed);
        _account = $"acc_{seed}";
        _stores = stores;
        _provider = new(_random);
        _provider.Scripted.Account = _account;
        var options = new CoreOptions
        {
            DataFolder = "", CatalogFolder = "", OutcomeWait = TimeSpan.FromMinutes(2),
            ProviderAccounts = [],
        };
        var schedule = new Schedule(options, new(stores.Durations), _clock);
        var providers = new ProviderPool([_provider.Scripted]);
        var routes = new RouteHealth(stores.Health, _clock, NullLogger<RouteHealth>.Instance);
        _prober = new(routes, stores.Health, new(Shipped.Sandbox, providers), providers, _clock, NullLogger<Prober>.Instance);
        var report = new TrafficReport(routes, new(stores.Outcomes, _clock), new(Shipped.Sandbox), _clock);
        _settler = new(stores.Generations, providers, Shipped.Sandbox, schedule, report, _clock, NullLogger<GenerationSettler>.Instance);
        _inbox = new(_settler, _callbacks, stores.Callbacks, _clock);
        _outcomes = new(stores.Generations, _clock);
        var standings = new AccountStandings(_clock);
        _dispatcher = new(
            stores.Generations, new(stores.Accounts, options), new(providers, standings, routes, stores.Caps, _clock), standings, new ProviderMedia(files, stores.Assets, new(stores.Database), _clock), _callbacks, schedule,
            new(Shipped.Sandbox), report, _clock, NullLogger<GenerationDispatcher>.Instance);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async Task RunAsync()
    {
        await _stores.Accounts.CreateAsync(new(_account, "Account", AccountRole.User, 0, 0), LedgerEntry.Grant(_account, Funds, Some.Now, "first"), Stop);
        await _stores.Database.WriteAsync(
            async transaction =>
            {
                var key = new ApiKey("0123456789abcdef", "Test", null, Some.Now) { Limits = new() { TotalCredits = 2 * Price } };
                await KeySpending.CapAsync(transaction, _account, null, key, Some.Now);
                return true;
            },
            Stop);
        for (var step = 0; step < 25; step++) await ActAsync();
        await EndAsync();
        await CheckAsync();
    }

    private async Task ActAsync()
    {
        var id = _ids.Count == 0 ? null : _ids[_random.Next(_ids.Count)];
        switch (_random.Next(12))
        {
            case 0 or 1 when _ids.Count < 5:
                await AcceptAsync();
                break;
            case 2 when id is not null:
                var current = await FindAsync(id);
                await Task.WhenAll(StepAsync(current), StepAsync(current));
                break;
            case 3 when _seen.Count > 0:
                await StepAsync(_seen[_random.Next(_seen.Count)]);
                break;
            case 4 when _provider.Tasks.Count > 0:
                await CallBackAsync(_provider.Tasks.ElementAt(_random.Next(_provider.Tasks.Count)));
                break;
            case 5 when id is not null && _random.Next(4) == 0:
                await _stores.Generations.UpdateAsync(id, generation => generation.Cancel(_clock.GetUtcNow()), Stop);
                break;
            case 6:
                _clock.Advance(TimeSpan.FromSeconds(Math.Pow(2, _random.Next(13))));
                await _prober.ProbeAsync(_prober.Due, Stop);
                break;
            case > 6 when id is not null:
                await DueAsync(await FindAsync(id));
                break;
        }
    }

    private async Task AcceptAsync()
    {
        var key = _random.Next(2) == 0 ? null : new IdempotencyKey($"key{_random.Next(3)}", "hash");
        var changes = Enumerable.Range(0, 1 + _random.Next(2)).Select(_ => (Some.Generation(_account, Price, at: _clock.GetUtcNow()) with { KeyId = _random.Next(2) == 0 ? KeyId : null }).Accept(key)).ToList();
        var results = await Task.WhenAll(changes.Select(change => _stores.Generations.CommitAsync([change], Stop)));
        _ids.AddRange(changes.Zip(results).Where(pair => pair.Second[0].Outcome is CommitOutcome.Applied).Select(pair => pair.First.Generation.Id));
    }

    // A callback may come twice, with a foreign task, or with a forged token.
    private async Task CallBackAsync(ProviderTask task)
    {
        var real = new IncomingCallback
        {
            Path = "/callback",
            From = "127.0.0.1",
            Headers = new Dictionary<string, string>(),
            Body = Encoding.UTF8.GetBytes($"{task.Id} {_random.Next(3)}"),
            GenerationId = task.Of("generation"),
            AttemptId = task.Of("attempt"),
            Token = task.Of("token"),
            TaskId = task.Id,
            CarriesSecrets = true,
        };
        if (_random.Next(4) == 0) await _inbox.ReceiveAsync(real with { Token = new('0', 64) }, Stop);
        if (_random.Next(4) == 0 && (await FindAsync(real.GenerationId)).Attempt?.ProviderTaskId is not null)
            await _inbox.ReceiveAsync(real with { TaskId = "foreign" }, Stop);
        await _inbox.ReceiveAsync(real, Stop);
    }

    private async Task DueAsync(Generation generation)
    {
        if (generation.DueAt is not { } due) return;
        if (due > _clock.GetUtcNow()) _clock.Advance(due - _clock.GetUtcNow());
        await StepAsync(generation);
    }

    private async Task StepAsync(Generation read)
    {
        _seen.Add(read);
        try
        {
            await (read.Status switch
            {
                GenerationStatus.Queued => _dispatcher.TakeAsync(read, Stop),
                GenerationStatus.Submitting => _outcomes.TakeAsync(read, Stop),
                GenerationStatus.Running => _settler.ObserveAsync(read, Stop),
                GenerationStatus.Collecting => CollectAsync(read),
                GenerationStatus.Failed when read.ProviderOutputs.Count > 0 => CollectAsync(read),
                GenerationStatus.Failed => _settler.ObserveAsync(read, Stop),
                _ => Task.CompletedTask,
            });
        }
        catch (CrashException)
        {
            // The next step is another process's.
        }
    }

    // As the collector does it, without the bytes.
    private async Task CollectAsync(Generation read)
    {
        var key = $"outputs/{read.Id}/{Guid.NewGuid():N}";
        var output = new GenerationOutput(key + ".mp4", key + ".webp", new MediaFacts("video/mp4", 1280, 720, 5, 30, "h264", null), 1000, "00");
        await _stores.Loose.ExpectAsync([.. output.Files], TimeSpan.FromHours(1), Stop);
        await _stores.Generations.UpdateAsync(read.Id, current => current.Collected([output], _clock.GetUtcNow()), Stop);
    }

    // Everything that the provider took ends, its callbacks arrive, and whoever is due is looked after.
    private async Task EndAsync()
    {
        _provider.Healed = true;
        foreach (var task in _provider.Tasks) await CallBackAsync(task);
        foreach (var id in _ids)
        {
            await WhileDueAsync(id);
            foreach (var task in _provider.Tasks.Where(task => task.Of("generation") == id)) await CallBackAsync(task);
            await WhileDueAsync(id);
        }
    }

    private async Task WhileDueAsync(string id)
    {
        for (var rounds = 0; rounds < 60 && await FindAsync(id) is { DueAt: not null } generation; rounds++) await DueAsync(generation);
    }

    private async Task CheckAsync()
    {
        var (succeeded, byKey) = (0, 0);
        foreach (var id in _ids)
        {
            var end = await FindAsync(id);
            var taken = _provider.Tasks.Where(task => task.Of("generation") == id).ToList();
            var words = $"{id} is {end.Status} ({end.Failure?.Code}), the provider took {taken.Count}";
            end.IsFinal.ShouldBeTrue(words);
            taken.Count.ShouldBeLessThanOrEqualTo(1, words);
            (end.Status is GenerationStatus.Succeeded).ShouldBe(taken.Count == 1 && taken[0].Succeeds, words);
            (end.Held, end.Captured).ShouldBe((0, end.Status is GenerationStatus.Succeeded ? Price : 0), words);
            await CheckHistoryAsync(end);
            if (end.Status is GenerationStatus.Succeeded) succeeded++;
            if (end.Status is GenerationStatus.Succeeded && end.KeyId is not null) byKey++;
        }

        var account = (await _stores.Accounts.FindAsync(_account, Stop))!;
        (account.Balance, account.Held, account.AtProviders).ShouldBe((Funds - (succeeded * Price), 0, 0));
        var cap = (await _stores.Database.ReadAsync(session => KeySpending.CapsAsync(session, _account), Stop))![KeyId];
        cap.Spent.ShouldBe(byKey * Price);
        (await _stores.Database.ReadAsync(session => KeySpending.SpentAsync(session, _account, _clock.GetUtcNow()), Stop)).InAll.GetValueOrDefault(KeyId).ShouldBe(cap.Spent);
        var entries = (await _stores.Accounts.LedgerAsync(_account, null, 1000, Stop)).ConvertAll(numbered => numbered.Entry);
        (entries.Sum(entry => entry.BalanceChange), entries.Sum(entry => entry.HeldChange)).ShouldBe((account.Balance, account.Held));
        entries.Where(entry => entry.GenerationId is not null).Select(entry => (entry.GenerationId, entry.Kind)).ShouldBeUnique();
        var events = await _stores.Generations.EventsAfterAsync(_account, 0, 10_000, Stop);
        events.Select(happened => happened.Number).ShouldBe(Enumerable.Range(1, events.Count).Select(i => (long)i));
    }

    // Each line goes on from the one before, in the moves that there are; the last one leads to where it stands.
    private async Task CheckHistoryAsync(Generation end)
    {
        var lines = await _stores.Generations.HistoryAsync(end.Id, Stop);
        lines[0].From.ShouldBeNull();
        lines[^1].To.ShouldBe(end.Status);
        foreach (var (before, after) in lines.Zip(lines.Skip(1))) after.From.ShouldBe(before.To);
        foreach (var line in lines.Where(line => line.From is not null && line.From != line.To)) Moves.MayFollow(line.From!.Value, line.To).ShouldBeTrue($"{line}");
    }

    private async Task<Generation> FindAsync(string id) => (await _stores.Generations.FindAsync(id, Stop)).ShouldNotBeNull();
}
