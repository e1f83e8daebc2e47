using System.ComponentModel;
using Kinora.Client;
using Kinora.Core.Providers;
using Kinora.Core.Providers.Accounts;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;

namespace Kinora.Server.Endpoints;

/// <summary>The provider accounts, for administrators. Keys go in and never come out again.</summary>
internal static class ProviderEndpoints
{
    public static void MapProviders(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/admin/providers").WithTags("Administration").ProducesProblems(401, 403).RequireAuthorization(AdminPolicy.Name);
        group.MapGet("", ListAsync).WithName("listProviderAccounts").WithSummary("List the provider accounts, how each stands, and what runs there");
        group.MapGet("/{id}", FindAsync).WithName("getProviderAccount").WithSummary("Read one provider account").ProducesProblems(404);
        group.MapPut("/{id}", PutAsync).WithName("putProviderAccount")
            .WithSummary("Enter a provider account, or change one; it is used from now on, and by other servers on the same database within seconds").ProducesProblems(400, 409);
        group.MapDelete("/{id}", DeleteAsync).WithName("deleteProviderAccount").WithSummary("Remove a provider account that was entered").ProducesProblems(404, 409);
        group.MapPost("/{id}/check", CheckAsync).WithName("checkProviderAccount").WithSummary("Check now whether its keys are taken, and what it has left").ProducesProblems(404);
    }

    private static async Task<Ok<ProviderAccountPage>> ListAsync(ProviderAccounts accounts, ProviderAccountAnswers answers, CancellationToken cancellationToken)
    {
        var items = new List<ProviderAccountResponse>();
        foreach (var one in accounts.All) items.Add(await answers.OfAsync(one, cancellationToken));
        return TypedResults.Ok(new ProviderAccountPage(items));
    }

    private static async Task<Results<Ok<ProviderAccountResponse>, ProblemResult>> FindAsync(
        string id, ProviderAccounts accounts, ProviderAccountAnswers answers, CancellationToken cancellationToken) =>
        accounts.Find(id) is { } one ? TypedResults.Ok(await answers.OfAsync(one, cancellationToken)) : NotFound();

    private static async Task<Results<Ok<ProviderAccountResponse>, Created<ProviderAccountResponse>, ProblemResult>> PutAsync(
        string id, ProviderAccountRequest request, ProviderAccounts accounts, ProviderAccountAnswers answers, KinoraOptions options, CancellationToken cancellationToken)
    {
        var before = accounts.Find(id);
        if (before is { IsConfigured: true }) return Configured(id);
        var account = request.ToAccount(id, before?.Account);
        if (ProviderAccountRules.Faults(account).Select(fault => fault.ToProblem()).ToArray() is { Length: > 0 } faults) return ProblemResult.Invalid(faults);
        if (account.Provider is ProviderNames.Kie && options.UsesSandbox)
        {
            return ProblemResult.Of(
                409, ProblemCodes.Conflict,
                "This server makes its videos with its own sandbox. "
                + "Start it with KIE_API_KEY or with accounts in KINORA_PROVIDERS; further accounts at KIE.ai can then be entered here.");
        }

        await accounts.SaveAsync(account, cancellationToken);
        var answer = await answers.OfAsync(accounts.Find(id)!, cancellationToken);
        return before is null ? TypedResults.Created("/api/admin/providers/" + id, answer) : TypedResults.Ok(answer);
    }

    private static async Task<Results<NoContent, ProblemResult>> DeleteAsync(
        string id, [Description("Whether to remove it although generations still run there, which then end at their deadlines; false when left out")] bool? force,
        ProviderAccounts accounts, ProviderCaps caps, CancellationToken cancellationToken)
    {
        if (accounts.Find(id) is not { } one) return NotFound();
        if (one.IsConfigured) return Configured(id);
        var running = await caps.RunningAsync(id, cancellationToken);
        if (running > 0 && force is not true)
            return ProblemResult.Of(409, ProblemCodes.Conflict, $"{running} generations still run there. Disable it and wait, or remove it with force=true.");
        await accounts.RemoveAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<ProviderAccountResponse>, ProblemResult>> CheckAsync(
        string id, ProviderAccounts accounts, ProviderAccountAnswers answers, CancellationToken cancellationToken)
    {
        if (accounts.Find(id) is not { } one) return NotFound();
        await accounts.LookAsync(one, cancellationToken);
        return TypedResults.Ok(await answers.OfAsync(one, cancellationToken));
    }

    private static ProblemResult NotFound() => ProblemResult.NotFound("There is no provider account with this id.");

    private static ProblemResult Configured(string id) =>
        ProblemResult.Of(409, ProblemCodes.Conflict, $"The account {id} stands in the server's configuration and is changed there.");
}
