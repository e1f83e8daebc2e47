using Kinora.Core.Catalog;

namespace Kinora.Core.Tests.Catalog;

/// <summary>The catalog that ships, once as the sandbox sees it and once as the live service does.</summary>
internal static class Shipped
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "catalog");
    public static readonly ModelCatalog Sandbox = ModelCatalog.Load(Folder, live: false);
    public static readonly ModelCatalog Live = ModelCatalog.Load(Folder, live: true);

    public static ModelVariant Variant(string id) => Sandbox.Models.SelectMany(model => model.Variants).Single(variant => variant.Id == id);
}
