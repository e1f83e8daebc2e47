using KieAi;
using KieAi.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Kinora.Studio.Tests;

/// <summary>A KIE.ai that takes every task and then declines its prompt.</summary>
internal sealed class DecliningProvider : IKieBackend, IKieAccount, IAsyncDisposable
{
    public const string Reason = "The prompt was rejected by the content policy: it shows a real person.";
    private readonly WebApplication _app;

    private DecliningProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapKieApi(this);
    }

    public string Url => _app.Urls.First();

    public static async Task<DecliningProvider> StartAsync(CancellationToken cancellationToken)
    {
        var provider = new DecliningProvider();
        await provider._app.StartAsync(cancellationToken);
        return provider;
    }

    public ValueTask<IKieAccount?> OpenAsync(string? key, CancellationToken cancellationToken) => new(this);

    public Task<KieReply<string>> CreateTaskAsync(KieCreateTaskRequest request, CancellationToken cancellationToken) => Task.FromResult(NewTask());

    public Task<KieReply<string>> GenerateVeoAsync(KieVeoRequest request, CancellationToken cancellationToken) => Task.FromResult(NewTask());

    public Task<KieReply<KieTask>> FindTaskAsync(string taskId, CancellationToken cancellationToken) =>
        Task.FromResult(KieReply.Success(new KieTask { TaskId = taskId, State = "fail", FailCode = "430", FailMsg = Reason }));

    public Task<KieReply<KieVeoTask>> FindVeoTaskAsync(string taskId, CancellationToken cancellationToken) =>
        Task.FromResult(KieReply.Success(new KieVeoTask { TaskId = taskId, SuccessFlag = 2, ErrorCode = 400, ErrorMessage = Reason }));

    public Task<KieReply<string>> GenerateRunwayAsync(KieRunwayRequest request, CancellationToken cancellationToken) => Task.FromResult(NewTask());

    public Task<KieReply<string>> ExtendRunwayAsync(KieRunwayExtendRequest request, CancellationToken cancellationToken) => Task.FromResult(NewTask());

    public Task<KieReply<KieRunwayTask>> FindRunwayTaskAsync(string taskId, CancellationToken cancellationToken) =>
        Task.FromResult(KieReply.Success(new KieRunwayTask { TaskId = taskId, State = "fail", FailCode = 400, FailMsg = Reason }));

    public Task<KieReply<string>> GenerateAlephAsync(KieAlephRequest request, CancellationToken cancellationToken) => Task.FromResult(NewTask());

    public Task<KieReply<KieAlephTask>> FindAlephTaskAsync(string taskId, CancellationToken cancellationToken) =>
        Task.FromResult(KieReply.Success(new KieAlephTask { TaskId = taskId, SuccessFlag = 0, ErrorCode = 400, ErrorMessage = Reason }));

    public Task<KieReply<string>> GenerateModifyAsync(KieModifyRequest request, CancellationToken cancellationToken) => Task.FromResult(NewTask());

    public Task<KieReply<KieModifyTask>> FindModifyTaskAsync(string taskId, CancellationToken cancellationToken) =>
        Task.FromResult(KieReply.Success(new KieModifyTask { TaskId = taskId, SuccessFlag = 3, ErrorCode = 400, ErrorMessage = Reason }));

    public Task<KieReply<decimal>> CreditAsync(CancellationToken cancellationToken) => Task.FromResult(KieReply.Success(1000m));

    public Task<KieReply<KieUploadedFile>> UploadAsync(
        string path, string fileName, string? contentType, Stream content, CancellationToken cancellationToken) =>
        Task.FromResult(KieReply.Refused<KieUploadedFile>(400, "No uploads here."));

    public Task<KieReply<string>> CreateServiceTaskAsync(string service, KieServiceRequest request, CancellationToken cancellationToken) => NotHere<string>();

    public Task<KieReply<string>> ExtendVeoAsync(KieVeoExtendRequest request, CancellationToken cancellationToken) => NotHere<string>();

    public Task<KieReply<KieVeo1080p>> FindVeo1080pAsync(string taskId, int index, CancellationToken cancellationToken) => NotHere<KieVeo1080p>();

    public Task<KieReply<KieVeo4k>> FindVeo4kAsync(KieVeo4kRequest request, CancellationToken cancellationToken) => NotHere<KieVeo4k>();

    public Task<KieReply<string>> DownloadUrlAsync(string url, CancellationToken cancellationToken) => NotHere<string>();

    public Task<KieReply<KieModelList>> ListModelsAsync(KieModelQuery query, CancellationToken cancellationToken) => NotHere<KieModelList>();

    public Task<KieReply<KieModelSchema>> FindModelSchemaAsync(string model, CancellationToken cancellationToken) => NotHere<KieModelSchema>();

    public Task<KieReply<KieModelPrice>> FindModelPriceAsync(string model, CancellationToken cancellationToken) => NotHere<KieModelPrice>();

    public Task<KieReply<KieModelSuccessRate>> FindModelSuccessRateAsync(string model, CancellationToken cancellationToken) => NotHere<KieModelSuccessRate>();

    public Task<KieReply<KiePricePage>> ListPricesAsync(KiePriceQuery query, CancellationToken cancellationToken) => NotHere<KiePricePage>();

    public Task<KieReply<IReadOnlyList<string>>> ListModelPathsAsync(CancellationToken cancellationToken) => NotHere<IReadOnlyList<string>>();

    public Task<KieReply<KieUploadedFile>> UploadFromUrlAsync(string path, string? fileName, Uri url, CancellationToken cancellationToken) => NotHere<KieUploadedFile>();

    public Task<KieReply<string>> CreateAssetAsync(KieAssetRequest request, CancellationToken cancellationToken) => NotHere<string>();

    public Task<KieReply<KieAsset>> FindAssetAsync(string assetId, CancellationToken cancellationToken) => NotHere<KieAsset>();

    public Task<KieReply<KieOmniAudio>> CreateOmniAudioAsync(KieOmniAudioRequest request, CancellationToken cancellationToken) => NotHere<KieOmniAudio>();

    public Task<KieReply<KieOmniCharacter>> CreateOmniCharacterAsync(KieOmniCharacterRequest request, CancellationToken cancellationToken) => NotHere<KieOmniCharacter>();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Task<KieReply<T>> NotHere<T>() => Task.FromResult(KieReply.Refused<T>(505, "Not here."));

    private static KieReply<string> NewTask() => KieReply.Success(Guid.NewGuid().ToString("N"));
}
