using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace KieAi;

/// <summary>
/// Typed client of the KIE.ai video API. Holds no state beside its key and its limits; may be used concurrently. The limits are its own, so
/// have one client for each account.
/// </summary>
/// <remarks>
/// <para>
/// Every call is sent at most once, so the <see cref="HttpClient"/> must not have a handler that resends. A call that fails throws
/// <see cref="KieException"/>; one that the caller cancels throws <see cref="OperationCanceledException"/>, and if it created something, its
/// outcome is unknown. While a call waits for its limit, nothing has been sent.
/// </para>
/// <para>
/// The calls that create something new each time, and whose outcome may therefore be unknown: <see cref="CreateTaskAsync"/>, all
/// <c>Generate…</c> and <c>Extend…</c> calls, <see cref="CreateAssetAsync"/>, <see cref="CreateOmniAudioAsync"/> and
/// <see cref="CreateOmniCharacterAsync"/>. <see cref="GetVeo4kAsync"/> starts work that KIE may charge, but as far as is known only once for
/// each task and index, so it may always be asked again; the outcome of a lost one is unknown all the same. All other calls make nothing
/// that costs.
/// </para>
/// </remarks>
public sealed partial class KieClient
{
    private readonly KieCaller _caller;
    private readonly TimeProvider _time;
    private readonly string _api;
    private readonly string _upload;

    /// <param name="http">Not disposed. Its <see cref="HttpClient.BaseAddress"/> is not used.</param>
    /// <param name="options">Read once.</param>
    /// <param name="time">For limits, timeouts and waits. Default <see cref="TimeProvider.System"/>.</param>
    /// <exception cref="ArgumentException">The options are not usable; the message says what to change and does not repeat the key.</exception>
    public KieClient(HttpClient http, KieClientOptions options, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(options);
        if (string.Join(" ", options.Faults()) is { Length: > 0 } faults) throw new ArgumentException(faults, nameof(options));
        _time = time ?? TimeProvider.System;
        _api = Root(options.BaseUrl);
        _upload = Root(options.UploadBaseUrl);
        _caller = new KieCaller(http, options, _time);
    }

    /// <summary>The account's balance in KIE credits.</summary>
    public Task<decimal> GetCreditAsync(CancellationToken cancellationToken = default)
    {
        return _caller.CallAsync(Api("account.credit", KieCallKind.Other, "/api/v1/chat/credit"), null, Credit, cancellationToken);

        static decimal Credit(KieAnswer answer) =>
            KieJson.Decimal(answer.Envelope, "data") ?? throw answer.Misshapen("KIE.ai answered without a balance.");
    }

    private KieCall Api(string name, KieCallKind kind, string path) => new(name, kind, _api + path);

    private async Task<string> CreateAsync<T>(string name, string path, T request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var call = Api(name, KieCallKind.Creation, path);
        using var content = Json(request, type);
        return await _caller.CallAsync(call, content, answer => call.TaskId = TaskId(answer), cancellationToken).ConfigureAwait(false);
    }

    private async Task<T> FindAsync<T>(
        string name, string path, string taskId, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(taskId);
        var call = Api(name, KieCallKind.Read, $"{path}?taskId={Uri.EscapeDataString(taskId)}") with { TaskId = taskId };
        return await _caller.CallAsync(call, null, answer => Read(answer, type), cancellationToken).ConfigureAwait(false);
    }

    private async Task<TAnswer> PostAsync<TRequest, TAnswer>(
        KieCall call, TRequest request, JsonTypeInfo<TRequest> type, Func<KieAnswer, TAnswer> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var content = Json(request, type);
        return await _caller.CallAsync(call, content, read, cancellationToken).ConfigureAwait(false);
    }

    private static ByteArrayContent Json<T>(T request, JsonTypeInfo<T> type) =>
        new(JsonSerializer.SerializeToUtf8Bytes(request, type)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private static string TaskId(KieAnswer answer)
    {
        try
        {
            return KieJson.TaskId(answer.Envelope) ?? throw answer.Misshapen("KIE.ai accepted the task without telling its id.");
        }
        catch (InvalidOperationException e)
        {
            throw answer.Misshapen("KIE.ai accepted the task and told an id that is no text.", e);
        }
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

    private static string Root(Uri address) => address.GetLeftPart(UriPartial.Path).TrimEnd('/');
}
