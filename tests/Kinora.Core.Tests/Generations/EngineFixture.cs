using System.Text;
using Kinora.Core.Accounts;
using Kinora.Core.Assets;
using Kinora.Core.Callbacks;
using Kinora.Core.Credits;
using Kinora.Core.Fetching;
using Kinora.Core.Generations;
using Kinora.Core.Health;
using Kinora.Core.Media;
using Kinora.Core.Polling;
using Kinora.Core.Providers;
using Kinora.Core.Providers.Accounts;
using Kinora.Core.Providers.Kie;
using Kinora.Core.Storage;
using Kinora.Core.Tests.Catalog;
using Kinora.Core.Tests.Storage;
using Kinora.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kinora.Core.Tests.Generations;

/// <summary>The engine's parts on a real database and a scripted provider; time moves only when a test says so.</summary>
internal sealed class EngineFixture : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-").FullName;
    private readonly TestStores _stores;
    private AccountStandings? _standings;

    /// <param name="ofUsers">What the account of the tests is held to; nothing when null.</param>
    public EngineFixture(AccountLimits? ofUsers = null)
    {
        _stores = TestStores.Sqlite(Path.Combine(_folder, "kinora.db"), Clock);
        Files = new FolderAssetStore(Path.Combine(_folder, "assets"));
        Options = new CoreOptions
        {
            DataFolder = _folder,
            CatalogFolder = "",
            OutcomeWait = TimeSpan.FromMinutes(2),
            ProviderAccounts = [],
            LimitsOfUsers = ofUsers ?? AccountLimits.None,
        };
        Durations = new(_stores.Durations);
        var schedule = new Schedule(Options, Durations, Clock);
        var media = new MediaProcess(TimeProvider.System);
        var ffprobe = new Ffprobe(media);
        Providers = new([Provider]);
        Routes = new(_stores.Health, Clock, NullLogger<RouteHealth>.Instance);
        Outcomes = new(_stores.Outcomes, Clock);
        var report = new TrafficReport(Routes, Outcomes, new(Shipped.Sandbox), Clock);
        Health = new(new(Providers, Standings, Routes, Clock), Outcomes, Durations, Options);
        Prober = new(Routes, _stores.Health, new(Shipped.Sandbox, Providers), Providers, Clock, NullLogger<Prober>.Instance);
        Settler = new(Store, Providers, Shipped.Sandbox, schedule, report, Clock, SettlerLog);
        Inbox = new(Settler, Callbacks, CallbackLog, Clock);
        Sync = new(Store, Providers, Settler, Clock);
        Canceler = new(Store, Providers, Clock);
        Dispatcher = new(Store, new(Accounts, Options), new(Providers, Standings, Routes, _stores.Caps, Clock), Standings, new ProviderMedia(Files, Index, new(_stores.Database), Clock), Callbacks, schedule, new(Shipped.Sandbox), report, Clock, NullLogger<GenerationDispatcher>.Instance);
        var http = new GuardedHttp(new FetchOptions(), TimeProvider.System);
        Collector = new(
            Store, Providers, new OutputMedia(http, Files, Loose, ffprobe, new PictureMaker(media, NullLogger<PictureMaker>.Instance)), Clock, NullLogger<GenerationCollector>.Instance);
        OutcomeWatch = new(Store, Clock);
        Poller = new(Settler, Providers, Provider.Account);
        Late = new(Providers, Settler, Collector);
    }

    /// <summary>Of the database and the assets.</summary>
    public string Folder => _folder;

    public CapturedLog<GenerationSettler> SettlerLog { get; } = new();
    public FakeClock Clock { get; } = new(Some.Now);
    public AccountStandings Standings => _standings ??= new(Clock);
    public ScriptedProvider Provider { get; } = new();
    public ProviderPool Providers { get; }
    public RouteHealth Routes { get; }
    public OutcomeCounts Outcomes { get; }
    public Prober Prober { get; }
    public ModelHealth Health { get; }
    public CallbackAddresses Callbacks { get; } = new(new byte[32]) { Public = new("https://kinora.example") };
    public WorkSignals Signals => _stores.Signals;
    public GenerationStore Store => _stores.Generations;
    public AccountStore Accounts => _stores.Accounts;
    public AssetIndex Index => _stores.Assets;
    public LooseFiles Loose => _stores.Loose;
    public SingletonLease Leases => _stores.Leases;
    public CallbackLog CallbackLog => _stores.Callbacks;
    public TestStores Stores => _stores;
    public FolderAssetStore Files { get; }
    public CoreOptions Options { get; }
    public DurationHistory Durations { get; }
    public DurationStore DurationStore => _stores.Durations;
    public GenerationSettler Settler { get; }
    public CallbackInbox Inbox { get; }
    public GenerationSync Sync { get; }
    public GenerationCanceler Canceler { get; }
    public GenerationDispatcher Dispatcher { get; }
    public GenerationPoller Poller { get; }
    public GenerationCollector Collector { get; }
    public OutcomeWatch OutcomeWatch { get; }
    public LateSuccessWatch Late { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>A queued generation of a funded account.</summary>
    public async Task<Generation> AcceptAsync(Func<Generation, Generation>? with = null)
    {
        await Accounts.CreateAsync(new("acc", "Account", AccountRole.User, 0, 0), LedgerEntry.Grant("acc", 1000, Clock.GetUtcNow(), "first"), Stop);
        var generation = Some.Generation(at: Clock.GetUtcNow());
        var change = (with?.Invoke(generation) ?? generation).Accept(null);
        (await Store.CommitAsync([change], Stop))[0].Outcome.ShouldBe(CommitOutcome.Applied);
        return change.Generation;
    }

    /// <summary>Takes the step that is due for the generation now, as its worker would; answers what it is afterwards.</summary>
    public async Task<Generation> StepAsync(string id)
    {
        var generation = await FindAsync(id);
        IGenerationStep step = generation.Status switch
        {
            GenerationStatus.Queued => Dispatcher,
            GenerationStatus.Submitting => OutcomeWatch,
            GenerationStatus.Running => Poller,
            GenerationStatus.Collecting => Collector,
            _ => Late,
        };
        generation.DueAt.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(Clock.GetUtcNow());
        await step.TakeAsync(generation, Stop);
        return await FindAsync(id);
    }

    /// <summary>The same when the step falls due, to which moment the clock is moved on.</summary>
    public Task<Generation> NextAsync(Generation generation)
    {
        var wait = generation.DueAt.ShouldNotBeNull() - Clock.GetUtcNow();
        if (wait > TimeSpan.Zero) Clock.Advance(wait);
        return StepAsync(generation.Id);
    }

    public async Task<Generation> FindAsync(string id) => (await Store.FindAsync(id, Stop)).ShouldNotBeNull();

    /// <summary>What the provider would call, read out of the callback address that the submission carried.</summary>
    public static IncomingCallback CallbackOf(ProviderSubmission submission, string taskId)
    {
        var query = submission.Callback.ShouldNotBeNull().Query[1..].Split('&').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]);
        return new()
        {
            Path = "/callback",
            From = "203.0.113.7",
            Headers = new Dictionary<string, string>(),
            Body = Encoding.UTF8.GetBytes($$"""{"taskId":"{{taskId}}"}"""),
            GenerationId = query["generation"],
            AttemptId = query["attempt"],
            Token = query["token"],
            TaskId = taskId,
            CarriesSecrets = true,
        };
    }

    public async Task MoneyShouldBeAsync(long balance, long held)
    {
        var account = (await Accounts.FindAsync("acc", Stop))!;
        (account.Balance, account.Held).ShouldBe((balance, held));
    }

    /// <summary>Lets the database refuse such updates of generations, as a broken disk would, until it is disposed of.</summary>
    public IDisposable Refuse(string when)
    {
        Sql($"CREATE TRIGGER refusal BEFORE UPDATE ON generations WHEN {when} BEGIN SELECT RAISE(ABORT, 'refused'); END");
        return new Refusal(this);
    }

    private void Sql(string statement)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "kinora.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A test's own words.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public async ValueTask DisposeAsync()
    {
        await _stores.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class Refusal(EngineFixture engine) : IDisposable
    {
        public void Dispose() => engine.Sql("DROP TRIGGER refusal");
    }
}
