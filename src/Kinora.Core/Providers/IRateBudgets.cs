namespace Kinora.Core.Providers;

/// <summary>Who may call a provider when: in this process, or over all nodes.</summary>
internal interface IRateBudgets
{
    /// <summary>Reserves the next free slots of a budget, which nobody else is then given.</summary>
    /// <param name="count">From 1 to the calls of the budget.</param>
    /// <returns>How long from now each slot is away, the nearest first; zero where it is now.</returns>
    Task<IReadOnlyList<TimeSpan>> ReserveAsync(RateBudget budget, int count, CancellationToken cancellationToken);
}
