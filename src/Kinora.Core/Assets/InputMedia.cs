using System.Text.Json.Nodes;
using Kinora.Core.Catalog;
using Kinora.Core.Fetching;
using Kinora.Core.Generations;
using Kinora.Core.Storage;

namespace Kinora.Core.Assets;

/// <summary>Makes the media of a request our own before it is accepted: asset ids are looked up, URLs are fetched and stored.</summary>
public sealed class InputMedia(AssetLibrary library, IAssetIndex index)
{
    /// <summary>The plan with nothing but asset ids in it, or the faults of its media.</summary>
    public async Task<(GenerationPlan Plan, IReadOnlyList<InputFault> Faults)> BringHomeAsync(
        string accountId, GenerationPlan plan, CancellationToken cancellationToken)
    {
        var faults = new List<InputFault>();
        var homes = new Dictionary<string, string>();
        foreach (var (field, given) in Given(plan.Input))
        {
            if (homes.ContainsKey(given)) continue;
            try
            {
                homes[given] = await HomeOfAsync(accountId, given, cancellationToken);
            }
            catch (Exception refused) when (refused is AssetRefusedException or FetchException)
            {
                faults.Add(new(field, refused.Message, JsonValue.Create(given[..Math.Min(given.Length, 200)])));
            }
        }

        if (faults.Count > 0 || homes.Count == 0) return (plan, faults);
        var input = plan.Input with
        {
            FirstFrame = Replace(plan.Input.FirstFrame),
            LastFrame = Replace(plan.Input.LastFrame),
            References = [.. plan.Input.References.Select(reference => homes[reference])],
        };
        return (plan with { Input = input, WireInput = WireMedia.Exchange(plan.WireInput, homes) }, faults);

        string? Replace(string? media) => media is null ? null : homes[media];
    }

    /// <summary>The media that a request names, each with its field of the form.</summary>
    public static IEnumerable<(string Field, string Media)> Given(GenerationInput input)
    {
        if (input.FirstFrame is { } first) yield return ("firstFrame", first);
        if (input.LastFrame is { } last) yield return ("lastFrame", last);
        foreach (var reference in input.References) yield return ("references", reference);
    }

    private async Task<string> HomeOfAsync(string accountId, string given, CancellationToken cancellationToken)
    {
        if (given.StartsWith("asset_", StringComparison.Ordinal))
        {
            return (await index.FindAsync(accountId, given, cancellationToken))?.Id
                ?? throw new AssetRefusedException(false, "There is no such asset in this account.");
        }

        return Uri.TryCreate(given, UriKind.Absolute, out var address)
            ? (await library.ImportAsync(accountId, address, cancellationToken)).Id
            : throw new AssetRefusedException(false, "Give an asset id (asset_…) or an https URL.");
    }
}
