using System.Diagnostics;
using System.Globalization;
using Kinora.Core.Fetching;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Webhooks;

/// <summary>Posts what is due. A receiver may hear the same thing twice, when a node dies before it has noted an answer, but never nothing.</summary>
internal sealed partial class DeliverySender(
    DeliveryStore deliveries, GenerationStore generations, GuardedHttp http, IEnumerable<DeliveryForm> forms, TimeProvider time, ILogger<DeliverySender> logger)
{
    private const int AtOnce = 16;
    private const string Taken = "taken";
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(15);

    /// <summary>Longer than a try.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private readonly DeliveryForm[] _forms = [.. forms];

    /// <summary>Tries each delivery that is due once.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // A look that writes nothing, as it mostly finds nothing.
        while (await deliveries.IsAnyDueAsync(cancellationToken))
        {
            var claimed = await deliveries.ClaimAsync(Lease, AtOnce, cancellationToken);
            await Task.WhenAll(claimed.Select(delivery => DeliverAsync(delivery, cancellationToken)));
        }
    }

    private async Task DeliverAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var (answer, again) = await PostAsync(delivery, cancellationToken);
        KinoraTelemetry.Posted(answer is Taken ? "taken" : again is null ? "given_up" : "later");
        await deliveries.NoteAsync(delivery, answer, again, cancellationToken);
        if (again is null && answer is not Taken) LogGivenUp(delivery.GenerationId, FetchRules.Host(delivery.Url), answer);
    }

    private async Task<(string Answer, TimeSpan? Again)> PostAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var form = _forms.FirstOrDefault(one => delivery.Surface.StartsWith(one.Surface, StringComparison.Ordinal));
        if (form is null || await generations.FindAsync(delivery.GenerationId, cancellationToken) is not { } generation)
            return ("There is nothing to tell.", null);
        using var work = GenerationWork.Begin(logger, "delivery post", generation, ActivityKind.Client);
        work.Span?.SetTag("server.address", FetchRules.Host(delivery.Url));
        TimeSpan? asked = null;
        string answer;
        try
        {
            using var request = await form.WriteAsync(delivery, generation, cancellationToken);
            using var response = await http.SendAsync(request, AnswerWithin, cancellationToken);
            var status = (int)response.StatusCode;
            work.Span?.SetTag("http.response.status_code", status);
            if (status is >= 200 and <= 299) return (Taken, null);
            work.Span?.SetStatus(ActivityStatusCode.Error);
            answer = string.Create(CultureInfo.InvariantCulture, $"It was answered with status {status}.");
            if (status is 410) return (answer, null);
            asked = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - time.GetUtcNow() : null;
        }
        catch (FetchException fault)
        {
            work.Span?.Fail(fault);
            answer = fault.Message;
        }

        return (answer, DeliverySchedule.After(delivery.Tries + 1, asked, Jitter(delivery)));
    }

    // Of the id, whose end is random: no two deliveries have the same.
    private static double Jitter(Delivery delivery) =>
        int.TryParse(delivery.GenerationId.AsSpan(Math.Max(0, delivery.GenerationId.Length - 3)), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var drawn)
            ? drawn / 4096.0
            : 0;

    [LoggerMessage(321, LogLevel.Warning, "The callback about {GenerationId} to {Host} is given up: {Answer}")]
    private partial void LogGivenUp(string generationId, string host, string answer);
}
