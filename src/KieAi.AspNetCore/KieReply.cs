namespace KieAi.AspNetCore;

/// <summary>An answer in KIE's envelope: <paramref name="Code"/> 200 with a value, or a refusal with KIE's code and text.</summary>
public readonly record struct KieReply<T>(int Code, string Message, T? Value)
{
    /// <summary>Whether the call was granted.</summary>
    public bool IsSuccess => Code == 200;

    /// <summary>The same answer about something else.</summary>
    internal KieReply<TOther> Map<TOther>(Func<T, TOther> map) => new(Code, Message, Value is { } value && IsSuccess ? map(value) : default);
}

/// <summary>Makes replies without naming their type twice.</summary>
public static class KieReply
{
    /// <summary>Code 200, <c>success</c>.</summary>
    public static KieReply<T> Success<T>(T value) => new(200, "success", value);

    /// <summary>A refusal with one of the codes of kie-api 1.1.</summary>
    public static KieReply<T> Refused<T>(int code, string message) => new(code, message, default);
}
