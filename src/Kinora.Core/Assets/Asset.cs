using Kinora.Core.Media;

namespace Kinora.Core.Assets;

/// <summary>An uploaded file of an account.</summary>
/// <param name="Id"><c>asset_…</c></param>
/// <param name="Key">Where its bytes lie in the asset store.</param>
/// <param name="Sha256">In lower-case hex.</param>
public sealed record Asset(string Id, string AccountId, string Key, MediaFacts Facts, long Bytes, string Sha256, DateTimeOffset CreatedAt);
