using System.Text.Json.Nodes;
using Kinora.Core.Catalog;
using Kinora.Core.Fetching;
using Kinora.Core.Generations;
using Kinora.Core.Storage;

namespace Kinora.Core.Assets;

/// <summary>Makes the media of a request our own before it is accepted: asset ids are looked up, URLs are fetched and stored.</summary>
public sealed class InputMedia(AssetLibrary library, AssetIndex index)
{
    /// <summary>More than any model takes; of a longer form nothing needs to be known.</summary>
    private const int MostLookedUp = 100;

    /// <summary>The plan with nothing but asset ids in it and the measures of them, or the faults of its media.</summary>
    public async Task<MediaAtHome> BringHomeAsync(string accountId, GenerationPlan plan, CancellationToken cancellationToken)
    {
        var faults = new List<InputFault>();
        var homes = new Dictionary<string, Asset>();
        foreach (var (role, given) in FormFiles.NamedIn(plan.Input))
        {
            try
            {
                if (!homes.TryGetValue(given, out var asset)) homes[given] = asset = await HomeOfAsync(accountId, given, role.Kind, cancellationToken);
                if (MediaKinds.Of(asset.Facts.ContentType) is var kind && kind != role.Kind) throw AssetRefusedException.Other(kind, role.Kind);
            }
            catch (Exception refused) when (refused is AssetRefusedException or FetchException)
            {
                faults.Add(new(role.Name, refused.Message, JsonValue.Create(given[..Math.Min(given.Length, 200)])));
            }
        }

        var facts = new InputFacts { Media = homes.Values.DistinctBy(asset => asset.Id).ToDictionary(asset => asset.Id, Measure) };
        if (faults.Count > 0 || homes.Count == 0) return new(plan, facts, faults);
        var ids = homes.ToDictionary(home => home.Key, home => home.Value.Id);
        var input = FormFiles.Exchange(plan.Input, given => ids[given]);
        return new(plan with { Input = input, Routes = [.. plan.Routes.Select(route => route with { WireInput = WireMedia.Exchange(route.WireInput, ids) })] }, facts, faults);
    }

    /// <summary>What is known already of the media that a form names: the measures of the account's assets among them. Nothing is fetched.</summary>
    public async Task<InputFacts> KnownAsync(string accountId, GenerationInput form, CancellationToken cancellationToken)
    {
        if (!IsNamedIn(form)) return InputFacts.None;
        var known = new Dictionary<string, MediaMeasure>();
        foreach (var id in FormFiles.Of(form).Where(IsAsset).Distinct().Take(MostLookedUp))
        {
            if (await index.FindAsync(accountId, id, cancellationToken) is { } asset) known[id] = Measure(asset);
        }

        return new InputFacts { Media = known };
    }

    /// <summary>Whether a request names any file.</summary>
    internal static bool IsNamedIn(GenerationInput input) => FormFiles.NamedIn(input).Count > 0;

    private static MediaMeasure Measure(Asset asset) => new(asset.Facts, asset.Bytes);

    // JSON can put a null where C# promises none.
    private static bool IsAsset(string? media) => media?.StartsWith("asset_", StringComparison.Ordinal) is true;

    private async Task<Asset> HomeOfAsync(string accountId, string given, MediaKind wanted, CancellationToken cancellationToken)
    {
        if (IsAsset(given))
        {
            return await index.UseAsync(accountId, given, cancellationToken)
                ?? throw new AssetRefusedException(false, "There is no such asset in this account.");
        }

        return Uri.TryCreate(given, UriKind.Absolute, out var address)
            ? await library.ImportAsync(accountId, address, wanted, cancellationToken)
            : throw new AssetRefusedException(false, "Give an asset id (asset_…) or an https URL.");
    }
}

/// <summary>A request whose media are all assets of the account.</summary>
/// <param name="Facts">The measures of each by its asset id.</param>
/// <param name="Faults">Why it is none; the plan is then as it was.</param>
public sealed record MediaAtHome(GenerationPlan Plan, InputFacts Facts, IReadOnlyList<InputFault> Faults);
