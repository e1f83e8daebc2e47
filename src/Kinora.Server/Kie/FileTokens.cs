using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kinora.Core.Storage;
using Kinora.Server.Wire;

namespace Kinora.Server.Kie;

/// <summary>Names stored files so that whoever has the name may read them and nobody can make one up: what it is, and a keyed proof of it.</summary>
internal sealed class FileTokens(AccountStore secrets)
{
    private const int ProofBytes = 24;
    private const char Between = '.', Within = '~';

    private readonly Lazy<byte[]> _key = new(() => secrets.SecretAsync("file-links", CancellationToken.None).GetAwaiter().GetResult());

    /// <summary>Of a file of a generation.</summary>
    public string Of(string generationId, int index, OutputVariant variant) =>
        Prove(string.Create(CultureInfo.InvariantCulture, $"{generationId}{Within}{index}{Within}{variant.Name}"));

    /// <summary>Of an upload.</summary>
    public string Of(string assetId) => Prove(assetId);

    /// <summary>What a token names; null for one that was not made here. Constant in time.</summary>
    public NamedFile? Read(string token)
    {
        var end = token.LastIndexOf(Between);
        if (end <= 0 || token.Length > 200) return null;
        var expected = Encoding.UTF8.GetBytes(Prove(token[..end]));
        if (!CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(token))) return null;
        return token[..end].Split(Within) switch
        {
            [var asset] => new(asset, 0, null),
            [var generation, var index, var variant] => new(generation, int.Parse(index, CultureInfo.InvariantCulture), OutputVariant.Named(variant)),
            _ => null,
        };
    }

    private string Prove(string subject) =>
        subject + Between + Base64Url.EncodeToString(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes(subject)).AsSpan(..ProofBytes));
}

/// <summary>A stored file, by what it belongs to.</summary>
/// <param name="Id">Of a generation, or of an asset.</param>
/// <param name="Index">Which output of the generation.</param>
/// <param name="Variant">Which file of the output; null for an asset.</param>
internal sealed record NamedFile(string Id, int Index, OutputVariant? Variant);
