using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace KieAi;

/// <summary>Typed client of the KIE.ai video API. Holds no state beside its key; may be used concurrently.</summary>
/// <remarks>
/// Every call is sent at most once, so the <see cref="HttpClient"/> must not have a handler that resends. <see cref="HttpClient.Timeout"/>
/// bounds the whole call, the reading of the answer included. A call that fails throws <see cref="KieException"/>; one that the caller
/// cancels throws <see cref="OperationCanceledException"/>, and if it was a create call, its outcome is unknown.
/// </remarks>
public sealed class KieClient
{
    private readonly KieCaller _caller;
    private readonly string _api;
    private readonly string _upload;

    /// <exception cref="ArgumentException">An address is not absolute, or the key is empty or not visible ASCII.</exception>
    public KieClient(HttpClient http, KieClientOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        if (string.IsNullOrEmpty(options.ApiKey) || options.ApiKey.Any(c => c is <= ' ' or > '~'))
            throw new ArgumentException("The API key must be visible ASCII without spaces.", nameof(options));
        _api = Root(options.BaseUrl);
        _upload = Root(options.UploadBaseUrl);
        _caller = new KieCaller(http, options.ApiKey, time ?? TimeProvider.System);
    }

    /// <summary>Creates a jobs task and answers its id: accepted, nothing more.</summary>
    public Task<string> CreateTaskAsync(KieCreateTaskRequest request, CancellationToken cancellationToken = default) =>
        CreateAsync("/api/v1/jobs/createTask", request, KieRequestJsonContext.Default.KieCreateTaskRequest, cancellationToken);

    /// <summary>Creates a Veo task and answers its id.</summary>
    public Task<string> GenerateVeoAsync(KieVeoRequest request, CancellationToken cancellationToken = default) =>
        CreateAsync("/api/v1/veo/generate", request, KieRequestJsonContext.Default.KieVeoRequest, cancellationToken);

    /// <summary>Creates a Runway task on Runway's own endpoint and answers its id.</summary>
    public Task<string> GenerateRunwayAsync(KieRunwayRequest request, CancellationToken cancellationToken = default) =>
        CreateAsync("/api/v1/runway/generate", request, KieRequestJsonContext.Default.KieRunwayRequest, cancellationToken);

    /// <summary>Creates a task that continues a finished Runway task, and answers its id; it is read as any Runway task.</summary>
    public Task<string> ExtendRunwayAsync(KieRunwayExtendRequest request, CancellationToken cancellationToken = default) =>
        CreateAsync("/api/v1/runway/extend", request, KieRequestJsonContext.Default.KieRunwayExtendRequest, cancellationToken);

    /// <summary>Creates an Aleph task on Aleph's own endpoint and answers its id.</summary>
    public Task<string> GenerateAlephAsync(KieAlephRequest request, CancellationToken cancellationToken = default) =>
        CreateAsync("/api/v1/aleph/generate", request, KieRequestJsonContext.Default.KieAlephRequest, cancellationToken);

    /// <summary>Creates a Luma Modify task and answers its id.</summary>
    public Task<string> GenerateModifyAsync(KieModifyRequest request, CancellationToken cancellationToken = default) =>
        CreateAsync("/api/v1/modify/generate", request, KieRequestJsonContext.Default.KieModifyRequest, cancellationToken);

    /// <summary>Reads a jobs task. KIE allows 10 reads per second and key; right after creation it may answer 422 <c>recordInfo is null</c>.</summary>
    public Task<KieTask> GetTaskAsync(string taskId, CancellationToken cancellationToken = default) =>
        FindAsync("/api/v1/jobs/recordInfo", taskId, KieJsonContext.Default.KieTask, cancellationToken);

    /// <summary>Reads a Veo task.</summary>
    public Task<KieVeoTask> GetVeoTaskAsync(string taskId, CancellationToken cancellationToken = default) =>
        FindAsync("/api/v1/veo/record-info", taskId, KieJsonContext.Default.KieVeoTask, cancellationToken);

