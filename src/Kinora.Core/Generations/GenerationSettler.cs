namespace Kinora.Core.Generations;

/// <summary>The one place where news of a provider task is applied, whether by callback, poll or manual sync.</summary>
public sealed class GenerationSettler
{
    /// <summary>A provider called back. The call is a hint: the provider's record is read before anything is believed.</summary>
    /// <returns>False when the call does not prove that it belongs to one of our attempts.</returns>
    public Task<bool> CalledBackAsync(ProviderCallback callback, CancellationToken cancellationToken) => throw new NotImplementedException();
}

/// <summary>A call from a provider, as its address and body tell it.</summary>
/// <param name="Token">The keyed proof that was part of the callback address.</param>
/// <param name="TaskId">The provider's id, from the body.</param>
public sealed record ProviderCallback(string GenerationId, string AttemptId, string Token, string TaskId);
