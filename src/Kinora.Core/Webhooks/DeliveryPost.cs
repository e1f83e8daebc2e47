using System.Diagnostics;
using System.Globalization;
using Kinora.Core.Fetching;
using Kinora.Core.Storage;
using Kinora.Core.Telemetry;

namespace Kinora.Core.Webhooks;

/// <summary>Posts one delivery once.</summary>
internal sealed class DeliveryPost(GenerationStore generations, GuardedHttp http, IEnumerable<DeliveryForm> forms, TimeProvider time)
{
    /// <summary>How long a receiver may take to answer.</summary>
    public static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(15);

    private const int MostOfBody = 1000;
    private const string Taken = "taken";
    private readonly DeliveryForm[] _forms = [.. forms];

    public async Task<DeliveryOutcome> SendAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var (began, now) = (time.GetTimestamp(), time.GetUtcNow());
        var generation = delivery.GenerationId is { } id ? await generations.FindAsync(id, cancellationToken) : null;
        var form = _forms.FirstOrDefault(one => delivery.Surface.StartsWith(one.Surface, StringComparison.Ordinal));
        if (form is null || (generation is null && delivery.GenerationId is not null)) return new(delivery, Tried("There is nothing to tell."), Again: null);
        using var span = generation is null ? null : TraceContext.Begin("delivery post", generation, ActivityKind.Client);
        span?.SetTag("server.address", FetchRules.Host(delivery.Url));
        try
        {
            using var request = await form.WriteAsync(delivery, delivery.Tell(generation), cancellationToken);
            if (request is null) return DeliveryOutcome.Of(delivery, Tried("It cannot be signed, because its secret cannot be read any more. Exchange the secret."), asked: null);
            var answer = await http.SendAsync(request, AnswerWithin, MostOfBody, cancellationToken);
            span?.SetTag("http.response.status_code", answer.Status);
            var taken = answer.Status is >= 200 and <= 299;
            if (!taken) span?.SetStatus(ActivityStatusCode.Error);
            var words = taken ? Taken : string.Create(CultureInfo.InvariantCulture, $"It was answered with status {answer.Status}.");
            return DeliveryOutcome.Of(delivery, Tried(words) with { Status = answer.Status, Body = answer.Body }, answer.RetryAfter);
        }
        catch (FetchException fault)
        {
            span?.Fail(fault);
            return DeliveryOutcome.Of(delivery, Tried(fault.Message), asked: null);
        }

        DeliveryTry Tried(string answer) => new(now, Status: null, (int)time.GetElapsedTime(began).TotalMilliseconds, answer, Body: null);
    }
}
