using System.Reflection;

namespace KieAi.Tests;

/// <summary>What somebody who takes the package alone relies on.</summary>
public sealed class KiePackageTests
{
    [Fact]
    public void Readme_shows_the_sample_as_it_runs() =>
        Read("README.md").ShouldContain("```csharp\n" + Read("kie-video.cs") + "```\n");

    [Fact]
    public void Readme_names_every_call()
    {
        var calls = typeof(KieClient).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(method => method.Name).Distinct();
        calls.Where(call => !Read("README.md").Contains(call, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Assembly_can_be_trimmed_and_depends_on_the_framework_alone()
    {
        var assembly = typeof(KieClient).Assembly;
        assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ShouldContain(fact => fact.Key == "IsTrimmable" && fact.Value == "True");
        assembly.GetReferencedAssemblies().Select(other => other.Name!)
            .ShouldAllBe(name => name.StartsWith("System", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal));
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "package", file)).ReplaceLineEndings("\n");
}
