using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using KieAi;
using KieAi.AspNetCore;
using Kinora.Core.Catalog;
using Kinora.Sandbox.Files;
using Kinora.Sandbox.Tasks;

namespace Kinora.Sandbox;

/// <summary>Answers KIE's API: checks, charges, keeps the task and leaves the rest to its life.</summary>
internal sealed class SandboxBackend(
    SandboxOptions options, ModelCatalog catalog, TaskStore store, TaskLife life, TaskWords words, SandboxAccount account,
    UploadFolder uploads, PictureSource pictures, SandboxAddresses addresses, TimeProvider time) : IKieBackend
{
    private const string Jobs = "jobs";
    private const string Veo = "veo";

    private readonly byte[][] _keys = [.. options.Keys.Select(key => SHA256.HashData(Encoding.UTF8.GetBytes(key)))];
    private readonly RateWindow _creates = new(20, TimeSpan.FromSeconds(10), time);
    private readonly RateWindow _reads = new(10, TimeSpan.FromSeconds(1), time);

    public ValueTask<bool> AcceptsKeyAsync(string? key, CancellationToken cancellationToken)
    {
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(key ?? ""));
        return ValueTask.FromResult(key is not null && Array.Exists(_keys, known => CryptographicOperations.FixedTimeEquals(known, given)));
    }

    public Task<KieReply<string>> CreateTaskAsync(KieCreateTaskRequest request, CancellationToken cancellationToken) =>
        CreateAsync(
            Jobs, request.Model, request.Input, request.CallBackUrl,
            JsonSerializer.SerializeToNode(request, KieRequestJsonContext.Default.KieCreateTaskRequest)!.AsObject(), cancellationToken);

    public Task<KieReply<string>> GenerateVeoAsync(KieVeoRequest request, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToNode(request, KieRequestJsonContext.Default.KieVeoRequest)!.AsObject();
        return CreateAsync(Veo, request.Model ?? KieVeoRequest.DefaultModel, body, request.CallBackUrl, body, cancellationToken);
    }

    public Task<KieReply<KieTask>> FindTaskAsync(string taskId, CancellationToken cancellationToken) =>
        Task.FromResult(Find(Jobs, taskId, words.Jobs, "recordInfo is null"));

    public Task<KieReply<KieVeoTask>> FindVeoTaskAsync(string taskId, CancellationToken cancellationToken) =>
        Task.FromResult(Find(Veo, taskId, words.Veo, "record is null"));

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

    private async Task<KieReply<string>> CreateAsync(
        string endpoint, string model, JsonObject wire, string? callBackUrl, JsonObject body, CancellationToken cancellationToken)
    {
        if (options.Limits && !_creates.TryTake()) return WireRefusal.TooManyCalls<string>();
        if (catalog.FindWire(endpoint, model) is not { } variant) return WireRefusal.UnknownModel;
        if (ModelCatalog.CheckWire(variant, wire) is [var fault, ..]) return WireRefusal.Of(fault);
        if (callBackUrl is not null && !IsHttp(callBackUrl)) return WireRefusal.BadCallback;

        var input = catalog.ReadWire(variant, wire);
        var credits = catalog.UpstreamCredits(variant, input);
        if (!account.TryCharge(credits)) return WireRefusal.NoCredits;

        var task = new SandboxTask
        {
            TaskId = TaskIds.Next(endpoint, model, time),
            Endpoint = endpoint,
            Model = model,
            Body = body,
            Input = input with
            {
                FirstFrame = pictures.Remember(input.FirstFrame),
                LastFrame = pictures.Remember(input.LastFrame),
                References = [.. input.References.Select(reference => pictures.Remember(reference)!)],
            },
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

    private KieReply<T> Find<T>(string endpoint, string taskId, Func<SandboxTask, T> tell, string missing)
    {
        if (options.Limits && !_reads.TryTake()) return WireRefusal.TooManyCalls<T>();
        return store.Find(taskId) is { } task && task.Endpoint == endpoint ? KieReply.Success(tell(task)) : KieReply.Refused<T>(422, missing);
    }

    private static bool IsHttp(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https");
}
