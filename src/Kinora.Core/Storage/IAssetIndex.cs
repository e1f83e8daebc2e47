using Kinora.Core.Assets;

namespace Kinora.Core.Storage;

/// <summary>What is known of uploaded files.</summary>
public interface IAssetIndex
{
    Task AddAsync(Asset asset, CancellationToken cancellationToken);
    Task<Asset?> FindAsync(string accountId, string id, CancellationToken cancellationToken);
}
