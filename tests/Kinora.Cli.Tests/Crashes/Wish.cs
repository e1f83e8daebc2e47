namespace Kinora.Cli.Tests.Crashes;

/// <summary>What a client wants, and what it has been told so far.</summary>
internal sealed class Wish(string name, Errand errand)
{
    public Errand Errand => errand;

    /// <summary>One of its own, by which the provider's tasks are told apart; it is the idempotency key too.</summary>
    public string Prompt { get; } = errand is Errand.LoseAnswer ? $"{name} [[lost-answer]] [[no-callback]]" : name;
    public string? Asset { get; set; }
    public string? Group { get; set; }
    public string? Id { get; set; }
}
