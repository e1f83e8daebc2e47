namespace Kinora.Core.Assets;

/// <summary>What became of the wish to remove an asset.</summary>
public enum AssetRemoval
{
    /// <summary>It is gone; its files will be.</summary>
    Removed,

    /// <summary>A generation that has not ended needs it.</summary>
    InUse,

    /// <summary>The account has none with this id.</summary>
    Unknown,
}
