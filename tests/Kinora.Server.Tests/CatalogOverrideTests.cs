using Kinora.Server.Hosting;
using Kinora.Server.Settings;
using Microsoft.Extensions.Configuration;

namespace Kinora.Server.Tests;

public sealed class CatalogOverrideTests : IDisposable
{
    private const string Changes = """
        {
          "markup": 2,
          "models": {
            "toy": { "badge": "PRO", "order": 7.5, "prices": { "toy/v1": { "retail": [{ "when": {}, "credits": 9, "per": "video", "source": "here" }] } } }
          }
        }
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-test-").FullName;

    [Fact]
    public async Task File_in_the_data_folder_changes_the_catalog()
    {
        Write("catalog.override.json", Changes);
        await ShouldBeChangedAsync(With);
    }

    [Fact]
    public async Task File_that_the_setting_names_changes_the_catalog_and_the_one_in_the_data_folder_does_not()
    {
        Write("catalog.override.json", """{ "models": { "toy": { "badge": "NEW" } } }""");
        var other = Write("other.json", Changes);
        await ShouldBeChangedAsync(options => With(options) with { CatalogOverride = other });
    }

    [Fact]
    public async Task Faulty_file_stops_the_start_and_every_fault_is_listed()
    {
        Write("catalog.override.json", """{ "markup": -1, "models": { "toy": { "hidden": "yes" } } }""");
        var message = (await Should.ThrowAsync<StartException>(() => TestServer.StartAsync(With, folder: _folder))).Message;
        message.ShouldContain("catalog.override.json: $.markup: ");
        message.ShouldContain("catalog.override.json: $.models.toy.hidden: ");
    }

    [Fact]
    public async Task File_that_names_no_model_there_is_stops_the_start()
    {
        Write("catalog.override.json", """{ "models": { "tyo": { "hidden": true } } }""");
        var message = (await Should.ThrowAsync<StartException>(() => TestServer.StartAsync(With, folder: _folder))).Message;
        message.ShouldContain("catalog.override.json: $.models.tyo");
    }

    [Fact]
    public void Setting_that_names_no_file_is_a_fault_that_names_it()
    {
        var missing = Path.Combine(_folder, "missing.json");
        var (_, faults) = Read(missing);
        faults.ShouldHaveSingleItem().ToString().ShouldBe($"KINORA_CATALOG_OVERRIDE is '{missing}': expected a file with changes to the model catalog.");
    }

    [Fact]
    public void Setting_that_names_a_file_is_read()
    {
        var path = Write("mine.json", "{}");
        var (options, faults) = Read(path);
        faults.ShouldBeEmpty();
        options.CatalogOverride.ShouldBe(path);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static (KinoraOptions Options, IReadOnlyList<SettingFault> Faults) Read(string path) => KinoraSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection([new("KINORA_CATALOG", Repository.Path("catalog")), new("KINORA_CATALOG_OVERRIDE", path)]).Build());

    private KinoraOptions With(KinoraOptions options) => options with { CatalogFolder = ToyCatalog.WriteTo(Path.Combine(_folder, "toys")) };

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private async Task ShouldBeChangedAsync(Func<KinoraOptions, KinoraOptions> with)
    {
        await using var server = await TestServer.StartAsync(with, folder: _folder);
        using var client = server.CreateClient();
        (await client.GetJsonAsync("/api/models/toy-two"))["modes"]![0]!["prices"]![0]!["credits"]!.GetValue<decimal>().ShouldBe(8);
        var toy = await client.GetJsonAsync("/api/models/toy");
        (toy.Text("badge"), toy["order"]!.GetValue<decimal>(), toy.Number("fromCredits")).ShouldBe(("PRO", 7.5m, 9L));
        toy["modes"]![0]!["prices"]!.AsArray().Select(price => price!["credits"]!.GetValue<decimal>()).ShouldBe([9]);
        (await client.PostAsync("/api/quotes", """{"model":"toy","prompt":"A fox"}""")).Body.Number("credits").ShouldBe(9);
    }
}
