namespace Kinora.Server.Problems;

/// <summary>The stable codes of error answers, and the status and title that each has.</summary>
internal static class ProblemCodes
{
    public const string InvalidJson = "invalid_json";
    public const string InvalidInput = "invalid_input";
    public const string UnknownModel = "unknown_model";
    public const string ModelDown = "model_down";
    public const string InsufficientCredits = "insufficient_credits";
    public const string AboveMaxCredits = "above_max_credits";
    public const string IdempotencyConflict = "idempotency_conflict";
    public const string Unauthorized = "unauthorized";
    public const string InvalidSignIn = "invalid_sign_in";
    public const string ProofNeeded = "proof_needed";
    public const string Forbidden = "forbidden";
    public const string ScopeNeeded = "scope_needed";
    public const string AddressNotAllowed = "address_not_allowed";
    public const string KeyLimited = "key_limited";
    public const string KeyCapReached = "key_cap_reached";
    public const string DailyLimit = "daily_limit";
    public const string CrossSite = "cross_site";
    public const string NotFound = "not_found";
    public const string MethodNotAllowed = "method_not_allowed";
    public const string Conflict = "conflict";
    public const string NotReady = "not_ready";
    public const string Expired = "expired";
    public const string NotCancelable = "not_cancelable";
    public const string TooLarge = "too_large";
    public const string UnsupportedMedia = "unsupported_media";
    public const string TooManyRequests = "too_many_requests";
    public const string EnhanceUnavailable = "enhance_unavailable";
    public const string StorageUnavailable = "storage_unavailable";
    public const string Unready = "unready";
    public const string Internal = "internal";

    /// <summary>The code of an error that the framework answered with a bare status.</summary>
    public static string ForStatus(int status) => status switch
    {
        401 => Unauthorized,
        403 => Forbidden,
        404 => NotFound,
        405 => MethodNotAllowed,
        413 => TooLarge,
        415 => UnsupportedMedia,
        429 => TooManyRequests,
        >= 500 => Internal,
        _ => InvalidInput,
    };

    public static string Title(string code) => code switch
    {
        InvalidJson => "The body is not valid JSON",
        InvalidInput => "The request has faults",
        UnknownModel => "There is no such model",
        ModelDown => "Nobody makes the model now",
        "model_paused" => "The model cannot be used now",
        InsufficientCredits => "The credits do not suffice",
        AboveMaxCredits => "It costs more than was allowed",
        IdempotencyConflict => "The idempotency key was used for another request",
        Unauthorized => "Credentials are needed",
        InvalidSignIn => "The sign-in did not succeed",
        ProofNeeded => "The password before is needed",
        Forbidden => "That is for administrators",
        ScopeNeeded => "The key may not do that",
        AddressNotAllowed => "The key may not be used from here",
        KeyLimited => "A key with limits may not do that",
        KeyCapReached => "The key may not spend as much",
        DailyLimit => "The account may make no more today",
        CrossSite => "The request came from another site",
        NotFound => "There is nothing here",
        MethodNotAllowed => "The method does not fit",
        Conflict => "It cannot be done as things stand",
        NotReady => "There is no result yet",
        Expired => "Its files are no longer kept",
        NotCancelable => "It can no longer be withdrawn",
        TooLarge => "The body is too large",
        UnsupportedMedia => "The content type does not fit",
        TooManyRequests => "Too many requests",
        EnhanceUnavailable => "The prompt cannot be enhanced now",
        StorageUnavailable => "The storage cannot be used",
        Unready => "The server takes no requests now",
        _ => "Something went wrong on this server",
    };
}
