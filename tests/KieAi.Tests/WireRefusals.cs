namespace KieAi.Tests;

/// <summary>What each literal refusal means: what it left behind, whether the same call may be made again, whether it is about what the user asked.</summary>
internal static class WireRefusals
{
    private static readonly (KieOutcome, bool, bool) Refused = (KieOutcome.Refused, false, false);
    private static readonly (KieOutcome, bool, bool) ByUser = (KieOutcome.Refused, false, true);
    private static readonly (KieOutcome, bool, bool) Later = (KieOutcome.Refused, true, false);

    public static IReadOnlyDictionary<string, (KieOutcome, bool, bool)> ByFile { get; } = new Dictionary<string, (KieOutcome, bool, bool)>
    {
        ["jobs/create.unknown-model.refusal.json"] = Refused,
        ["jobs/create.enum.refusal.json"] = ByUser,
        ["jobs/create.required.refusal.json"] = ByUser,
        ["jobs/create.balance.refusal.json"] = Refused,
        ["jobs/create.paused.refusal.json"] = Refused,
        ["jobs/create.key.refusal.json"] = Refused,
        ["jobs/create.unexplained.refusal.json"] = (KieOutcome.Unknown, false, false),
        ["jobs/record.parameter.refusal.json"] = Refused,
        ["jobs/record.key.refusal.json"] = Refused,
        ["jobs/record.unknown.refusal.json"] = Refused,
        ["jobs/record.null.refusal.json"] = Refused,
        ["jobs/record.rate.refusal.json"] = Later,
        ["veo/generate.reference.refusal.json"] = ByUser,
        ["veo/generate.flow.refusal.json"] = ByUser,
        ["veo/record.null.refusal.json"] = Refused,
        ["veo/record.status.refusal.json"] = Refused,
        ["common/download-url.foreign.refusal.json"] = Refused,
        ["models/schema.unknown.refusal.json"] = Refused,
        ["models/schema.rate.refusal.json"] = Later,
        ["models/price.unknown.refusal.json"] = Refused,
        ["models/success-rate.unknown.refusal.json"] = Refused,
        ["files/base64.path.refusal.json"] = Refused,
        ["files/base64.base64.refusal.json"] = Refused,
        ["files/base64.key.refusal.json"] = Refused,
        ["files/base64.server.refusal.json"] = Later,
        ["files/stream.path.refusal.json"] = Refused,
        ["files/stream.verb.refusal.json"] = Refused,
        ["files/url.path.refusal.json"] = Refused,
    };
}
