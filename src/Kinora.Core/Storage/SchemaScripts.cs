using System.Reflection;

namespace Kinora.Core.Storage;

/// <summary>The numbered scripts in the folder <c>Schema/</c> of an engine; each makes the version of its number, forward only.</summary>
internal static class SchemaScripts
{
    /// <summary>Those that a database of version <paramref name="seen"/> lacks, in their order.</summary>
    /// <param name="engine">A type beside the folder.</param>
    /// <exception cref="InvalidDataException">A newer Kinora wrote the database.</exception>
    public static IReadOnlyList<(int Version, string Statements)> After(Type engine, long seen)
    {
        var prefix = engine.Namespace + ".Schema.";
        var names = engine.Assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        if (seen > names.Count)
            throw new InvalidDataException($"The database was written by a newer Kinora (schema {seen}, this one knows {names.Count}).");
        return [.. names.Select((name, index) => (index + 1, Read(engine.Assembly, name))).Skip((int)seen)];
    }

    private static string Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
