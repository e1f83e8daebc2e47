using Kinora.Core.Catalog;

namespace Kinora.Core.Enhancement;

/// <summary>What came of the wish for a better prompt.</summary>
public abstract record EnhanceResult
{
    private EnhanceResult() { }

    /// <summary>The better prompt, within the model's limit.</summary>
    public sealed record Enhanced(string Prompt) : EnhanceResult;

    /// <summary>The wish has faults; nobody was asked.</summary>
    public sealed record Invalid(IReadOnlyList<InputFault> Faults) : EnhanceResult;

    /// <summary>The chat API cannot be reached, is too slow or busy now: another try may pass.</summary>
    /// <param name="Reason">A sentence for the caller.</param>
    /// <param name="RetryAfter">How long it asks to wait, at most an hour; null where it does not say.</param>
    public sealed record Away(string Reason, TimeSpan? RetryAfter) : EnhanceResult;

    /// <summary>The chat API refused, or what it answered is of no use.</summary>
    /// <param name="Reason">A sentence for the caller.</param>
    public sealed record Useless(string Reason) : EnhanceResult;
}
