using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace KieAi.AspNetCore.Tests;

/// <summary>Answers as told and keeps what it was asked.</summary>
internal sealed class TestBackend : IKieBackend, IKieAccount
{
    public const string Key = "the-key";

    private readonly Dictionary<Type, object> _replies = [];

    public TestBackend() => Give("task_kling-2.6_1765182425861");

    public Exception? Fault { get; set; }

    /// <summary>With it every call is refused.</summary>
    public (int Code, string Message)? Refusal { get; set; }

    /// <summary>The last call that came through.</summary>
    public string? Call { get; private set; }

    /// <summary>What it asked for: the request, the id, or all arguments.</summary>
    public object? Asked { get; private set; }

    public (string Path, string FileName, string? ContentType, string Sha256, long Length)? Upload { get; private set; }

    public string? TemporaryFile { get; private set; }

    /// <summary>From now on every call that answers with such a value answers with this one.</summary>
    public void Give<T>(T value) => Reply(KieReply.Success(value));

    public void Reply<T>(KieReply<T> reply) => _replies[typeof(T)] = reply;

    public ValueTask<IKieAccount?> OpenAsync(string? key, CancellationToken cancellationToken) => new(key == Key ? this : null);

    public Task<KieReply<string>> CreateTaskAsync(KieCreateTaskRequest request, CancellationToken cancellationToken) => Answer<string>(request);

    public Task<KieReply<KieTask>> FindTaskAsync(string taskId, CancellationToken cancellationToken) => Answer<KieTask>(taskId);

    public Task<KieReply<string>> CreateServiceTaskAsync(string service, KieServiceRequest request, CancellationToken cancellationToken) => Answer<string>((service, request));

    public Task<KieReply<string>> GenerateVeoAsync(KieVeoRequest request, CancellationToken cancellationToken) => Answer<string>(request);

    public Task<KieReply<string>> ExtendVeoAsync(KieVeoExtendRequest request, CancellationToken cancellationToken) => Answer<string>(request);

    public Task<KieReply<KieVeoTask>> FindVeoTaskAsync(string taskId, CancellationToken cancellationToken) => Answer<KieVeoTask>(taskId);

    public Task<KieReply<KieVeo1080p>> FindVeo1080pAsync(string taskId, int index, CancellationToken cancellationToken) => Answer<KieVeo1080p>((taskId, index));

    public Task<KieReply<KieVeo4k>> FindVeo4kAsync(KieVeo4kRequest request, CancellationToken cancellationToken) => Answer<KieVeo4k>(request);

    public Task<KieReply<string>> GenerateRunwayAsync(KieRunwayRequest request, CancellationToken cancellationToken) => Answer<string>(request);

    public Task<KieReply<string>> ExtendRunwayAsync(KieRunwayExtendRequest request, CancellationToken cancellationToken) => Answer<string>(request);

    public Task<KieReply<KieRunwayTask>> FindRunwayTaskAsync(string taskId, CancellationToken cancellationToken) => Answer<KieRunwayTask>(taskId);

    public Task<KieReply<string>> GenerateAlephAsync(KieAlephRequest request, CancellationToken cancellationToken) => Answer<string>(request);

    public Task<KieReply<KieAlephTask>> FindAlephTaskAsync(string taskId, CancellationToken cancellationToken) => Answer<KieAlephTask>(taskId);

    public Task<KieReply<string>> GenerateModifyAsync(KieModifyRequest request, CancellationToken cancellationToken) => Answer<string>(request);

    public Task<KieReply<KieModifyTask>> FindModifyTaskAsync(string taskId, CancellationToken cancellationToken) => Answer<KieModifyTask>(taskId);

    public Task<KieReply<decimal>> CreditAsync(CancellationToken cancellationToken) => Answer<decimal>(null);

    public Task<KieReply<string>> DownloadUrlAsync(string url, CancellationToken cancellationToken) => Answer<string>(url);

    public Task<KieReply<KieModelList>> ListModelsAsync(KieModelQuery query, CancellationToken cancellationToken) => Answer<KieModelList>(query);

    public Task<KieReply<KieModelSchema>> FindModelSchemaAsync(string model, CancellationToken cancellationToken) => Answer<KieModelSchema>(model);

    public Task<KieReply<KieModelPrice>> FindModelPriceAsync(string model, CancellationToken cancellationToken) => Answer<KieModelPrice>(model);

    public Task<KieReply<KieModelSuccessRate>> FindModelSuccessRateAsync(string model, CancellationToken cancellationToken) => Answer<KieModelSuccessRate>(model);

    public Task<KieReply<KiePricePage>> ListPricesAsync(KiePriceQuery query, CancellationToken cancellationToken) => Answer<KiePricePage>(query);

    public Task<KieReply<IReadOnlyList<string>>> ListModelPathsAsync(CancellationToken cancellationToken) => Answer<IReadOnlyList<string>>(null);

    public async Task<KieReply<KieUploadedFile>> UploadAsync(
        string path, string fileName, string? contentType, Stream content, CancellationToken cancellationToken)
    {
        TemporaryFile = (content as FileStream)?.Name;
        var length = content.Length;
        Upload = (path, fileName, contentType, Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken)), length);
        return await Answer<KieUploadedFile>((path, fileName, contentType));
    }

    public Task<KieReply<KieUploadedFile>> UploadFromUrlAsync(string path, string? fileName, Uri url, CancellationToken cancellationToken) =>
        Answer<KieUploadedFile>((path, fileName, url.OriginalString));

    public Task<KieReply<string>> CreateAssetAsync(KieAssetRequest request, CancellationToken cancellationToken) => Answer<string>(request);

    public Task<KieReply<KieAsset>> FindAssetAsync(string assetId, CancellationToken cancellationToken) => Answer<KieAsset>(assetId);

    public Task<KieReply<KieOmniAudio>> CreateOmniAudioAsync(KieOmniAudioRequest request, CancellationToken cancellationToken) => Answer<KieOmniAudio>(request);

    public Task<KieReply<KieOmniCharacter>> CreateOmniCharacterAsync(KieOmniCharacterRequest request, CancellationToken cancellationToken) => Answer<KieOmniCharacter>(request);

    private Task<KieReply<T>> Answer<T>(object? asked, [CallerMemberName] string call = "")
    {
        (Call, Asked) = (call, asked);
        if (Fault is not null) return Task.FromException<KieReply<T>>(Fault);
        if (Refusal is { } refusal) return Task.FromResult(KieReply.Refused<T>(refusal.Code, refusal.Message));
        return Task.FromResult(_replies.TryGetValue(typeof(T), out var reply) ? (KieReply<T>)reply : KieReply.Refused<T>(404, "Task not found"));
    }
}
