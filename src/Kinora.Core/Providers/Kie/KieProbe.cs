using System.Globalization;
using System.Text.Json.Nodes;
using KieAi;

namespace Kinora.Core.Providers.Kie;

/// <summary>Reads from what KIE says to a request whether its model is there.</summary>
/// <remarks>KIE looks at the model first and at the fields then, so that a request that lacks its fields tells, and makes nothing.</remarks>
internal static class KieProbe
{
    private const int CreditsSpent = 402, KeySpent = 433, Maintenance = 455, SwitchedOff = 505;

    private static readonly string[] Absent = ["model name you specified is not supported", "page does not exist", "is not published"];
    private static readonly string[] Resting = ["temporarily paused", "undergoing maintenance"];
    private static readonly string[] Poor = ["credits insufficient", "balance isn't enough"];

    /// <summary>What a refusal says about the model, or about why nobody knows.</summary>
    public static ProbeReading Read(KieException fault) => fault switch
    {
        { HttpStatus: null } => ProbeReading.Unreachable,
        _ when Says(fault, Absent) => ProbeReading.NotPublished,
        _ when Says(fault, Resting) => ProbeReading.Paused,
        _ when Says(fault, Poor) => ProbeReading.OutOfCredits,
        _ => (fault.Code ?? (int)fault.HttpStatus) switch
        {
            401 => ProbeReading.Unauthorized,
            CreditsSpent or KeySpent => ProbeReading.OutOfCredits,
            404 => ProbeReading.NotPublished,
            Maintenance or SwitchedOff => ProbeReading.Paused,
            _ => fault.IsUserFault ? ProbeReading.Works : ProbeReading.Unclear,
        },
    };

    /// <summary>What a submission was refused for, where that is the model.</summary>
    public static ProbeReading? OfModel(KieException fault) => Read(fault) is (ProbeReading.NotPublished or ProbeReading.Paused) and var reading ? reading : null;

    /// <summary>The probe as text.</summary>
    public static string Request(KieEndpoint endpoint, ProviderSubmission asked) => $"POST {endpoint.Path} {Body(asked).ToJsonString()}";

    public static ProviderProbe Of(KieException fault, string request) => new(Read(fault), fault.Message)
    {
        Request = request,
        Answer = fault.RawBody,
        Status = (int?)fault.HttpStatus,
        Code = fault.Code?.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>KIE's own figures, where it must not be asked for the model itself.</summary>
    public static ProviderProbe Of(KieModelSuccessRate rate, string request)
    {
        var last = rate.Points.Count == 0 ? null : rate.Points[^1];
        var share = last?.SuccessRate?.ToString(CultureInfo.InvariantCulture) ?? "?";
        var told = FormattableString.Invariant($"KIE.ai lists it, with a success rate of {share} % in the last ten minutes.");
        return new(last is { IsNormal: true } ? ProbeReading.Works : ProbeReading.Unclear, told)
        {
            Request = request, Answer = told, Status = 200, Code = "200", CannotTell = last is not { IsNormal: true },
        };
    }

    private static JsonObject Body(ProviderSubmission asked) => asked.Endpoint switch
    {
        "jobs" => new() { ["model"] = asked.Model, ["input"] = new JsonObject() },
        "veo" => new() { ["model"] = asked.Model },
        _ => [],
    };

    private static bool Says(KieException fault, string[] words) => Array.Exists(words, word => fault.Message.Contains(word, StringComparison.OrdinalIgnoreCase));
}
