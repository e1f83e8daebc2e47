using System.Security.Cryptography;

namespace KieAi.AspNetCore.Tests;

/// <summary>Answers as told and keeps what it was asked.</summary>
internal sealed class TestBackend : IKieBackend
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

    public ValueTask<bool> AcceptsKeyAsync(string? key, CancellationToken cancellationToken) => new(key == Key);

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
