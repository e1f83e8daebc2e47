using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using KieAi;
using KieAi.AspNetCore;
using Kinora.Core.Catalog;
using Kinora.Sandbox.Files;
using Kinora.Sandbox.Tasks;

namespace Kinora.Sandbox;

/// <summary>Answers KIE's API for the one account that the sandbox has: checks, charges, keeps the task and leaves the rest to its life.</summary>
internal sealed partial class SandboxBackend(
    SandboxOptions options, ModelCatalog catalog, TaskStore store, TaskLife life, TaskWords words, SandboxAccount account,
    UploadFolder uploads, TaskInputs inputs, TaskPrices prices, SandboxAddresses addresses, TimeProvider time) : IKieBackend, IKieAccount
{
    private static readonly KieRequestJsonContext Bodies = KieRequestJsonContext.Default;

    private readonly byte[][] _keys = [.. options.Keys.Select(key => SHA256.HashData(Encoding.UTF8.GetBytes(key)))];
    private readonly RateWindow _creates = new(20, TimeSpan.FromSeconds(10), time);
    private readonly RateWindow _reads = new(10, TimeSpan.FromSeconds(1), time);

    public ValueTask<IKieAccount?> OpenAsync(string? key, CancellationToken cancellationToken)
    {
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(key ?? ""));
        var known = key is not null && Array.Exists(_keys, known => CryptographicOperations.FixedTimeEquals(known, given));
        return ValueTask.FromResult<IKieAccount?>(known ? this : null);
    }

    public Task<KieReply<string>> CreateTaskAsync(KieCreateTaskRequest request, CancellationToken cancellationToken) =>
        CreateAsync(TaskApi.Jobs, request.Model, request.Input, request.CallBackUrl, Json(request, Bodies.KieCreateTaskRequest));

    public Task<KieReply<KieTask>> FindTaskAsync(string taskId, CancellationToken cancellationToken) =>
        Find(taskId, words.Jobs, "recordInfo is null", TaskApi.Jobs);

    public Task<KieReply<string>> GenerateVeoAsync(KieVeoRequest request, CancellationToken cancellationToken) =>
        CreateAsync(TaskApi.Veo, request.Model ?? KieVeoRequest.DefaultModel, Json(request, Bodies.KieVeoRequest), request.CallBackUrl);

    public Task<KieReply<KieVeoTask>> FindVeoTaskAsync(string taskId, CancellationToken cancellationToken) =>
        Find(taskId, words.Veo, "record is null", TaskApi.Veo);

    public Task<KieReply<string>> GenerateRunwayAsync(KieRunwayRequest request, CancellationToken cancellationToken) =>
        CreateAsync(TaskApi.Runway, KieRunwayRequest.CatalogueName, Json(request, Bodies.KieRunwayRequest), request.CallBackUrl);

    public Task<KieReply<string>> ExtendRunwayAsync(KieRunwayExtendRequest request, CancellationToken cancellationToken) =>
        CreateAsync(TaskApi.RunwayExtend, KieRunwayExtendRequest.CatalogueName, Json(request, Bodies.KieRunwayExtendRequest), request.CallBackUrl);

    public Task<KieReply<KieRunwayTask>> FindRunwayTaskAsync(string taskId, CancellationToken cancellationToken) =>
        Find(taskId, words.Runway, "record is null", TaskApi.Runway, TaskApi.RunwayExtend);

    public Task<KieReply<string>> GenerateAlephAsync(KieAlephRequest request, CancellationToken cancellationToken) =>
        CreateAsync(TaskApi.Aleph, KieAlephRequest.CatalogueName, Json(request, Bodies.KieAlephRequest), request.CallBackUrl);

    public Task<KieReply<KieAlephTask>> FindAlephTaskAsync(string taskId, CancellationToken cancellationToken) =>
        Find(taskId, words.Aleph, "record is null", TaskApi.Aleph);

    public Task<KieReply<string>> GenerateModifyAsync(KieModifyRequest request, CancellationToken cancellationToken) =>
        CreateAsync(TaskApi.Modify, KieModifyRequest.CatalogueName, Json(request, Bodies.KieModifyRequest), request.CallBackUrl);

    public Task<KieReply<KieModifyTask>> FindModifyTaskAsync(string taskId, CancellationToken cancellationToken) =>
        Find(taskId, words.Modify, "record is null", TaskApi.Modify);

    public Task<KieReply<decimal>> CreditAsync(CancellationToken cancellationToken) => Task.FromResult(KieReply.Success(account.Balance));

    public async Task<KieReply<KieUploadedFile>> UploadAsync(
        string path, string fileName, string? contentType, Stream content, CancellationToken cancellationToken)
    {
        var whole = $"{path}/{fileName}";
        if (await uploads.StoreAsync(whole, content, cancellationToken) is not { } length)
        {
            return KieReply.Refused<KieUploadedFile>(400, "Invalid parameter: uploadPath");
        }

        return KieReply.Success(new KieUploadedFile
        {
            FileName = fileName,
            FilePath = whole,
            DownloadUrl = addresses.Upload(whole),
            FileSize = length,
            MimeType = contentType,
            UploadedAt = time.GetUtcNow().ToString("O"),
        });
    }

    /// <param name="wire">The model's fields.</param>
    /// <param name="body">The whole body, where the model's fields are only a part of it.</param>
    private async Task<KieReply<string>> CreateAsync(string endpoint, string model, JsonObject wire, string? callBackUrl, JsonObject? body = null)
    {
        if (options.Limits && !_creates.TryTake()) return WireRefusal.TooManyCalls<string>();
        if (catalog.FindWire(endpoint, model) is not { } variant) return WireRefusal.UnknownModel;
        if (ModelCatalog.CheckWire(variant, wire) is [var fault, ..]) return WireRefusal.Of(fault);
        if (callBackUrl is not null && !IsHttp(callBackUrl)) return WireRefusal.BadCallback;

        var input = inputs.Remember(catalog.ReadWire(variant, wire));
        if (SourceFault(input.Source) is { } refused) return refused;

        var credits = await prices.AskedAsync(variant, input);
        if (!account.TryCharge(credits)) return WireRefusal.NoCredits;

        var task = new SandboxTask
        {
            TaskId = TaskIds.Next(endpoint, model, time),
            Endpoint = endpoint,
            Model = model,
            Body = body ?? wire,
            Input = input,
            Seconds = (double?)catalog.Seconds(variant, input),
            Sound = catalog.HasSound(variant, input),
            Credits = credits,
            CreatedAt = time.GetUtcNow(),
            CallBackUrl = callBackUrl,
        };
        try
        {
            // Once begun it is finished, whether or not the caller still listens: a task without its charge must not be.
            await store.SaveAsync(task, CancellationToken.None);
        }
        catch
        {
            account.GiveBack(credits);
            throw;
        }

        life.Begin(task);
        return KieReply.Success(task.TaskId);
    }

    // A task that is continued or enlarged must be one of ours that has its video.
    private KieReply<string>? SourceFault(string? taskId)
    {
        if (taskId is null) return null;
        if (store.Find(taskId) is not { } source) return WireRefusal.NoSource;
        return source is { IsFinal: true, IsFailed: false } ? null : WireRefusal.UnfinishedSource;
    }

    private Task<KieReply<T>> Find<T>(string taskId, Func<SandboxTask, T> tell, string missing, params ReadOnlySpan<string> endpoints)
    {
        if (options.Limits && !_reads.TryTake()) return Task.FromResult(WireRefusal.TooManyCalls<T>());
        return Task.FromResult(
            store.Find(taskId) is { } task && endpoints.Contains(task.Endpoint) ? KieReply.Success(tell(task)) : KieReply.Refused<T>(422, missing));
    }

    private static JsonObject Json<T>(T request, JsonTypeInfo<T> type) => JsonSerializer.SerializeToNode(request, type)!.AsObject();

    private static bool IsHttp(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https");
}
