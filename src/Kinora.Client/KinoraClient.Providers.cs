using System.Net.Http.Json;
using static Kinora.Client.KinoraJsonContext;

namespace Kinora.Client;

/// <content>Provider accounts and what works, for administrators.</content>
public sealed partial class KinoraClient
{
    private const string Providers = "api/admin/providers";

    /// <summary>The provider accounts, those of the server's configuration first.</summary>
    public Task<ProviderAccountPage> ProviderAccountsAsync(CancellationToken cancellationToken = default) =>
        SendAsync(Get(Providers), Default.ProviderAccountPage, cancellationToken);

    /// <summary>Enters a provider account, or changes one; what is left out gets its default, but for the secrets.</summary>
    public Task<ProviderAccountResponse> PutProviderAccountAsync(string id, ProviderAccountRequest account, CancellationToken cancellationToken = default) => SendAsync(
        new(HttpMethod.Put, $"{Providers}/{Segment(id)}") { Content = JsonContent.Create(account, Default.ProviderAccountRequest) },
        Default.ProviderAccountResponse, cancellationToken);

    /// <summary>Looks now whether an account's keys are taken, and what it has left.</summary>
    public Task<ProviderAccountResponse> CheckProviderAccountAsync(string id, CancellationToken cancellationToken = default) =>
        SendAsync(Post($"{Providers}/{Segment(id)}/check", null), Default.ProviderAccountResponse, cancellationToken);

    /// <summary>Removes an account that was entered.</summary>
    /// <param name="force">Although generations still run there, which then end at their deadlines.</param>
    public async Task DeleteProviderAccountAsync(string id, bool force = false, CancellationToken cancellationToken = default)
    {
        using var answer = await AnswerAsync(
            new(HttpMethod.Delete, $"{Providers}/{Segment(id)}" + Query(("force", force ? "true" : null))), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Has a report made of what works; it is in <see cref="DiagnosticsAsync"/> when it is done.</summary>
    public Task<DiagnosticRunResponse> RunDiagnosticsAsync(CancellationToken cancellationToken = default) =>
        SendAsync(Post("api/admin/diagnostics", null), Default.DiagnosticRunResponse, cancellationToken);

    /// <summary>The newest report of what works, and how far the one in the making is.</summary>
    public Task<DiagnosticsResponse> DiagnosticsAsync(CancellationToken cancellationToken = default) =>
        SendAsync(Get("api/admin/diagnostics"), Default.DiagnosticsResponse, cancellationToken);
}
