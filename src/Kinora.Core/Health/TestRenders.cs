using Kinora.Core.Accounts;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;

namespace Kinora.Core.Health;

/// <summary>Asks for real videos, to see whether models make them. They are generations as any other: they cost what they cost, and breakers learn from them.</summary>
public sealed class TestRenders(ModelCatalog catalog, GenerationAcceptor acceptor)
{
    private readonly Lazy<IReadOnlyList<GenerationInput>> _forms = new(() =>
        [.. catalog.Models.Where(model => !model.Hidden).Select(model => CheapestForm.Of(catalog, model)).OfType<GenerationInput>()]);

    /// <summary>Asks for the cheapest video of a model.</summary>
    /// <returns>Null where it makes none of words alone.</returns>
    public async Task<AcceptResult?> AskAsync(Requester by, ModelDefinition model, CancellationToken cancellationToken) =>
        CheapestForm.Of(catalog, model) is { } form ? await acceptor.AcceptAsync(by, form, idempotencyKey: null, origin: null, cancellationToken) : null;

    /// <summary>Asks for the one that is due: so many a day, spread over it, each of the next model. It is asked for once, whoever and how often this is called.</summary>
    internal async Task AskDueAsync(string accountId, int perDay, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var turn = (long)Math.Floor(now.ToUnixTimeSeconds() / 86_400m * perDay);
        if (_forms.Value.Count == 0) return;
        await acceptor.AcceptAsync(new(accountId), _forms.Value[(int)(turn % _forms.Value.Count)], $"probe-{perDay}-{turn}", origin: null, cancellationToken);
    }
}
