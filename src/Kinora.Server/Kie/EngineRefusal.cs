using KieAi.AspNetCore;
using Kinora.Client;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Sandbox;
using Kinora.Sandbox.Faults;
using Kinora.Server.Endpoints;

namespace Kinora.Server.Kie;

/// <summary>Tells what came of a request in KIE's codes and words, and in Kinora's where KIE has none.</summary>
internal static class EngineRefusal
{
    private const string Parameters = "parameters.";

    /// <param name="variant">In whose fields the request was made.</param>
    public static KieReply<string> Of(AcceptResult result, ModelVariant variant, string? mode) => result switch
    {
        AcceptResult.Accepted { Items: [var item, ..] } => KieReply.Success(item.Generation.Id),
        AcceptResult.Invalid { Faults: [var fault, ..] } => Of(fault, variant, mode),
        AcceptResult.InsufficientCredits => WireRefusal.NoCredits,
        AcceptResult.KeyCapReached or AcceptResult.DayIsFull => Told(Acceptance.Refusal(result).Value),
        AcceptResult.ModelDown => KieReply.Refused<string>(455, CodeWords.Refused(455)),
        _ => throw new InvalidOperationException($"{result.GetType().Name} has no answer."),
    };

    private static KieReply<string> Told(Problem problem) => KieReply.Refused<string>(KieError.Code(problem), problem.Detail ?? "");

    private static KieReply<string> Of(InputFault fault, ModelVariant variant, string? mode) => fault switch
    {
        { Code: "model_paused" } => KieReply.Refused<string>(422, CodeWords.Refused(404)),
        { Field: "source" } => WireRefusal.UnfitSource,
        _ => KieReply.Refused<string>(422, $"{Field(fault.Field, variant, mode)}: {fault.Message}"),
    };

    private static string Field(string field, ModelVariant variant, string? mode) => field.StartsWith(Parameters, StringComparison.Ordinal)
        ? field[Parameters.Length..]
        : ModelCatalog.WireField(variant, mode, field) ?? field;
}
