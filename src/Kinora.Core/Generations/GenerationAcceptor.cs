namespace Kinora.Core.Generations;

/// <summary>Takes requests in: validates, quotes, brings media home, holds the credits, commits.</summary>
public sealed class GenerationAcceptor
{
    /// <summary>Answers only after the commit. <paramref name="idempotencyKey"/> is the caller's, at most 200 characters.</summary>
    public Task<AcceptResult> AcceptAsync(string accountId, GenerationInput input, string? idempotencyKey, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
