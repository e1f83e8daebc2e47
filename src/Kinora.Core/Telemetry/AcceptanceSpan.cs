using System.Diagnostics;
using Kinora.Core.Generations;

namespace Kinora.Core.Telemetry;

/// <summary>The span of an acceptance. What comes of a generation later is a child of it.</summary>
internal static class AcceptanceSpan
{
    public static Activity? Begin(string accountId) => KinoraTelemetry.Source.StartActivity("generation accept")?.SetTag("kinora.account.id", accountId);

    /// <summary>Says what came of it.</summary>
    public static AcceptResult Came(this Activity? span, AcceptResult result)
    {
        if (span is not { IsAllDataRequested: true }) return result;
        span.SetTag("kinora.accept.outcome", Word(result));
        if (result is AcceptResult.Accepted { Items: [var only] }) span.Describe(only.Generation);
        else if (result is AcceptResult.Accepted { Items: var items }) span.SetTag("kinora.generation.ids", items.Select(item => item.Generation.Id).ToArray());
        return result;
    }

    private static string Word(AcceptResult result) => result switch
    {
        AcceptResult.Accepted { Replayed: true } => "replayed",
        AcceptResult.Accepted => "accepted",
        AcceptResult.Invalid => "invalid",
        AcceptResult.ModelDown => "model_down",
        AcceptResult.KeyConflict => "key_conflict",
        _ => "credits",
    };
}
