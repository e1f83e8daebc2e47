using System.Net.Http.Json;
using Kinora.Client;

namespace Kinora.Studio.Tests;

/// <summary>The models as the server tells of them, for tests that choose one by what it can do.</summary>
internal static class ModelList
{
    public static async Task<IReadOnlyList<ModelResponse>> ModelsAsync(this StudioFixture studio)
    {
        using var client = studio.Kinora.CreateClient(StudioFixture.Key);
        return (await client.GetFromJsonAsync<ModelPage>("/api/models", TestContext.Current.CancellationToken))!.Items;
    }

    /// <summary>The first one that is available and has these fields in a mode.</summary>
    public static async Task<ModelResponse> ModelWithAsync(this StudioFixture studio, string mode, params string[] roles) =>
        (await studio.ModelsAsync()).First(model => model.Can(mode) && roles.All(role => model.Control(mode, role) is not null));

    public static bool Can(this ModelResponse model, string mode) => model.Available && model.Modes.Any(each => each.Mode == mode);

    public static ModelControl? Control(this ModelResponse model, string mode, string role) =>
        model.Modes.FirstOrDefault(each => each.Mode == mode)?.Controls.FirstOrDefault(control => control.Role == role);

    /// <summary>The values of a field as words; null when it has none or is not there.</summary>
    public static IReadOnlyList<string>? Choices(this ModelResponse model, string mode, string role) =>
        model.Control(mode, role)?.Choices?.Select(choice => choice.ToString()).ToList();
}
