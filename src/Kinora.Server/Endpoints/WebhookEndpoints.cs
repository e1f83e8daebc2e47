using System.ComponentModel;
using KieAi;
using Kinora.Core.Callbacks;
using Kinora.Core.Providers.Replicate;
using Kinora.Core.Webhooks;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Kinora.Server.Endpoints;

internal static class WebhookEndpoints
{
    /// <summary>The headers that are kept of a callback.</summary>
    private static readonly string[] Told =
    [
        "Content-Type", "User-Agent", "X-Forwarded-For", KieSignature.TimestampHeader, KieSignature.SignatureHeader,
        StandardWebhooks.IdHeader, StandardWebhooks.TimestampHeader, StandardWebhooks.SignatureHeader,
    ];

    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/webhooks").WithTags("Provider callbacks").AllowAnonymous().WithMetadata(new RateLimits.Unlimited()).ProducesProblems(400, 401, 413);
        group.MapPost("/kie", KieAsync).WithName("receiveKieCallback").WithSummary("Receive KIE.ai's report that a market task has ended");
        group.MapPost("/veo", VeoAsync).WithName("receiveVeoCallback").WithSummary("Receive KIE.ai's report that a Veo task has ended");
        group.MapPost("/replicate", ReplicateAsync).WithName("receiveReplicateCallback").WithSummary("Receive Replicate's report that a prediction has ended");
    }

    private static Task<Results<Ok<CallbackReceipt>, ProblemResult>> KieAsync(
        [AsParameters] CallbackQuery query, HttpRequest request, KinoraOptions options, CallbackProof proof, CallbackInbox inbox, CancellationToken cancellationToken) =>
        ReceiveKieAsync(query, request, options.Kie.CallbackSecret, proof, inbox, cancellationToken);

    private static Task<Results<Ok<CallbackReceipt>, ProblemResult>> VeoAsync(
        [AsParameters] CallbackQuery query, HttpRequest request, KinoraOptions options, CallbackProof proof, CallbackInbox inbox, CancellationToken cancellationToken) =>
        ReceiveKieAsync(query, request, options.Kie.VeoSecret, proof, inbox, cancellationToken);

    private static async Task<Results<Ok<CallbackReceipt>, ProblemResult>> ReceiveKieAsync(
        CallbackQuery query, HttpRequest request, string? secret, CallbackProof proof, CallbackInbox inbox, CancellationToken cancellationToken)
    {
        var body = await ReadAsync(request, cancellationToken);
        var taskId = KieCallback.Read(body)?.TaskId;
        return await ReceiveAsync(query, request, body, taskId, taskId is not null && proof.Holds(request, query.Secret, secret, taskId), secret, inbox);
    }

    private static async Task<Results<Ok<CallbackReceipt>, ProblemResult>> ReplicateAsync(
        [AsParameters] CallbackQuery query, [FromQuery, Description("The provider account that the task runs at")] string? account,
        HttpRequest request, CallbackProof proof, CallbackInbox inbox,
        CancellationToken cancellationToken)
    {
        var body = await ReadAsync(request, cancellationToken);
        return await ReceiveAsync(query, request, body, ReplicateCallback.TaskId(body), proof.HoldsForReplicate(request, account, body.Span), null, inbox);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static async Task<Results<Ok<CallbackReceipt>, ProblemResult>> ReceiveAsync(
        CallbackQuery query, HttpRequest request, ReadOnlyMemory<byte> body, string? taskId, bool carriesSecrets, string? secret, CallbackInbox inbox)
    {
        // A provider that hangs up has called all the same.
        var outcome = await inbox.ReceiveAsync(
            new()
            {
                Path = request.Path,
                From = request.HttpContext.Connection.RemoteIpAddress?.ToString() ?? "",
                Headers = Told.Where(request.Headers.ContainsKey).ToDictionary(name => name, name => request.Headers[name].ToString()),
                Body = body,
                GenerationId = query.Generation,
                AttemptId = query.Attempt,
                Token = query.Token,
                TaskId = taskId,
                CarriesSecrets = carriesSecrets,
                Secrets = [.. new[] { query.Token, query.Secret, secret }.OfType<string>().Where(text => text.Length > 0)],
            },
            CancellationToken.None);
        return outcome switch
        {
            CallbackOutcome.Unreadable => ProblemResult.Of(400, ProblemCodes.InvalidJson, "The body names no task."),
            CallbackOutcome.Forged => ProblemResult.Of(401, ProblemCodes.Unauthorized, "The callback does not prove where it comes from."),
            _ => TypedResults.Ok(new CallbackReceipt(200, "received")),
        };
    }
}

/// <summary>The query of the address that was given to the provider.</summary>
internal sealed record CallbackQuery
{
    [FromQuery(Name = "generation"), Description("The generation that the task was for")]
    public string? Generation { get; init; }

    [FromQuery(Name = "attempt"), Description("Which submission of it")]
    public string? Attempt { get; init; }

    [FromQuery(Name = "token"), Description("Proves that the address was given by this server")]
    public string? Token { get; init; }

    [FromQuery(Name = "secret"), Description("The secret of the provider account, where one is set")]
    public string? Secret { get; init; }
}

/// <summary>What KIE expects to hear; to others the status is enough.</summary>
internal sealed record CallbackReceipt(int Code, string Msg);
