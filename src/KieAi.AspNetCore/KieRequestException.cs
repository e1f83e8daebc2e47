namespace KieAi.AspNetCore;

/// <summary>The caller's request cannot be taken; becomes an envelope with this code and text.</summary>
internal sealed class KieRequestException(int code, string message) : Exception(message)
{
    public int Code => code;
}
