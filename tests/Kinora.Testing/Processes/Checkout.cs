namespace Kinora.Testing.Processes;

/// <summary>The checkout that the tests run in.</summary>
public static class Checkout
{
    /// <summary>Its full path.</summary>
    public static string Folder { get; } = Find();

    private static string Find()
    {
        for (var at = AppContext.BaseDirectory; at is not null; at = Path.GetDirectoryName(at))
        {
            if (File.Exists(Path.Combine(at, "Kinora.slnx"))) return at;
        }

        throw new InvalidOperationException("This does not run in a checkout.");
    }
}
