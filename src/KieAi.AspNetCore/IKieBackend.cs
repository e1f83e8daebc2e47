namespace KieAi.AspNetCore;

/// <summary>What answers the KIE.ai API behind <c>MapKieApi</c>: the sandbox, or Kinora itself.</summary>
/// <remarks>Called concurrently. A refusal is a <see cref="KieReply{T}"/> with a code other than 200; an exception becomes code 500.</remarks>
public interface IKieBackend
{
    /// <summary>Whether this bearer key (null: none sent) may use the API; otherwise the caller gets KIE's 401 envelope.</summary>
    ValueTask<bool> AcceptsKeyAsync(string? key, CancellationToken cancellationToken);

    /// <summary>Creates a jobs task and answers its id. The task is durable before this completes.</summary>
    Task<KieReply<string>> CreateTaskAsync(KieCreateTaskRequest request, CancellationToken cancellationToken);

    /// <summary>Reads a jobs task.</summary>
    Task<KieReply<KieTask>> FindTaskAsync(string taskId, CancellationToken cancellationToken);

    /// <summary>Creates a Veo task and answers its id.</summary>
    Task<KieReply<string>> GenerateVeoAsync(KieVeoRequest request, CancellationToken cancellationToken);

    /// <summary>Reads a Veo task.</summary>
    Task<KieReply<KieVeoTask>> FindVeoTaskAsync(string taskId, CancellationToken cancellationToken);

    /// <summary>Creates a task on Runway's own endpoint and answers its id.</summary>
    Task<KieReply<string>> GenerateRunwayAsync(KieRunwayRequest request, CancellationToken cancellationToken);

    /// <summary>Creates a task that continues a finished Runway task, and answers its id.</summary>
    Task<KieReply<string>> ExtendRunwayAsync(KieRunwayExtendRequest request, CancellationToken cancellationToken);

    /// <summary>Reads a Runway task, an extension too.</summary>
    Task<KieReply<KieRunwayTask>> FindRunwayTaskAsync(string taskId, CancellationToken cancellationToken);

    /// <summary>Creates a task on Aleph's own endpoint and answers its id.</summary>
    Task<KieReply<string>> GenerateAlephAsync(KieAlephRequest request, CancellationToken cancellationToken);

    /// <summary>Reads an Aleph task.</summary>
    Task<KieReply<KieAlephTask>> FindAlephTaskAsync(string taskId, CancellationToken cancellationToken);

    /// <summary>Creates a Luma Modify task and answers its id.</summary>
    Task<KieReply<string>> GenerateModifyAsync(KieModifyRequest request, CancellationToken cancellationToken);

    /// <summary>Reads a Luma Modify task.</summary>
    Task<KieReply<KieModifyTask>> FindModifyTaskAsync(string taskId, CancellationToken cancellationToken);

    /// <summary>The account's balance in KIE credits.</summary>
    Task<KieReply<decimal>> CreditAsync(CancellationToken cancellationToken);

    /// <summary>Stores an uploaded file; <paramref name="content"/> is read to its end, once.</summary>
    Task<KieReply<KieUploadedFile>> UploadAsync(string path, string fileName, string? contentType, Stream content, CancellationToken cancellationToken);
}

/// <summary>An answer in KIE's envelope: <paramref name="Code"/> 200 with a value, or a refusal with KIE's code and text.</summary>
public readonly record struct KieReply<T>(int Code, string Message, T? Value)
{
    /// <summary>Whether the call was granted.</summary>
    public bool IsSuccess => Code == 200;
}

/// <summary>Makes replies without naming their type twice.</summary>
public static class KieReply
{
    /// <summary>Code 200, <c>success</c>.</summary>
    public static KieReply<T> Success<T>(T value) => new(200, "success", value);

    /// <summary>A refusal with one of the codes of kie-api 1.1.</summary>
    public static KieReply<T> Refused<T>(int code, string message) => new(code, message, default);
}
