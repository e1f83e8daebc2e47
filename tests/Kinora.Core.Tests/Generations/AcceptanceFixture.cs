using Kinora.Core.Accounts;
using Kinora.Core.Assets;
using Kinora.Core.Credits;
using Kinora.Core.Fetching;
using Kinora.Core.Generations;
using Kinora.Core.Media;
using Kinora.Core.Tests.Catalog;
using Microsoft.Extensions.Logging.Abstractions;

namespace Kinora.Core.Tests.Generations;

/// <summary>The way in: the shipped catalog, a real database, and media from loopback sites.</summary>
internal sealed class AcceptanceFixture : IAsyncDisposable
{
    private readonly MediaProcess _process = new(TimeProvider.System);
    private readonly GuardedHttp _http = new(FetchOptions.Parse("127.0.0.1"), TimeProvider.System);

    public AcceptanceFixture() => Acceptor = With(Engine.Options);

    public EngineFixture Engine { get; } = new();
    public GenerationAcceptor Acceptor { get; }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The price is 105 credits, known from the form alone.</summary>
    public static GenerationInput Fox(string prompt = "A red fox") => new() { Model = "kling-2.6", Prompt = prompt, Duration = 5, Sound = false };

    /// <summary>Holds 600 credits, and costs what is made.</summary>
    public static GenerationInput AnyLength() => new() { Model = "wan-3.0", Prompt = "A red fox", Duration = -1, Resolution = "720p" };

    public GenerationAcceptor With(CoreOptions options)
    {
        var media = new InputMedia(new AssetLibrary(Engine.Files, Engine.Index, Engine.Loose, new Ffprobe(_process), new PictureMaker(_process, NullLogger<PictureMaker>.Instance), _http, Engine.Clock), Engine.Index);
        return new(Shipped.Sandbox, Engine.Store, Engine.Accounts, new KnownInputs(media, Engine.Store), media, Engine.Health, new(_http), options, Engine.Clock);
    }

    public Task FundAsync(long credits, string accountId = "acc") => Engine.Accounts.CreateAsync(
        new(accountId, "Account", AccountRole.User, 0, 0), LedgerEntry.Grant(accountId, credits, Some.Now, "first"), Stop);

    public Task<AcceptResult> OneAsync(GenerationInput form, string? key = null) => Acceptor.AcceptAsync(new("acc"), form, key, null, Stop);

    public Task<AcceptResult> BatchAsync(IReadOnlyList<GenerationInput> forms, long? maxCredits = null, string? key = null) =>
        Acceptor.AcceptBatchAsync(new("acc"), forms, maxCredits, key, Stop);

    /// <summary>The ids of all that was created, oldest first.</summary>
    public async Task<IEnumerable<string>> IdsAsync() => (await Engine.Store.ListAsync("acc", null, 100, null, Stop)).Select(generation => generation.Id).Reverse();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Dispose();
        await Engine.DisposeAsync();
    }
}