    /// <summary>Reads a Runway task, an extension too.</summary>
    public Task<KieRunwayTask> GetRunwayTaskAsync(string taskId, CancellationToken cancellationToken = default) =>
        FindAsync("/api/v1/runway/record-detail", taskId, KieJsonContext.Default.KieRunwayTask, cancellationToken);

    /// <summary>Reads an Aleph task.</summary>
    public Task<KieAlephTask> GetAlephTaskAsync(string taskId, CancellationToken cancellationToken = default) =>
        FindAsync("/api/v1/aleph/record-info", taskId, KieJsonContext.Default.KieAlephTask, cancellationToken);

    /// <summary>Reads a Luma Modify task.</summary>
    public Task<KieModifyTask> GetModifyTaskAsync(string taskId, CancellationToken cancellationToken = default) =>
        FindAsync("/api/v1/modify/record-info", taskId, KieJsonContext.Default.KieModifyTask, cancellationToken);

    /// <summary>The account's balance in KIE credits.</summary>
    public async Task<decimal> GetCreditAsync(CancellationToken cancellationToken = default)
    {
        var answer = await _caller.CallAsync(HttpMethod.Get, _api + "/api/v1/chat/credit", null, false, cancellationToken).ConfigureAwait(false);
        return decimal.TryParse(KieJson.Text(answer.Envelope, "data"), NumberStyles.Float, CultureInfo.InvariantCulture, out var credit)
            ? credit
            : throw answer.Misshapen("KIE.ai answered without a balance.");
    }

    /// <summary>Uploads a file in a stream, in constant memory. KIE keeps it for 3 days; the same path and name overwrite.</summary>
    /// <param name="content">Read once from where it stands to its end; stays open.</param>
    /// <param name="contentType">A media type, such as <c>image/png</c>.</param>
    /// <param name="uploadPath">A folder, such as <c>images/user</c>.</param>
    public async Task<KieUploadedFile> UploadAsync(
        Stream content, string fileName, string contentType, string uploadPath, CancellationToken cancellationToken = default)
    {
        using var file = new BorrowedStreamContent(content);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        using var path = new StringContent(uploadPath.Trim('/'));
        using var name = new StringContent(fileName);
        // The part is named neutrally: a user's file name has no place in a header, the field carries it. Fields go first, so that the host may stream.
        using var form = new MultipartFormDataContent { { path, "uploadPath" }, { name, "fileName" }, { file, "file", "file" } };
        var answer = await _caller.CallAsync(HttpMethod.Post, _upload + "/api/file-stream-upload", form, false, cancellationToken)
            .ConfigureAwait(false);
        var uploaded = Read(answer, KieJsonContext.Default.KieUploadedFile);
        return string.IsNullOrEmpty(uploaded.DownloadUrl) ? throw answer.Misshapen("KIE.ai answered without a download address.") : uploaded;
    }

    private async Task<string> CreateAsync<T>(string path, T request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(request, type));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var answer = await _caller.CallAsync(HttpMethod.Post, _api + path, content, true, cancellationToken).ConfigureAwait(false);
        try
        {
            return KieJson.TaskId(answer.Envelope) ?? throw answer.Misshapen("KIE.ai accepted the task without telling its id.");
        }
        catch (InvalidOperationException e)
        {
            throw answer.Misshapen("KIE.ai accepted the task and told an id that is no text.", e);
        }
    }

    private async Task<T> FindAsync<T>(string path, string taskId, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        var address = $"{_api}{path}?taskId={Uri.EscapeDataString(taskId)}";
        return Read(await _caller.CallAsync(HttpMethod.Get, address, null, false, cancellationToken).ConfigureAwait(false), type);
    }

    private static T Read<T>(KieAnswer answer, JsonTypeInfo<T> type)
    {
        try
        {
            return answer.Data is { } data && data.Deserialize(type) is { } value ? value : throw answer.Misshapen("KIE.ai answered without data.");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw answer.Misshapen("KIE.ai answered data of another shape than documented.", e);
        }
    }

    private static string Root(Uri address) => address is { IsAbsoluteUri: true, Scheme: "http" or "https" }
        ? address.GetLeftPart(UriPartial.Path).TrimEnd('/')
        : throw new ArgumentException($"{address} is not an absolute http or https address.", nameof(address));
}
