using KieAi;
using KieAi.AspNetCore;
using Kinora.Core.Catalog;
using Kinora.Sandbox.Faults;
using Kinora.Sandbox.Tasks;

namespace Kinora.Sandbox;

/// <summary>KIE's words for what it does not take, as observed on the live service.</summary>
internal static class WireRefusal
{
    public static KieReply<T> TooManyCalls<T>() => KieReply.Refused<T>(429, CodeWords.Refused(429));

    public static KieReply<string> UnknownModel { get; } = KieReply.Refused<string>(
        422, "The model name you specified is not supported. Please verify your input and use one of the supported models provided by KIE.");

    public static KieReply<string> NoCredits { get; } = KieReply.Refused<string>(402, CodeWords.Refused(402));

    public static KieReply<string> BadCallback { get; } = OutOfRange("callBackUrl");

    /// <summary>A task to be continued or enlarged that does not exist.</summary>
    public static KieReply<string> NoSource { get; } = KieReply.Refused<string>(422, "record is null");

    /// <summary>A task to be continued or enlarged that has no video, or not yet.</summary>
    public static KieReply<string> UnfinishedSource { get; } = KieReply.Refused<string>(422, "record status is not success");

    /// <summary>A task to be continued or enlarged whose video is gone.</summary>
    public static KieReply<string> ExpiredSource { get; } = Expired<string>();

    /// <summary>A Veo video that was raised to 1080p, which KIE does not extend.</summary>
    public static KieReply<string> RaisedSource { get; } = KieReply.Refused<string>(422, "A video that was upgraded to 1080P cannot be extended");

    /// <summary>A take of a model that this one does not continue.</summary>
    public static KieReply<string> UnfitSource { get; } = KieReply.Refused<string>(422, "The task was made by a model that cannot be continued by this one");

    /// <summary>The 1080p version of a Veo video, while it is made, and when it cannot be.</summary>
    public static KieReply<KieVeo1080p> FullHdIsMade { get; } =
        KieReply.Refused<KieVeo1080p>(400, "1080P is processing. It should be ready in 1-2 minutes. Please check back shortly.");

    public static KieReply<KieVeo1080p> NoFullHd { get; } =
        KieReply.Refused<KieVeo1080p>(500, "The 1080P version of this video is unavailable. Please try a different video.");

    /// <summary>The 4K version of a Veo video, while it is made, and when it cannot be.</summary>
    public static KieReply<KieVeo4k> UltraHdIsMade { get; } = KieReply.Refused<KieVeo4k>(422, "4k is processing");

    public static KieReply<KieVeo4k> NoUltraHd { get; } =
        KieReply.Refused<KieVeo4k>(500, "The 4K version of this video is unavailable. Please try a different video.");

    public static KieReply<T> Expired<T>() => KieReply.Refused<T>(422, "Only records within 14 days can be queried");

    public static KieReply<T> NoModel<T>() => KieReply.Refused<T>(404, "Model not found");

    public static KieReply<string> Of(WireFault fault, string api) => fault.Kind switch
    {
        WireFaultKind.Required => KieReply.Refused<string>(FaultCode(api), $"{fault.Field} is required"),
        WireFaultKind.TooLong => KieReply.Refused<string>(422, $"{fault.Field} exceeds the maximum length"),
        WireFaultKind.TooMany => KieReply.Refused<string>(422, $"{fault.Field} has too many items"),
        _ => OutOfRange(fault.Field, FaultCode(api)),
    };

    public static KieReply<string> Of(LengthFault fault)
    {
        var range = $"between {fault.Least:0.##} and {fault.Most:0.##} seconds";
        return KieReply.Refused<string>(422, fault.IsSound ? $"Each reference audio must be {range}" : $"{fault.Field} duration must be {range}");
    }

    public static KieReply<string> OutOfRange(string field, int code = 422) =>
        KieReply.Refused<string>(code, $"{field} is not within the range of allowed options");

    // Only the jobs API was seen to refuse fields as if the fault were its own.
    private static int FaultCode(string api) => api is TaskApi.Jobs ? 500 : 422;
}
