namespace Kinora.Sandbox.Faults;

/// <summary>KIE's words for a code, where nothing says more.</summary>
internal static class CodeWords
{
    public static string Refused(int code) => code switch
    {
        401 => "You do not have access permissions",
        402 => "Credits insufficient : Your current balance isn't enough to run this request. Please top up to continue.",
        404 => "The page does not exist or is not published",
        408 => "The upstream service timed out",
        422 => "The request parameters failed validation checks",
        429 => "Rate limit exceeded",
        433 => "The sub-key has reached its spending cap",
        451 => "Failed to fetch an input file",
        455 => "The service is currently undergoing maintenance",
        500 => "Server exception, please try again later or contact customer service",
        501 => "Generation failed",
        505 => "This interface is temporarily paused.",
        _ => "The request was refused",
    };

    public static string Failed(int code) => code switch
    {
        400 => "The content could not be used",
        422 => "The request parameters failed validation checks",
        429 => "the server is busy",
        451 => "Failed to fetch an input file",
        500 => "Internal Error",
        501 => "internal error, please try again later",
        _ => "Generation failed",
    };
}
