namespace Kinora.Core.Tests.Generations;

/// <summary>Waits for what another thread is about to do.</summary>
internal static class Soon
{
    /// <summary>Answers as soon as <paramref name="condition"/> holds; fails when it still does not after a time that nothing here takes.</summary>
    public static async Task HoldsAsync(Func<Task<bool>> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        while (!await condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
