using System.Security.Cryptography;
using System.Text.Json;
using Kinora.Client;
using Kinora.Core.Catalog;

namespace Kinora.Server.Wire;

/// <summary>The answer of <c>GET /api/models</c>, made once: the catalog does not change while the server runs.</summary>
internal sealed class ModelList
{
    public ModelList(ModelCatalog catalog)
    {
        Json = JsonSerializer.SerializeToUtf8Bytes(
            new ModelPage([.. catalog.Models.Select(m => m.ToResponse())]), WireJson.Answers.ModelPage);
        ETag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Json).AsSpan(0, 16))}\"";
    }

    public byte[] Json { get; }

    public string ETag { get; }
}
