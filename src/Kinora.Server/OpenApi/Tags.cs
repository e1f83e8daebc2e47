using Microsoft.OpenApi;

namespace Kinora.Server.OpenApi;

/// <summary>The parts of the API, in the order in which a reader needs them.</summary>
internal static class Tags
{
    private static readonly (string Name, string Description)[] Known =
    [
        ("Generations", "Price a request, have a video made of it, follow it to its end and read the result. This is all that a first integration needs."),
        ("Models", "What can be asked for: every model with its modes, the fields of its request form, its rules and its prices."),
        ("Assets", "Pictures, videos and sounds that requests name. Uploads are kept for as long as something uses them, and for a while after."),
        ("Groups", "Drafts that belong together: a comparison of models, a batch, or a storyboard whose shots continue each other."),
        ("Joins", "Films that are made of several finished videos, with music and fades; they cost no credits."),
        ("Library", "What an account keeps: favorites, tags, collections, the bin, downloads and links for people without a key."),
        ("Events", "Streams of server-sent events in place of polling."),
        ("Webhooks", "Where the server calls when something happens to a generation: endpoints, what they are signed with, what was sent and how it was answered."),
        ("Account", "The caller's credits and ledger, API keys, password and sessions, usage, prompts and preferences."),
        ("Sessions", "How browsers sign in. Programs send an API key instead."),
        ("Administration", "For administrators: accounts and their credits, provider accounts, probes, diagnostics, callbacks, deliveries, prices and reconciliation."),
        ("Operations", "For load balancers and monitoring."),
        ("Provider callbacks", "Where providers report that a task has ended. They are called by providers, with a proof that only they have."),
    ];

    /// <summary>A tag that is not known yet comes last.</summary>
    public static void DescribeTags(this OpenApiDocument document)
    {
        var used = (document.Tags ?? new HashSet<OpenApiTag>()).Select(tag => tag.Name).ToHashSet(StringComparer.Ordinal);
        var known = Known.Where(tag => used.Remove(tag.Name)).Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToArray();
        document.Tags = new HashSet<OpenApiTag>([.. known, .. used.Order(StringComparer.Ordinal).Select(name => new OpenApiTag { Name = name })]);
    }
}
