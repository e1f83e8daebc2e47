using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Core.Providers;

namespace Kinora.Sandbox.Tests;

/// <summary>The plainest and the fullest request of every mode of every model is taken by the sandbox, over HTTP.</summary>
public sealed class EveryModelTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-every-").FullName;
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sandbox_takes_the_plainest_and_the_fullest_request_of_every_mode()
    {
        // Slow enough that nothing is rendered before the end.
        await using var caller = await Caller.StartAsync(with => (with.Speed, with.Limits, with.Credits) = (10_000, false, 10_000_000));
        await using var engine = await Engine.OpenAsync(caller, _folder, budgeted: false);
        var (catalog, provider) = (engine.Get<ModelCatalog>(), engine.Get<ProviderPool>().Accounts.Single());

        var (taken, refused) = (0, new List<string>());
        foreach (var (model, mode) in catalog.Models.Where(model => model.Variants[0].Routes[0].Provider == "kie").SelectMany(model => model.Modes, (model, mode) => (model, mode)))
        {
            // A take that is continued must be a task of the sandbox: ProviderRoundTripTests has these.
            if (mode.Controls.Any(control => control is { Required: true, Role: "source" }) || model.Variants.Any(one => one.Id == mode.Variant && one.Result is not null)) continue;
            foreach (var form in new[] { FormFiller.Plainest(catalog, model, mode), FormFiller.Fullest(catalog, model, mode) })
            {
                var plan = catalog.Plan(form).Plan.ShouldNotBeNull($"{model.Id} {mode.Mode}: {string.Join("; ", catalog.Plan(form).Faults)}");
                var outcome = await provider.SubmitAsync(new(plan.Route.Endpoint, plan.Route.WireId, plan.WireInput, null), Stop);
                if (outcome is SubmissionOutcome.Accepted) taken++;
                else refused.Add($"{model.Id} {mode.Mode} {mode.Tier}: {outcome} for {plan.WireInput.ToJsonString()}");
            }
        }

        refused.ShouldBeEmpty();
        taken.ShouldBeGreaterThan(200);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
