using System.Security.Cryptography;

namespace KieAi.AspNetCore.Tests;

/// <summary>Answers as told and keeps what it was asked.</summary>
internal sealed class TestBackend : IKieBackend, IKieAccount
{
    public const string Key = "the-key";

    public KieReply<string> Created { get; set; } = KieReply.Success("task_kling-2.6_1765182425861");

    public KieReply<KieTask> Task { get; set; } = KieReply.Refused<KieTask>(404, "Task not found");

    public KieReply<KieVeoTask> VeoTask { get; set; } = KieReply.Refused<KieVeoTask>(404, "Task not found");

    public KieReply<KieRunwayTask> RunwayTask { get; set; } = KieReply.Refused<KieRunwayTask>(404, "Task not found");

    public KieReply<KieAlephTask> AlephTask { get; set; } = KieReply.Refused<KieAlephTask>(404, "Task not found");

    public KieReply<KieModifyTask> ModifyTask { get; set; } = KieReply.Refused<KieModifyTask>(404, "Task not found");

    public KieReply<decimal> Credit { get; set; } = KieReply.Success(99.5m);

    public Exception? Fault { get; set; }

    public KieCreateTaskRequest? Request { get; private set; }

    public KieVeoRequest? VeoRequest { get; private set; }

    /// <summary>The last request to an API of Runway, Aleph or Luma Modify.</summary>
    public object? DedicatedRequest { get; private set; }

    public string? AskedFor { get; private set; }

    public (string Path, string FileName, string? ContentType, string Sha256, long Length)? Upload { get; private set; }

    public string? TemporaryFile { get; private set; }

    public ValueTask<IKieAccount?> OpenAsync(string? key, CancellationToken cancellationToken) => new(key == Key ? this : null);

    public Task<KieReply<string>> CreateTaskAsync(KieCreateTaskRequest request, CancellationToken cancellationToken)
    {
        Request = request;
        return Answer(Created);
    }

    public Task<KieReply<KieTask>> FindTaskAsync(string taskId, CancellationToken cancellationToken) => Find(taskId, Task);

    public Task<KieReply<string>> GenerateVeoAsync(KieVeoRequest request, CancellationToken cancellationToken)
    {
        VeoRequest = request;
        return Answer(Created);
    }

    public Task<KieReply<KieVeoTask>> FindVeoTaskAsync(string taskId, CancellationToken cancellationToken) => Find(taskId, VeoTask);

    public Task<KieReply<string>> GenerateRunwayAsync(KieRunwayRequest request, CancellationToken cancellationToken) => Take(request);

    public Task<KieReply<string>> ExtendRunwayAsync(KieRunwayExtendRequest request, CancellationToken cancellationToken) => Take(request);

    public Task<KieReply<KieRunwayTask>> FindRunwayTaskAsync(string taskId, CancellationToken cancellationToken) => Find(taskId, RunwayTask);

    public Task<KieReply<string>> GenerateAlephAsync(KieAlephRequest request, CancellationToken cancellationToken) => Take(request);

    public Task<KieReply<KieAlephTask>> FindAlephTaskAsync(string taskId, CancellationToken cancellationToken) => Find(taskId, AlephTask);

    public Task<KieReply<string>> GenerateModifyAsync(KieModifyRequest request, CancellationToken cancellationToken) => Take(request);

    public Task<KieReply<KieModifyTask>> FindModifyTaskAsync(string taskId, CancellationToken cancellationToken) => Find(taskId, ModifyTask);

    public Task<KieReply<decimal>> CreditAsync(CancellationToken cancellationToken) => Answer(Credit);

    public async Task<KieReply<KieUploadedFile>> UploadAsync(
        string path, string fileName, string? contentType, Stream content, CancellationToken cancellationToken)
    {
        TemporaryFile = (content as FileStream)?.Name;
        var length = content.Length;
        Upload = (path, fileName, contentType, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)), length);
        return await Answer(KieReply.Success(new KieUploadedFile
        {
            FileName = "fox.png", FilePath = "images/user/fox.png", DownloadUrl = "https://tempfile.redpandaai.co/xxx/images/user/fox.png",
            FileSize = 154832, MimeType = "image/png", UploadedAt = "2025-01-01T12:00:00.000Z",
        }));
    }

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

    private static Task<KieReply<T>> NotHere<T>() => System.Threading.Tasks.Task.FromResult(KieReply.Refused<T>(505, "Not here."));

    private Task<KieReply<string>> Take(object request)
    {
        DedicatedRequest = request;
        return Answer(Created);
    }

    private Task<T> Find<T>(string taskId, T task)
    {
        AskedFor = taskId;
        return Answer(task);
    }

    private Task<T> Answer<T>(T reply) => Fault is null
        ? System.Threading.Tasks.Task.FromResult(reply)
        : System.Threading.Tasks.Task.FromException<T>(Fault);
}
