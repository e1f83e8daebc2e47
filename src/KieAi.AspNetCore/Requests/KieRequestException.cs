namespace KieAi.AspNetCore;

/// <summary>The caller's request cannot be taken; becomes an envelope with this code and text.</summary>
internal sealed class KieRequestException(int code, string message) : Exception(message)
{
    public int Code => code;

    /// <summary>KIE's words for a value that it does not take.</summary>
    public static KieRequestException OutOfRange(string field, int code = 422) => new(code, $"{field} is not within the range of allowed options");

    public static KieRequestException Missing(string field, int code = 422) => new(code, $"{field} is required");
}
