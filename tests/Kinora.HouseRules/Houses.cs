using System.Reflection;
using System.Runtime.CompilerServices;

namespace Kinora.HouseRules;

/// <summary>What was built from src/.</summary>
internal static class Houses
{
    public static IReadOnlyList<Assembly> All { get; } =
        [.. new[] { "KieAi", "KieAi.AspNetCore", "Kinora.Core", "Kinora.Sandbox", "Kinora.Client", "Kinora.Server", "kinora" }.Select(Assembly.Load)];

    /// <summary>Every type that somebody wrote.</summary>
    public static IReadOnlyList<Type> Types { get; } =
        [.. All.SelectMany(assembly => assembly.GetTypes()).Where(IsWritten)];

    private static bool IsWritten(Type type) =>
        type.Namespace is { } name && (name.StartsWith("Kinora", StringComparison.Ordinal) || name.StartsWith("KieAi", StringComparison.Ordinal)) &&
        !name.Contains(".Generated", StringComparison.Ordinal) && !type.Name.Contains('<') &&
        !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
