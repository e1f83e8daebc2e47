using Kinora.Core.Catalog;
using Kinora.Core.Generations;

namespace Kinora.Core.Tests.Catalog;

public class CatalogGuideTests
{
    [Fact]
    public void Guide_lists_every_mode_of_every_model_with_its_base_price()
    {
        var rows = Shipped.Sandbox.Models.SelectMany(model => model.Modes, Row);
        var listed = File.ReadLines(Guide()).Where(line => line.StartsWith("| ") && !line.StartsWith("| Product"));
        string.Join('\n', listed).ShouldBe(string.Join('\n', rows));
    }

    private static string Row(ModelDefinition model, ModeForm mode)
    {
        var form = new GenerationInput { Model = model.Id, Mode = mode.Mode, Prompt = "a cat" };
        foreach (var control in mode.Controls.Where(control => control.Required && control.Type is "image" or "images"))
            form = MediaRole.Find(control.Role).Set(form, [.. Enumerable.Repeat("asset_a", control.MinItems ?? 1)]);
        var quote = Shipped.Sandbox.Plan(form).Plan!.Quote;
        return $"| {model.Name} | `{model.Id}` | {mode.Mode} | `{mode.Variant}` | {quote.Lines[0].Label} | {quote.Credits} | {quote.UpstreamCredits:0.##} |";
    }

    private static string Guide()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Kinora.slnx"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "docs", "guides", "catalog.md");
    }
}
