using System.Xml.Linq;

namespace Kinora.HouseRules;

/// <summary>References point one way: <c>Cli → Server → Sandbox → Core → KieAi</c>, <c>Cli → Client ← Server</c>.</summary>
public sealed class ReferenceRules
{
    private static readonly Dictionary<string, string[]> Plan = new()
    {
        ["KieAi"] = [],
        ["KieAi.AspNetCore"] = ["KieAi"],
        ["Kinora.Core"] = ["KieAi"],
        ["Kinora.Sandbox"] = ["KieAi.AspNetCore", "Kinora.Core"],
        ["Kinora.Client"] = [],
        ["Kinora.Server"] = ["KieAi.AspNetCore", "Kinora.Client", "Kinora.Core", "Kinora.Sandbox"],
        ["Kinora.Cli"] = ["Kinora.Client", "Kinora.Server"],
    };

    [Fact]
    public void Projects_reference_what_the_plan_says() =>
        Checkout.Files("src", ".csproj").ToDictionary(Name, References)
            .SelectMany(project => Faults(project.Key, project.Value))
            .ShouldBeEmpty("An arrow was added or turned. Move the code instead, or change ARCHITECTURE.md and this plan first.");

    [Fact]
    public void Every_project_of_the_plan_is_there() =>
        Checkout.Files("src", ".csproj").Select(Name).ShouldBe(Plan.Keys, ignoreOrder: true, "Add the new project to the plan, with its arrows.");

    [Fact]
    public void Core_knows_nothing_of_the_web() =>
        Houses.All.Single(assembly => assembly.GetName().Name == "Kinora.Core").GetReferencedAssemblies()
            .Select(reference => reference.Name!).Where(IsWeb)
            .ShouldBeEmpty("Core is what is true without HTTP: move this to Kinora.Server.");

    [Fact]
    public void An_arrow_that_is_not_in_the_plan_is_seen()
    {
        var project = new SourceFile("src/Kinora.Core/Kinora.Core.csproj", """
            <Project><ItemGroup>
              <ProjectReference Include="..\KieAi\KieAi.csproj" />
              <ProjectReference Include="..\Kinora.Server\Kinora.Server.csproj" />
            </ItemGroup></Project>
            """);

        Faults(Name(project), References(project)).ShouldBe(["Kinora.Core → Kinora.Server"]);
        IsWeb("Microsoft.AspNetCore.Http").ShouldBeTrue();
    }

    private static IEnumerable<string> Faults(string project, IReadOnlyList<string> references) =>
        references.Except(Plan.GetValueOrDefault(project, [])).Select(other => $"{project} → {other}");

    private static string Name(SourceFile project) => Path.GetFileNameWithoutExtension(project.Path);

    private static IReadOnlyList<string> References(SourceFile project) =>
        [.. XDocument.Parse(project.Text).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))];

    private static bool IsWeb(string assembly) => assembly.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal);
}
